import type { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'
import { findFiles, readError } from './walk.ts'

/** A report, or why there is none. */
export type Item = Source & ({ readonly report: ReportInput } | { readonly error: AscribeError })

/** Where an item stands. */
export interface Source {
  /** File and line. */
  readonly where: string
  /** How much of its file it takes. */
  readonly bytes: number
}

/** The reports of a file, of a folder's files, or of standard input (`-`). A bad item is given as an error; the rest goes on. What checks them is loaded only now: it takes longer to load than a command to start. */
export async function* readItems(path: string): AsyncGenerator<Item> {
  const { readFileItems, readStream } = await import('./file-items.ts')
  if (path === '-') {
    yield* guarded('standard input', readStream('standard input', process.stdin))
    return
  }
  for await (const found of findFiles(path)) {
    if ('error' in found) yield { where: found.path, bytes: 0, error: found.error }
    else yield* guarded(found.path, readFileItems(found.path))
  }
}

/** The reports of a file that is handed over: its name tells by its ending how it is read. */
export async function* readHanded(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Item> {
  const { readNamed } = await import('./file-items.ts')
  yield* readNamed(name, chunks)
}

/** A file that vanishes or breaks while it is read is an item in error. */
async function* guarded(path: string, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items
  } catch (cause) {
    if (!isSystemError(cause)) throw cause
    yield { where: path, bytes: 0, error: readError(path, cause) }
  }
}

function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause
}
