import { readFileSync } from 'node:fs'

/** One name that a module exports, and whether it has a doc comment. */
export interface Export {
  readonly name: string
  readonly isDocumented: boolean
}

/** What a module exports, as its text says: its own declarations, and what it passes on from others. */
export function exportsOf(url: URL): readonly Export[] {
  const text = readFileSync(url, 'utf8')
  const from = (path = ''): readonly Export[] => exportsOf(new URL(path, url))
  const all = [...text.matchAll(/^export \* from '(.+?)'/gm)].flatMap(([, path]) => from(path))
  const named = [...text.matchAll(/^export (?:type )?\{([^}]+)\} from '(.+?)'/gm)].flatMap(
    ([, names = '', path]) => {
      const wanted = names.split(',').map((name) => name.replace(/\btype\b/, '').trim())
      return from(path).filter(({ name }) => wanted.includes(name))
    },
  )
  const own = [...text.matchAll(DECLARATION)].map(([, doc, name = '']) => ({
    name,
    isDocumented: doc !== undefined,
  }))
  return [...own, ...named, ...all]
}

const DECLARATION =
  /(?:^[^\n]*(\*\/)\n)?^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm
