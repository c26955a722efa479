import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/base/hash.ts'
import { openVerifyKit } from '../../../src/kit.ts'
import { verifyReading, type ViolationKind } from '../../../src/records/index.ts'
import { changed, type Change } from '../../support/changed.ts'
import { at, fullReading } from '../../support/full-reading.ts'

const kit = await openVerifyKit()

test('a true reading with every key has no violation', () => {
  expect(verifyReading(fullReading, kit)).toEqual([])
})

const bomb = 'events.0'
const bareEvent = {
  id: 'e',
  readBy: 'events/x',
  kind: 'bombing',
  status: 'happened',
  participants: [],
  means: [],
  figures: [],
  claims: [],
  codes: {},
}
const bareStatement = {
  id: 's',
  readBy: 'statements/x',
  form: 'indirect',
  stance: 'asserts',
  certainty: 'unstated',
  about: [],
}

/** What each kind must catch: where, and what is put there. The path is that of the violation where it is not the change's. */
const CAUGHT: Readonly<
  Record<Exclude<ViolationKind, 'wide'>, readonly (Change & { at?: string })[]>
> = {
  shape: [
    { path: 'schema', to: 'ascribe.reading/0' },
    { path: 'run.data', to: undefined },
    { path: 'actors.0.named', to: 'no' },
    { path: `${bomb}.participants`, to: undefined },
    { path: `${bomb}.readBy`, to: 'Events by hand' },
    { path: `${bomb}.colour`, to: 'red', at: 'events[0]' },
    { path: 'places.0.longitude', to: undefined, at: 'places[0]' },
    { path: `${bomb}.figures.1.atMost`, to: 1, at: 'events[0].figures[1]' },
    { path: 'times.0.latest', to: '2024-03-04', at: 'times[0]' },
    { path: `${bomb}.codes.ucdp.best`, to: 3, at: 'events[0].codes.ucdp' },
    { path: 'statements.0.content', to: [...(fullReading.statements[0]?.content ?? [])].reverse() },
  ],
  member: [
    { path: 'actors.0.kind', to: 'gang' },
    { path: `${bomb}.kind`, to: 'fireworks' },
    { path: `${bomb}.status`, to: 'occurred' },
    { path: 'times.0.type', to: 'day' },
    { path: 'statements.1.form', to: 'quoted' },
  ],
  id: [
    { path: 'actors.0.id', to: undefined },
    { path: 'places.0.id', to: 't-tuesday' },
    { path: `${bomb}.means.0.id`, to: undefined },
    { path: `${bomb}.figures.2.id`, to: 'f-two' },
    { path: 'events.1.size.also.0.id', to: 'e-march-size' },
  ],
  reference: [
    { path: `${bomb}.statement`, to: 's-nobody' },
    { path: `${bomb}.figures.0.confirmedBy.0`, to: 'a-front' },
    { path: `${bomb}.figures.1.deniedBy`, to: ['e-march'], at: 'events[0].figures[1].deniedBy[0]' },
    { path: `${bomb}.participants.1.actor`, to: 'e-march' },
    { path: `${bomb}.figures.1.of.actor`, to: 'police' },
    { path: `${bomb}.figures.1.partOf`, to: 'd-stalls' },
    { path: `${bomb}.figures.1.partOf`, to: 'f-two' },
    { path: `${bomb}.time.value.ref`, to: 'p-darun' },
    { path: `${bomb}.place.value.ref`, to: 't-tuesday' },
    { path: `${bomb}.claims.0.claimant`, to: 'ffv' },
    { path: `${bomb}.claims.0.outlet`, to: 's-army' },
    { path: 'events.1.relations.0.event', to: 'e-none' },
    { path: 'events.1.relations.0.event', to: 'e-march', at: 'events[1].relations[0]' },
    { path: 'actors.0.memberOf.value', to: 'a-nobody' },
    { path: 'actors.0.memberOf.value', to: 'a-front', at: 'actors[0].memberOf' },
    { path: 'statements.0.source.actor', to: 'p-darun' },
    { path: 'statements.1.source.actors.1', to: 'a-nobody' },
    { path: 'statements.0.to.actor', to: 'e-bomb' },
    { path: 'statements.0.time', to: 'Tuesday' },
    { path: 'statements.0.about.0', to: 's-army' },
    { path: 'statements.0.within', to: 'e-bomb' },
    { path: 'statements.0.answers', to: 's-governor' },
    { path: 'times.1.anchor', to: 'a-front' },
  ],
  hash: [
    { path: 'report.hash', to: '0'.repeat(64) },
    { path: 'report.text', to: '', at: 'report.hash' },
  ],
  void: [
    { path: 'report.title', to: '' },
    { path: 'actors.0.known', to: null },
    { path: 'actors.0.country', to: [] },
    { path: `${bomb}.codes.acled.notes`, to: null },
    { path: `${bomb}.figures.0.asOf`, to: {} },
    { path: `${bomb}.figures.0.atLeast`, to: 0, at: 'events[0].figures[0]' },
    { path: 'places.0', to: { ...fullReading.places[0], latitude: 0, longitude: 0 } },
    { path: 'statements.0.source.text', to: '' },
  ],
  span: [
    { path: `${bomb}.means.0.evidence.0.quote`, to: 'bombs' },
    { path: `${bomb}.means.0.evidence.0.start`, to: 0 },
    { path: `${bomb}.means.0.evidence.0.end`, to: 100_000 },
    { path: `${bomb}.means.0.evidence.0.end`, to: 1 },
    { path: `${bomb}.means.0.evidence`, to: [] },
    { path: `${bomb}.means.0.evidence`, to: undefined },
    { path: `${bomb}.mentions.1.in`, to: undefined },
    { path: `${bomb}.mentions.1.in`, to: 'lead' },
    { path: 'report.title', to: undefined, at: 'events[0].mentions[1]' },
    { path: 'statements.0.content.0.end', to: 40 },
    { path: 'report.credits.0.evidence.0.start', to: 2.5 },
    { path: 'notes.0.evidence.0.quote', to: 'Velka post' },
  ],
  mention: [
    { path: `${bomb}.participants.0.actor`, to: 'a-police', at: 'events[0].participants[0]' },
    { path: 'actors.3.mentions.0', to: at('two gunmen'), at: 'events[0].participants[1]' },
  ],
  time: [
    { path: 'times.0.evidence.0', to: at('March 6'), at: 'events[0].time' },
    { path: `${bomb}.time.value.ref`, to: 't-wednesday' },
  ],
  place: [{ path: 'places.0.evidence', to: [at('DARUN')], at: 'events[0].place' }],
  number: [
    { path: `${bomb}.figures.0.atLeast`, to: 17, at: 'events[0].figures[0]' },
    {
      path: `${bomb}.figures.1`,
      to: { ...fullReading.events[0]?.figures[1], atLeast: 3, atMost: 3 },
    },
    { path: `${bomb}.figures.2.atLeast`, to: 700, at: 'events[0].figures[2]' },
    { path: `${bomb}.participants.1.count`, to: { atLeast: 20, atMost: 20 } },
    { path: `${bomb}.damage.0.count`, to: { atMost: 2 } },
    { path: 'events.1.size.also.0.value', to: { atLeast: 19 }, at: 'events[1].size.also[0]' },
  ],
}

const dotted = (path: string): string => path.replaceAll(/\[(\d+)\]/g, '.$1')

describe.each(Object.entries(CAUGHT))('%s', (kind, changes) => {
  test.each(changes)('$path: $to', ({ at: place, ...change }) => {
    const found = verifyReading(changed(fullReading, change), kit)
    const places = found.filter((one) => one.kind === kind).map(({ path }) => dotted(path))
    const wanted = dotted(place ?? change.path)
    expect(places.filter((path) => path.startsWith(wanted) || wanted.startsWith(path))).not.toEqual(
      [],
    )
  })
})

describe('wide', () => {
  const text = `${'A long report. '.repeat(60)}It ends.`
  const over = (start: number, end: number) => ({ start, end, quote: text.slice(start, end) })
  const widths = (mention: number, place: number, content: number): string[] => {
    const reading = {
      ...fullReading,
      report: { id: 'long', language: 'en', text, hash: sha256(text) },
      actors: [],
      notes: [],
      times: [],
      events: [{ ...bareEvent, mentions: [over(0, mention)] }],
      places: [{ id: 'p', name: 'x', evidence: [over(0, place)] }],
      statements: [{ ...bareStatement, content: [over(0, content)] }],
    }
    return verifyReading(reading, kit).map(({ kind, path }) => `${kind} ${path}`)
  }

  test('a value takes 400 units at most, an event half of the text, a statement as much as it likes', () => {
    expect(widths(450, 400, 908)).toEqual([])
    expect(widths(455, 401, 908)).toEqual([
      'wide events[0].mentions[0]',
      'wide places[0].evidence[0]',
    ])
  })
})

describe('what is no reading at all', () => {
  test.each([
    undefined,
    null,
    7,
    'reading',
    [],
    {},
    { report: 3 },
    { report: { text: 5 }, events: [null] },
  ])('%j', (value) => {
    expect(verifyReading(value, kit).some(({ kind }) => kind === 'shape')).toBe(true)
  })

  test('is named even where it is nested without end', () => {
    const deep = JSON.parse(`{"events":${'['.repeat(5000)}${']'.repeat(5000)}}`) as unknown
    expect(verifyReading(deep, kit)).toMatchObject([
      { kind: 'shape', reason: 'is nested too deep' },
    ])
  })
})

test('in other languages than English only words with digits are read as numbers', () => {
  const french = changed(fullReading, { path: 'report.language', to: 'fr' })
  const wrong = changed(
    french,
    { path: 'events.0.figures.1.atMost', to: 9 },
    { path: 'events.0.figures.1.atLeast', to: 9 },
  )
  expect(verifyReading(wrong, kit)).toEqual([])
  expect(
    verifyReading(
      changed(
        french,
        { path: 'events.1.size.value.atLeast', to: 2 },
        { path: 'events.1.size.value.atMost', to: 2 },
        { path: 'events.1.size.value.vague', to: undefined },
      ),
      kit,
    ),
  ).toMatchObject([{ kind: 'number' }])
})
