import { readNamingAgain } from '../../bulk/again.ts'
import { openPool } from '../../bulk/index.ts'
import type { Db, LinkingDoer } from '../../store/index.ts'
import { pageSetting } from '../options.ts'
import { standardStreams } from '../streams.ts'

/** Reads the reports again in which some names may stand, and says what came of it. */
export async function namingAgain(
  db: Db,
  names: readonly string[],
  doer: () => LinkingDoer,
): Promise<void> {
  if (names.length === 0) return
  const pool = openPool({ jobs: 1, form: 'ndjson', setting: pageSetting() })
  const { complain } = standardStreams
  try {
    const { looked, changed } = await readNamingAgain(names, { db, pool, doer, complain })
    const reports = looked === 1 ? '1 report' : `${looked} reports`
    complain(`${reports} read again, ${changed} of them say something else now\n`)
  } finally {
    await pool.close()
  }
}
