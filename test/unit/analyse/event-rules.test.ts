import { beforeAll, describe, expect, test } from 'vitest'
import { BLAME_RULES } from '../../../src/analyse/events/blame.ts'
import { SUSPICION_RULES } from '../../../src/analyse/events/suspicion.ts'
import { DOING_RULES } from '../../../src/analyse/events/doing.ts'
import { DAMAGE_RULES } from '../../../src/analyse/events/damage.ts'
import { RELATION_RULES } from '../../../src/analyse/events/relations.ts'
import { SIZE_RULES } from '../../../src/analyse/events/size.ts'
import { openKit } from '../../../src/kit.ts'
import { readReport, type Kit } from '../../../src/pipeline.ts'
import type { Event, PeopleCount, Reading, Sourced } from '../../../src/records/index.ts'
import { verifyReading } from '../../../src/records/index.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

const number = ({ atLeast, atMost }: PeopleCount): string => `${atLeast ?? ''}-${atMost ?? ''}`
const isBy =
  (name: string) =>
  ({ readBy }: { readonly readBy: string }): boolean =>
    readBy === `events/${name}`
const values = <T>(value: Sourced<T> | undefined): readonly Sourced<T>[] =>
  value ? [value, ...(value.also ?? [])] : []

/** What the records of an event show of a rule. */
const PRINT: readonly [
  rules: readonly { readonly name: string; readonly examples: Readonly<Record<string, string>> }[],
  print: (event: Event, name: string, events: readonly Event[]) => readonly string[],
][] = [
  [
    DAMAGE_RULES,
    ({ damage = [] }, name) =>
      damage
        .filter(isBy(name))
        .map(({ level, text, count }) =>
          [level, text, ...(count ? [count.atLeast ?? count.atMost] : [])].join(' '),
        ),
  ],
  [
    [...BLAME_RULES, ...SUSPICION_RULES, ...DOING_RULES],
    ({ participants }, name) =>
      participants
        .filter(isBy(name))
        .map(({ confidence, evidence }) => `${confidence ?? ''} ${evidence[0]?.quote ?? ''}`),
  ],
  [
    SIZE_RULES,
    ({ size }, name) =>
      values(size)
        .filter(isBy(name))
        .map(({ evidence, value }) => `${evidence[0]?.quote ?? ''} ${number(value)}`),
  ],
  [
    RELATION_RULES,
    ({ mentions, relations = [] }, _name, events) =>
      relations.map(({ kind, event }) => {
        const other = events.find(({ id }) => id === event)
        return `${mentions[0]?.quote ?? ''} ${kind} ${other?.mentions[0]?.quote ?? ''}`
      }),
  ],
]

function read(text: string): Reading {
  const reading = readReport({ text, publishedAt: '2024-03-06' }, kit)
  expect(verifyReading(reading, kit.verify)).toEqual([])
  return reading
}

describe.each(
  PRINT.flatMap(([rules, print]) => rules.map(({ name, examples }) => ({ name, examples, print }))),
)('$name', ({ name, examples, print }) => {
  test('some example must stay silent', () => expect(Object.values(examples)).toContain('-'))
  test.each(Object.entries(examples))('%s', (text, expected) => {
    const { events } = read(text)
    const found = events.flatMap((event) => print(event, name, events))
    expect(found.join(' | ') || '-').toBe(expected)
  })
})
