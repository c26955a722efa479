import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type {
  actorSchema,
  eventSchema,
  evidenceSchema,
  figureSchema,
  placeSchema,
  reportSchema,
  statementSchema,
  timeSchema,
} from '../../../src/records/index.ts'
import {
  readingJsonSchema,
  readingSchema,
  type Actor,
  type Event,
  type Evidence,
  type Figure,
  type Place,
  type Reading,
  type Report,
  type Statement,
  type Time,
} from '../../../src/records/index.ts'
import { fullReading } from '../../support/full-reading.ts'
import { changed, type Change } from '../../support/changed.ts'

// Formats are the business of the patterns beside them.
const ajv = new Ajv2020({ validateFormats: false, allErrors: true })
const isValid = ajv.compile(readingJsonSchema())

/** A type without `readonly`, which schemas do not tell. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

test('each schema is of just the type of its record, key by key', () => {
  expectTypeOf<Plain<z.output<typeof evidenceSchema>>>().toEqualTypeOf<Plain<Evidence>>()
  expectTypeOf<Plain<z.output<typeof reportSchema>>>().toEqualTypeOf<Plain<Report>>()
  expectTypeOf<Plain<z.output<typeof actorSchema>>>().toEqualTypeOf<Plain<Actor>>()
  expectTypeOf<Plain<z.output<typeof timeSchema>>>().toEqualTypeOf<Plain<Time>>()
  expectTypeOf<Plain<z.output<typeof placeSchema>>>().toEqualTypeOf<Plain<Place>>()
  expectTypeOf<Plain<z.output<typeof figureSchema>>>().toEqualTypeOf<Plain<Figure>>()
  expectTypeOf<Plain<z.output<typeof eventSchema>>>().toEqualTypeOf<Plain<Event>>()
  expectTypeOf<Plain<z.output<typeof statementSchema>>>().toEqualTypeOf<Plain<Statement>>()
  expectTypeOf<Plain<z.output<typeof readingSchema>>>().toEqualTypeOf<Plain<Reading>>()
})

test('a reading with every key is taken whole, by the schema and by the JSON Schema', () => {
  expect(readingSchema.parse(fullReading)).toEqual(fullReading)
  expect(isValid(fullReading), ajv.errorsText(isValid.errors)).toBe(true)
})

test('the reading with every key has every key of the schema, and every list its members', () => {
  const { $defs } = readingJsonSchema() as unknown as { $defs: Record<string, Definition> }
  const seen = keysIn(fullReading)
  for (const { properties = {} } of Object.values($defs))
    expect(Object.keys(properties).filter((key) => !seen.has(key))).toEqual([])
})

test('every definition and every key of the JSON Schema is described', () => {
  const { $defs, ...root } = readingJsonSchema() as unknown as Definition & {
    $defs: Record<string, Definition>
  }
  for (const [name, { description, properties = {} }] of Object.entries({ root, ...$defs })) {
    expect(description, name).toMatch(/\.$/)
    for (const [key, { description: of }] of Object.entries(properties))
      expect(of, `${name}.${key}`).toMatch(/\.$/)
  }
})

interface Definition {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Definition>>
}

/** What breaks a reading; `only` where JSON Schema cannot say it. */
const BROKEN: readonly (Change & { what: string; only?: 'zod' })[] = [
  { what: 'another schema', path: 'schema', to: 'ascribe.reading/2' },
  { what: 'no run', path: 'run', to: undefined },
  { what: 'a run without its codebook', path: 'run.codebook', to: undefined },
  { what: 'a list that is none', path: 'events', to: {} },
  { what: 'a missing list', path: 'notes', to: undefined },
  { what: 'an unknown key of a reading', path: 'extra', to: 1 },
  { what: 'an unknown key of a figure', path: 'events.0.figures.0.killed', to: 7 },
  { what: 'no text', path: 'report.text', to: undefined },
  { what: 'a short hash', path: 'report.hash', to: 'abc' },
  { what: 'a day that is none', path: 'report.publishedAt', to: 'yesterday' },
  { what: 'a fractional version', path: 'report.version', to: 1.5 },
  { what: 'an actor without mentions', path: 'actors.0.mentions', to: [] },
  { what: 'a kind of actor that is none', path: 'actors.0.kind', to: 'gang' },
  { what: 'named as a text', path: 'actors.0.named', to: 'yes' },
  { what: 'a country of two letters', path: 'actors.0.country', to: ['FR'] },
  { what: 'an empty list of countries', path: 'actors.0.country', to: [] },
  { what: 'an empty id', path: 'actors.0.id', to: '' },
  { what: 'a name of null', path: 'actors.0.name', to: null },
  { what: 'a harm that is none', path: 'events.0.figures.0.harm', to: 'hurt' },
  { what: 'a count below none', path: 'events.0.figures.0.atLeast', to: -1 },
  { what: 'a count of a half', path: 'events.0.figures.0.atLeast', to: 2.5 },
  { what: 'a figure without a number', path: 'events.0.figures.0.atLeast', to: undefined },
  { what: 'bounds the wrong way round', path: 'events.0.figures.1.atMost', to: 1, only: 'zod' },
  { what: 'a bound that is none', path: 'events.0.figures.0.atLeast', to: 0, only: 'zod' },
  { what: 'a flag that is false', path: 'events.0.figures.0.total', to: false },
  { what: 'a value without words', path: 'events.0.means.0.evidence', to: [] },
  { what: 'a value without its rule', path: 'events.0.means.0.readBy', to: undefined },
  { what: 'a rule without its stage', path: 'events.0.means.0.readBy', to: 'by-hand' },
  { what: 'an offset below the text', path: 'events.0.means.0.evidence.0.start', to: -1 },
  { what: 'an offset between units', path: 'events.0.means.0.evidence.0.end', to: 41.5 },
  { what: 'an end before its start', path: 'events.0.means.0.evidence.0.end', to: 0, only: 'zod' },
  { what: 'words of nowhere', path: 'events.0.means.0.evidence.0.in', to: 'body' },
  { what: 'a month of 13', path: 'events.0.time.value.earliest', to: '2024-13' },
  { what: 'a padded time', path: 'events.0.time.value.earliest', to: '2024-03-05T00:00:00.000Z' },
  { what: 'a range backwards', path: 'times.0.earliest', to: '2024-04', only: 'zod' },
  { what: 'a time that says nothing', path: 'events.0.figures.0.asOf', to: {} },
  { what: 'half a point', path: 'places.0.latitude', to: undefined },
  { what: 'a point off the earth', path: 'places.0.latitude', to: 91 },
  { what: 'a role that places lack', path: 'places.0.role', to: 'scene' },
  { what: 'a rival without a value', path: 'events.1.size.also.0.value', to: undefined },
  { what: 'a codebook of no name', path: 'events.0.codes.icews', to: {} },
  { what: 'a row that is a text', path: 'events.0.codes.acled', to: 'Attack' },
  { what: 'no rows', path: 'events.0.codes.gtd', to: [] },
  { what: 'an exclusion with a row', path: 'events.0.codes.ucdp.best', to: 3 },
  { what: 'a stance that is none', path: 'statements.0.stance', to: 'says' },
  { what: 'a statement about nothing said', path: 'statements.0.about', to: undefined },
  {
    what: 'content out of order',
    path: 'statements.0.content.1',
    to: fullReading.statements[0]?.content[0],
    only: 'zod',
  },
  { what: 'a cue without words', path: 'statements.0.cue.evidence', to: undefined },
  { what: 'a note without a message', path: 'notes.0.message', to: '' },
]

describe('a broken reading is refused by both:', () => {
  test.each(BROKEN)('$what', ({ only, ...change }) => {
    const broken = changed(fullReading, change)
    expect(readingSchema.safeParse(broken).success).toBe(false)
    expect(isValid(broken)).toBe(only === 'zod')
  })
})

function keysIn(value: unknown, keys = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return keys
  for (const [key, inner] of Object.entries(value)) {
    keys.add(key)
    keysIn(inner, keys)
  }
  return keys
}
