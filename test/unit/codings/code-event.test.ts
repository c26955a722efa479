import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCodebook } from '../../../src/codebook/index.ts'
import { codeEvent, openCodeWords, type CodeContext } from '../../../src/codings/index.ts'
import type { Actor, Event, Figure, Participant } from '../../../src/records/index.ts'

const codebook = parseCodebook(
  readFileSync(new URL('../../../data/codebooks/core.json', import.meta.url), 'utf8'),
)
const words = openCodeWords(
  [{ phrase: 'explosive belt', value: 'explosive-belt', family: 'explosive' }],
  [{ phrase: 'police station', value: 'police-station', kind: 'facility', gtd: '3' }],
)
const read = { evidence: [], readBy: 'test/made' }
const actor = (id: string, kind: Actor['kind'], country?: string): Actor => ({
  id,
  name: id,
  named: true,
  kind,
  ...(country !== undefined && { country: [country] }),
  mentions: [],
})
const plays = (role: Participant['role'], id: string, quote = id): Participant => ({
  ...read,
  id: `${role} ${id}`,
  evidence: [{ start: 0, end: quote.length, quote }],
  role,
  actor: id,
})
const killed = (id: string, more: Partial<Figure>): Figure => ({
  ...read,
  id,
  harm: 'killed',
  ...more,
})
const event = (more: Partial<Event>): Event => ({
  id: 'e',
  readBy: 'test/made',
  kind: 'suicide-bombing',
  status: 'happened',
  mentions: [],
  participants: [],
  means: [],
  figures: [],
  claims: [],
  codes: {},
  ...more,
})
const actors = [
  actor('Red Hand', 'armed-group', 'AFG'),
  actor('the army of Ruritania', 'state-force', 'AFG'),
  actor('the station', 'facility'),
  actor('villagers', 'civilians', 'AFG'),
]
const context: CodeContext = {
  codebook,
  actors: new Map(actors.map((one) => [one.id, one])),
  words,
}
const bombing = event({
  time: { ...read, id: 't', value: { earliest: '2031-04-05', latest: '2031-04-05' } },
  place: { ...read, id: 'p', value: { name: 'Qarabad', country: 'AFG', exactness: 'town' } },
  participants: [
    plays('perpetrator', 'Red Hand'),
    plays('target', 'the station', 'the main police station'),
  ],
  means: [{ ...read, id: 'm', value: 'explosive-belt' }],
  figures: [killed('f', { atLeast: 12 })],
  claims: [{ ...read, id: 'c', stance: 'claims' }],
})

test('a suicide bombing is coded by every codebook', () => {
  const { gtd, acled, plover, cameo } = codeEvent(bombing, context)
  expect(gtd).toMatchObject({
    attacktype1: 3,
    suicide: 1,
    success: 1,
    weaptype1: 6,
    targtype1: 3,
    nkill: 12,
    claimed: 1,
    iyear: 2031,
    imonth: 4,
    iday: 5,
    country_txt: 'Afghanistan',
    gname: 'Red Hand',
  })
  expect(acled).toMatchObject({
    event_type: 'Explosions/Remote violence',
    sub_event_type: 'Suicide bomb',
    event_date: '2031-04-05',
    time_precision: 1,
    geo_precision: 1,
    fatalities: 12,
    inter1: 3,
  })
  expect(plover).toMatchObject({ event_type: 'ASSAULT', mode: 'suicide-attack' })
  expect(cameo).toEqual({ source: 'AFGREB', code: '1831' })
})

test('the inclusion rules say why not', () => {
  const codes = (more: Partial<Event>) => codeEvent({ ...bombing, ...more }, context)
  expect(codes({ status: 'general' }).gtd).toEqual({ excluded: 'general' })
  expect(codes({ status: 'threatened' }).acled).toEqual({ excluded: 'not-happened: threatened' })
  expect(codes({ status: 'attempted' }).gtd).toMatchObject({ success: 0 })
  expect(codes({ kind: 'toll-summary' }).gtd).toEqual({ excluded: 'kind-out-of-scope' })
  expect(codes({ kind: 'unheard-of' })).toEqual({})
  const byArmy = [plays('perpetrator', 'the army of Ruritania'), plays('victim', 'villagers')]
  expect(codes({ kind: 'airstrike', participants: byArmy }).gtd).toEqual({
    excluded: 'state-actor',
  })
  expect(codes({ participants: byArmy }).ucdp).toMatchObject({ type_of_violence: 3, best: 12 })
  expect(codes({ figures: [] }).ucdp).toEqual({ excluded: 'no-death' })
})

test('vague words keep their vagueness, or the codebook’s own table', () => {
  const codes = (...figures: Figure[]) => codeEvent({ ...bombing, figures }, context)
  const dozens = codes(killed('f', { atLeast: 24, vague: true }))
  expect(dozens.acled).toMatchObject({ fatalities: 12 })
  expect(dozens.gtd).not.toHaveProperty('nkill')
  const parts = codes(
    killed('f', { atLeast: 2, atMost: 2 }),
    killed('g', { atLeast: 3, atMost: 3 }),
  )
  expect(parts.gtd).toMatchObject({ nkill: 5 })
  const subset = codes(killed('f', { atLeast: 9 }), killed('g', { atLeast: 3, partOf: 'f' }))
  expect(subset.gtd).toMatchObject({ nkill: 9 })
})

test('a clash of two forces is a battle, and a month a month', () => {
  const { acled, ucdp } = codeEvent(
    {
      ...bombing,
      kind: 'armed-assault',
      time: { ...read, id: 't', value: { earliest: '2031-04', latest: '2031-04' } },
      participants: [plays('perpetrator', 'Red Hand'), plays('victim', 'the army of Ruritania')],
    },
    context,
  )
  expect(acled).toMatchObject({
    event_type: 'Battles',
    event_date: '2031-04-15',
    time_precision: 3,
    inter2: 1,
  })
  expect(ucdp).toMatchObject({ type_of_violence: 1, side_b: 'the army of Ruritania' })
})

test('attackers, their dead and the damage have columns of their own', () => {
  const { gtd } = codeEvent(
    {
      ...bombing,
      participants: [
        { ...plays('perpetrator', 'Red Hand'), count: { atLeast: 3, atMost: 3 } },
        plays('victim', 'villagers'),
      ],
      figures: [
        killed('f', { atLeast: 9, atMost: 9 }),
        killed('g', { atLeast: 3, atMost: 3, of: { text: 'bombers', category: 'perpetrator' } }),
      ],
      damage: [
        { ...read, id: 'd', text: 'two houses', level: 'destroyed' },
        { ...read, id: 'n', text: 'the bridge', level: 'none' },
      ],
    },
    context,
  )
  expect(gtd).toMatchObject({
    nperps: 3,
    nkillter: 3,
    property: 1,
    propextent: 4,
    propcomment: 'two houses (destroyed)',
  })
  const untold = codeEvent(bombing, context).gtd
  for (const column of ['nperps', 'nkillter', 'property', 'nwound'])
    expect(untold).not.toHaveProperty(column)
  const spared = { ...read, id: 'n', text: 'the bridge', level: 'none' as const }
  expect(codeEvent({ ...bombing, damage: [spared] }, context).gtd).toMatchObject({ property: 0 })
})

test('ACLED is told the size of a crowd in the words of the report', () => {
  const march = event({ kind: 'demonstration', ...(bombing.place && { place: bombing.place }) })
  const size = {
    ...read,
    id: 's',
    evidence: [{ start: 0, end: 15, quote: 'some 300 people' }],
    value: { atLeast: 300 },
  }
  expect(codeEvent({ ...march, size }, context).acled).toMatchObject({
    tags: 'crowd size=some 300 people',
  })
  expect(codeEvent(march, context).acled).toMatchObject({ tags: 'crowd size=no report' })
  expect(codeEvent(bombing, context).acled).not.toHaveProperty('tags')
})
