import { openLinkKit, openVerifyKit } from '../../kit.ts'
import { verifyReading, type Reading } from '../../records/index.ts'
import { verifyStore, type Db } from '../../store/index.ts'
import type { Streams } from '../streams.ts'

export interface CheckOptions {
  readonly json?: boolean
  /** Most faults that are printed; all are counted. */
  readonly limit: number
}

/** Every breach of a store's log, of its readings' contract, and of what linking makes of them. Gives whether all is well. */
export async function checkStore(
  db: Db,
  { json = false, limit }: CheckOptions,
  { write }: Pick<Streams, 'write'>,
): Promise<boolean> {
  const kit = await openVerifyKit()
  const check = (reading: Reading): string[] =>
    verifyReading(reading, kit).map(({ path, kind, reason }) => `${path}: ${kind}: ${reason}`)
  const { faults, ...counts } = await verifyStore(db, check, await openLinkKit())
  for (const fault of faults.slice(0, limit))
    await write(json ? `${JSON.stringify(fault)}\n` : `${fault.where}: ${fault.reason}\n`)
  const { readings, operations, head } = counts
  const total = { readings, operations, faults: faults.length, head }
  const said = `${readings} readings, ${operations} entries of the log, ${faults.length} faults; the last entry is ${head}`
  await write(json ? `${JSON.stringify(total)}\n` : `${said}\n`)
  return faults.length === 0
}
