import { reportSchema } from '../../records/index.ts'
import { LAYERS, type Layer } from '../layers.ts'
import { fail, type Faults } from './fault.ts'

/** What a file says of its report before the text. */
export interface Head {
  readonly given: Readonly<Partial<Record<GivenKey, string>>>
  /** The layers that are marked whole; the others are not to be scored. */
  readonly layers: readonly Layer[]
  /** How it is written: `wire`, `interview`, `court-report`. */
  readonly manner?: string
  /** The incident that several reports tell: `ferry`. */
  readonly set?: string
  /** Whose text it is, where it is not ours. */
  readonly attribution?: string
}

const GIVEN = ['title', 'outlet', 'author', 'publishedAt', 'updatedAt', 'uri', 'language'] as const
type GivenKey = (typeof GIVEN)[number]
const KEYS = [...GIVEN, 'layers', 'manner', 'set', 'attribution'] as const

/** `title: …`, a line for each key. */
export function parseHead(lines: readonly string[], faults: Faults): Head {
  const found = new Map<string, string>()
  const keep = (line: string): void => {
    const [, key = '', value = ''] =
      /^(\w+): +(\S.*)$/.exec(line.trimEnd()) ?? fail('no line of a head: “key: value”')
    if (!(KEYS as readonly string[]).includes(key))
      fail(`no key of a head: ${key} (${KEYS.join(', ')})`)
    if (found.has(key)) fail(`${key} twice`)
    check(key, value)
    found.set(key, value)
  }
  lines.forEach((line, i) => faults.at(i + 1, () => keep(line)))
  const given = Object.fromEntries(
    GIVEN.flatMap((key) => (found.has(key) ? [[key, found.get(key)]] : [])),
  )
  const layers = LAYERS.filter((layer) => layersOf(found.get('layers') ?? 'all').includes(layer))
  const rest = (['manner', 'set', 'attribution'] as const).flatMap((key) =>
    found.has(key) ? [[key, found.get(key)]] : [],
  )
  return { given: given as Head['given'], layers, ...(Object.fromEntries(rest) as Partial<Head>) }
}

function check(key: string, value: string): void {
  if (key === 'layers')
    for (const name of layersOf(value))
      if (!(LAYERS as readonly string[]).includes(name))
        fail(`no layer: ${name} (all, ${LAYERS.join(', ')})`)
  if ((key === 'manner' || key === 'set') && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value))
    fail(`${key} is a word in small letters, with dashes`)
  if (key === 'publishedAt' || key === 'updatedAt') {
    const issue = reportSchema.shape[key].safeParse(value).error?.issues[0]
    if (issue) fail(`${key} is no day or instant: ${value}`)
  }
}

function layersOf(value: string): string[] {
  return value === 'all' ? [...LAYERS] : value.split(/[\s,]+/)
}
