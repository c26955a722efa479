import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { readJsonLines } from '../../ingest/index.ts'
import { restore } from '../../store/index.ts'
import { storeOption, makeStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

/** Longest line of a backup, in bytes: more than the records of the longest text take. */
const LONGEST = 512 * 1024 * 1024

/** Adds `ascribe restore`. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('fill an empty store from a backup')
    .argument('<file>', 'a file that ascribe backup wrote')
    .addOption(storeOption())
    .action(async (path: string, options: StoreOption) => {
      if (!(await stat(path).catch(() => undefined)))
        throw new AscribeError('not-found', `${path}: no such file`)
      await makeStore(options, (db) => restore(db, linesOf(path)))
      await standardStreams.write(`${path}: restored\n`)
    })
}

/** The lines of a packed file as values. */
async function* linesOf(path: string): AsyncGenerator<unknown> {
  const file = createReadStream(path)
  const bytes = createGunzip()
  file.on('error', (error) => bytes.destroy(error))
  file.pipe(bytes)
  try {
    for await (const line of readJsonLines(bytes, { name: path, longest: LONGEST })) {
      if ('error' in line) throw line.error
      yield line.value
    }
  } catch (cause) {
    if (cause instanceof AscribeError) throw cause
    throw new AscribeError('bad-input', `${path}: not a backup, or cut off: ${String(cause)}`, {
      cause,
    })
  }
}
