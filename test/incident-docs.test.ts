import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { writeIncident } from '../src/export/index.ts'
import {
  incidentJsonSchema,
  incidentSchema,
  type Incident,
  type Policy,
} from '../src/records/index.ts'
import { incidentOf, type Told } from './support/incident.ts'

const page = readFileSync(new URL('../docs/incidents.md', import.meta.url), 'utf8')

/** The reports of the page's first table: `| Orrin Daily, 5 March | An airstrike … |`. */
const told: Told[] = Array.from(
  page.matchAll(/^\| ([\w ]+), (\d) March \| (.+) \|$/gm),
  ([, outlet = '', day = '', text = '']) => ({
    id: outlet,
    outlet,
    publishedAt: `2024-03-0${day}`,
    text,
  }),
)

describe('docs/incidents.md', () => {
  test('the example is what is written of its reports', () => {
    const shown = /<!-- example -->\n```\n([^]*?)```\n/.exec(page)?.[1]
    expect(told).toHaveLength(3)
    expect(shown).toBe(writeIncident(incidentOf(told)))
  })

  test('the table of policies is what they pick', () => {
    const report = (outlet: string, text: string): Told => ({
      id: outlet,
      outlet,
      publishedAt: '2024-03-05',
      text,
    })
    const two = [
      report('Orrin Daily', 'An airstrike on Darun killed three people on Monday, police said.'),
      report('Velka Post', 'Seventeen people died in an airstrike, the governor said.'),
    ]
    const three = [
      ...two,
      report('Radio Selin', 'Doctors said 17 people were killed when an airstrike hit the market.'),
    ]
    for (const [label, reports] of [
      ['only these two', two],
      ['and Radio Selin: 17, doctors say', three],
    ] as const)
      expect(cellsOf(label)).toEqual(POLICIES.map((policy) => tollText(reports, policy)))
  })

  test('every record has its table of keys', () => {
    const { $defs } = incidentJsonSchema() as { $defs: Record<string, unknown> }
    const readings = readFileSync(new URL('../docs/records.md', import.meta.url), 'utf8')
    const tables = (text: string): string[] =>
      Array.from(text.matchAll(/^<!-- keys: (\w+) -->$/gm), ([, name = '']) => name)
    const known = new Set([...tables(page), ...tables(readings), 'ClaimValue'])
    expect(Object.keys($defs).filter((name) => !known.has(name))).toEqual([])
  })

  test('every policy, contradiction and change is told', () => {
    const source = readFileSync(new URL('../src/records/incident.ts', import.meta.url), 'utf8')
    const changes = /type ChangeKind =([^]*?)(?:\n\n|$)/.exec(source)?.[1] ?? ''
    const kinds = Array.from(changes.matchAll(/'([\w-]+)'/g), ([, kind = '']) => kind)
    expect(kinds.length).toBeGreaterThan(10)
    const { $defs } = incidentJsonSchema() as {
      $defs: { Contradiction: { properties: { kind: { enum: string[] } } } }
    }
    const names = [...POLICIES, ...kinds, ...$defs.Contradiction.properties.kind.enum]
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

const POLICIES: readonly Policy[] = [
  'conservative',
  'range',
  'latest',
  'majority-of-origins',
  'source-order',
]

/** The cells behind a row's label. */
function cellsOf(label: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${label} |`)) ?? ''
  return row
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim())
}

function tollText(reports: readonly Told[], policy: Policy): string {
  const { low, best, high } = incidentOf(reports, policy, ['Velka Post']).figures.killed ?? {}
  return `${best} (${low} to ${high})`
}

test('incidents are as their schema says, in both forms', () => {
  const ajv = new Ajv2020({ validateFormats: false, allErrors: true })
  const isValid = ajv.compile(incidentJsonSchema())
  for (const policy of POLICIES) {
    const incident = incidentOf(told, policy)
    expect(incidentSchema.parse(incident)).toEqual(incident)
    expect(isValid(incident), ajv.errorsText(isValid.errors)).toBe(true)
    expect(isValid({ ...incident, more: 1 })).toBe(false)
    expect(incidentSchema.safeParse({ ...incident, kind: '' }).success).toBe(false)
  }
})

test('the schema and the type are one', () => {
  expectTypeOf<z.output<typeof incidentSchema>>().toExtend<Incident>()
})
