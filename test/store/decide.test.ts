import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addReadings,
  eraseReports,
  joinIncidents,
  keepApart,
  listDecisions,
  listIncidents,
  loadIncident,
  undoDecision,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { STORES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { readingOf } from '../support/incident-readings.ts'

/** Two reports of one bombing, and one of another. */
const MARKET = 'A car bomb killed 12 people at the market of Darun on Monday.'
const BRIDGE = 'Gunmen shot dead 3 farmers at the bridge of Selin on Tuesday.'

/** All that is listed of incidents, to the letter, with the events of each. */
async function stateOf(db: Db): Promise<string[]> {
  const all = await listIncidents(db, {}, { limit: 1000 })
  const full = []
  for (const { id } of all) full.push(JSON.stringify(await loadIncident(db, id)))
  return [...all.map((one) => JSON.stringify(one)), ...full].sort()
}

describe.each(STORES)('decisions in a $name store', ({ open }) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
    const readings = [
      readingOf('a', MARKET, { outlet: 'Radio Orrin' }),
      readingOf('b', `${MARKET} Smoke rose over the town.`),
      readingOf('c', BRIDGE),
    ]
    await addReadings(db, readings, doer)
  }, 300_000)
  afterAll(() => db.close())

  const incidentOf = async (report: string): Promise<string> => {
    const all = await listIncidents(db, {}, { limit: 1000 })
    for (const { id } of all)
      if ((await loadIncident(db, id))?.events.some((event) => event.report === report)) return id
    throw new Error(`no incident of ${report}`)
  }

  test('join incidents, whose ids lead to the one that is there, and undoing gives back exactly what was', async () => {
    const before = await stateOf(db)
    const [market, bridge] = [await incidentOf('a'), await incidentOf('c')]
    expect(await incidentOf('b')).toBe(market)
    expect(market).not.toBe(bridge)
    const entry = await joinIncidents(db, [market, bridge], doer)
    expect(await incidentOf('c')).toBe(await incidentOf('a'))
    expect((await loadIncident(db, bridge))?.id).toBe((await loadIncident(db, market))?.id)
    await expect(joinIncidents(db, [market, bridge], doer)).rejects.toThrow('one incident already')
    const undo = await undoDecision(db, entry, doer)
    expect(await stateOf(db)).toEqual(before)
    expect((await loadIncident(db, bridge))?.id).toBe(bridge)
    await expect(undoDecision(db, entry, doer)).rejects.toThrow(`undone already by entry ${undo}`)
    await expect(undoDecision(db, 1, doer)).rejects.toThrow('decided nothing')
  })

  test('keep a report out of an incident, against what the same would join, and are remembered', async () => {
    const before = await stateOf(db)
    const market = await incidentOf('a')
    const entry = await keepApart(db, [market, 'b'], doer)
    const [one, other] = [await incidentOf('a'), await incidentOf('b')]
    expect(one).not.toBe(other)
    expect((await loadIncident(db, one))?.events).toHaveLength(1)
    // A text that is the third of the two joins one of them, and they stay apart.
    await addReadings(db, [readingOf('d', `${MARKET} Shops closed.`)], doer)
    expect(await incidentOf('a')).not.toBe(await incidentOf('b'))
    const again = await joinIncidents(db, [one, other], doer)
    expect(await incidentOf('a')).toBe(await incidentOf('b'))
    await undoDecision(db, again, doer)
    expect(await incidentOf('a')).not.toBe(await incidentOf('b'))
    await eraseReports(db, ['d'], doer)
    await undoDecision(db, entry, doer)
    expect(await stateOf(db)).toEqual(before)
    expect(await listDecisions(db, 0, 10)).toMatchObject([
      { verdict: 'same', by: 'tester' },
      { entry, verdict: 'not-the-same', incidents: [market] },
      { entry: again, verdict: 'same' },
    ])
    expect((await verifyStore(db, () => [], doer.kit)).faults).toEqual([])
  })

  test('name what is not there', async () => {
    await expect(joinIncidents(db, ['x', 'y'], doer)).rejects.toThrow('no incident x')
    await expect(keepApart(db, ['a', 'nobody'], doer)).rejects.toThrow('nobody')
    await expect(keepApart(db, ['a', 'c'], doer)).rejects.toThrow('nothing to keep apart')
  })
})
