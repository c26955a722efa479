import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { backUp, type Db } from '../../store/index.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

/** Adds `ascribe backup`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('the whole store in one file, from which a store of either kind can be made again')
    .argument('<file>', 'file to write, such as store.backup.gz; must not be there yet')
    .addOption(storeOption())
    .action(async (path: string, options: StoreOption) => {
      if (await stat(path).catch(() => undefined))
        throw new AscribeError('bad-usage', `${path}: is there already`)
      await withStore(options, (db) => writeBackup(db, path))
      await standardStreams.write(`${path}: written\n`)
    })
}

/** Writes beside the file, and moves it into place when it is whole. */
async function writeBackup(db: Db, path: string): Promise<void> {
  const part = `${path}.part`
  const [packed, file] = [createGzip(), createWriteStream(part, { mode: 0o600 })]
  packed.pipe(file)
  try {
    await backUp(db, async (line) => {
      if (!packed.write(`${line}\n`)) await once(packed, 'drain')
    })
    packed.end()
    await finished(file)
    await rename(part, path)
  } catch (error) {
    file.destroy()
    await rm(part, { force: true })
    throw error
  }
}
