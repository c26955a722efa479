import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { AscribeError } from '../base/errors.ts'

/** A file to read, or why there is none. */
export type Found =
  | { readonly path: string; readonly size: number }
  | { readonly path: string; readonly error: AscribeError }

const ENDINGS = new Set(['.txt', '.json', '.ndjson', '.jsonl'])

/** A path that is a file, or the readable files of a folder and those below it, in order of name; hidden ones are left out. */
export async function* findFiles(path: string): AsyncGenerator<Found> {
  const info = await look(path)
  if (info instanceof AscribeError) yield { path, error: info }
  else if (!info.isDirectory()) yield { path, size: info.size }
  else {
    let count = 0
    for await (const found of below({ path, above: [keyOf(info)] })) {
      count += 1
      yield found
    }
    if (count === 0) yield { path, error: nothingIn(path) }
  }
}

interface Folder {
  readonly path: string
  /** The folders on the way here, this one the last: a link to one of them would lead round for ever. */
  readonly above: readonly string[]
}

async function* below({ path, above }: Folder): AsyncGenerator<Found> {
  let names: string[]
  try {
    names = (await readdir(path)).sort()
  } catch (cause) {
    yield { path, error: readError(path, cause) }
    return
  }
  for (const name of names) if (!name.startsWith('.')) yield* entry(join(path, name), above)
}

async function* entry(path: string, above: readonly string[]): AsyncGenerator<Found> {
  const info = await look(path)
  if (info instanceof AscribeError) yield { path, error: info }
  else if (info.isFile()) {
    if (ENDINGS.has(extname(path).toLowerCase())) yield { path, size: info.size }
  } else if (info.isDirectory()) {
    const key = keyOf(info)
    if (above.includes(key)) {
      const message = `${path}: a link back to a folder that it lies in: not followed`
      yield { path, error: new AscribeError('bad-input', message) }
    } else yield* below({ path, above: [...above, key] })
  }
}

async function look(path: string): Promise<Stats | AscribeError> {
  return stat(path).catch((cause: unknown) => readError(path, cause))
}

function keyOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`
}

function nothingIn(path: string): AscribeError {
  const endings = [...ENDINGS].join(', ')
  return new AscribeError('bad-input', `${path}: no report in this folder (looked for ${endings})`)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'may not be read (no permission)',
  EPERM: 'may not be read (no permission)',
  ELOOP: 'a link that leads round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
}

/** Why a path could not be read, in words. */
export function readError(path: string, cause: unknown): AscribeError {
  const { code = '', message } = cause as NodeJS.ErrnoException
  const missing = code === 'ENOENT' || code === 'ENOTDIR'
  const reason = REASONS[code] ?? `could not be read: ${message}`
  return new AscribeError(missing ? 'not-found' : 'bad-input', `${path}: ${reason}`, { cause })
}
