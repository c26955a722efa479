import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  listIncidents,
  listReports,
  openStore,
  verifyStore,
  type IncidentSummary,
} from '../../src/store/index.ts'
import { buildDist } from '../support/build.ts'
import { ADDRESSES } from '../support/db.ts'
import { doer } from '../support/doer.ts'

/** Rounds for each kind of store. */
const ROUNDS = Number(process.env['ASCRIBE_KILL_ROUNDS'] ?? 5)

const TOWNS = ['Darun', 'Selin', 'Oster', 'Kasto', 'Tavrin', 'Marsk', 'Velkov']

let command: string
beforeAll(() => {
  command = join(buildDist(), 'cli/main.js')
}, 300_000)

/** Adds reports until some are said to be safe, and is killed then. Gives those that were said to be. */
async function addAndKill(address: string, reports: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [command, 'add', reports, '--store', address, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push((JSON.parse(line) as { id: string }).id)
    if (acknowledged.length === after) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return acknowledged
}

describe.each(ADDRESSES)('a $name store whose process is killed', ({ address }) => {
  test(
    `has all that was acknowledged, ${ROUNDS} times in a row`,
    async () => {
      const reports = join(mkdtempSync(join(tmpdir(), 'ascribe-kill-')), 'reports.ndjson')
      const acknowledged = new Set<string>()
      let joined: IncidentSummary[] = []
      await withAddress(await address(), async (store) => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const lines = Array.from({ length: 250 }, (_, i) =>
            JSON.stringify({
              id: `r${round}-${i}`,
              // Reports of the same number tell of one incident, three rounds long: of more all would be compared with all.
              publishedAt: `${2000 + Math.floor(round / 3)}-03-${String(1 + (i % 28)).padStart(2, '0')}`,
              text: `Shells hit a house in ${TOWNS[i % TOWNS.length] ?? ''} on Monday. ${'Two men died. '.repeat(20)}`,
            }),
          )
          writeFileSync(reports, lines.join('\n'))
          for (const id of await addAndKill(store, reports, 20 + ((round * 37) % 150)))
            acknowledged.add(id)
          const db = await openStore(store)
          const stored = new Set((await listReports(db, '', 10_000)).map(({ id }) => id))
          expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
          expect((await verifyStore(db, () => [], doer.kit)).faults).toEqual([])
          joined = (await listIncidents(db, {}, { limit: 10_000 })).filter((one) => one.reports > 1)
          await db.close()
        }
      })
      expect(acknowledged.size).toBeGreaterThanOrEqual(20 * ROUNDS)
      expect(joined).not.toEqual([])
    },
    120_000 * ROUNDS,
  )
})

async function withAddress(
  { store, drop }: { readonly store: string; drop(): Promise<void> },
  work: (store: string) => Promise<void>,
): Promise<void> {
  try {
    await work(store)
  } finally {
    await drop()
  }
}
