/** Times the list of unknown actors on a store of many reports, whose rows are made here: `npx tsx bench/unknown.ts [reports] [address]`; in memory where no address is given. */
import { openStore, type Db } from '../src/store/index.ts'
import { saveUnknownNames, type UnknownName } from '../src/store/queries/unknown-actors.ts'
import { listUnknown } from '../src/store/unknown-actors.ts'
import { random } from './varied-reports.ts'

const [reports = '50000', address] = process.argv.slice(2)
const count = Number(reports)
/** Names in a report, and names that there are for each report. */
const [NAMES, SHARE] = [6, 1.2]
const KINDS = ['armed-group', 'organisation', 'person', 'unknown'] as const
/** Reports that are written at once. */
const CHUNK = 1000

const db = await openStore(address)
const next = random(1)
const began = performance.now()
for (let at = 0; at < count; at += CHUNK) await addReports(db, at)
row(`${count} reports written`, `${((performance.now() - began) / count).toFixed(2)} ms each`)
await db.query('analyze')
const [size] = await db.query<{ rows: number; names: number }>(
  'select count(*)::int as rows, count(distinct key)::int as names from unknown_actor',
)
row('names', `${size?.names} in ${size?.rows} places`)
await times('first page', () => listUnknown(db, {}, { limit: 101 }))
await times('first page, no persons', () =>
  listUnknown(db, { kinds: ['armed-group', 'organisation', 'unknown'] }, { limit: 101 }),
)
await times('a page far behind', () =>
  listUnknown(db, {}, { after: { reports: 2, key: 'name 3' }, limit: 101 }),
)
await times('letters of the name', () => listUnknown(db, { part: 'me 77' }, { limit: 101 }))
await times('letters that no name has', () => listUnknown(db, { part: 'zzz' }, { limit: 101 }))
await times('100 reports written', () => addReports(db, count + CHUNK, 100), 5)
await db.close()

/** Writes reports with their names; few names are in many reports, most in one or two. */
async function addReports(to: Db, from: number, many = CHUNK): Promise<void> {
  const ids = Array.from({ length: many }, (_, i) => `r${from + i}`)
  await to.transaction(async (one) => {
    await one.query(
      `insert into report (id, version, hash, language, opening, length, body, words, salt)
      select id, 1, id, 'en', '', 0, '{}', '', '' from unnest($1::text[]) as id
      on conflict do nothing`,
      [ids],
    )
    await saveUnknownNames(one, ids, ids.flatMap(namesIn))
  })
}

function namesIn(report: string): UnknownName[] {
  const numbers = Array.from({ length: NAMES }, () => Math.floor(count * SHARE * next() ** 3))
  return [...new Set(numbers)].map((number) => ({
    ...{ report, version: 1, key: `name ${number}`, name: `Name ${number}`, start: 0, end: 4 },
    kind: KINDS[next() < 0.9 ? number % KINDS.length : 0] ?? 'unknown',
  }))
}

async function times(name: string, ask: () => Promise<unknown>, rounds = 15): Promise<void> {
  const taken: number[] = []
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now()
    await ask()
    taken.push(performance.now() - start)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number): string => (taken[Math.floor(share * (rounds - 1))] ?? 0).toFixed(1)
  row(name, `${at(0)} ms at best, ${at(0.5)} ms in the median (of ${rounds})`)
}

function row(name: string, text: string): void {
  console.log(`${name.padEnd(28)}${text}`)
}
