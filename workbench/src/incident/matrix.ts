import type { Claim, ClaimField, ClaimValue, Incident, Stance } from '../../../src/server/api.ts'
import { valueText } from '../../../src/export/claim-text.ts'
import { actorOf } from './actor-of.ts'

/** How somebody stands to a value; each has its sign, as colour alone says nothing. */
export type Mark = 'asserts' | 'confirms' | 'denies' | 'hedges' | 'names'

/** The sign of each. */
export const SIGNS: Readonly<Record<Mark, string>> = {
  asserts: '▲',
  confirms: '✔',
  denies: '✖',
  hedges: '~',
  names: '·',
}

/** What a stance is in the table; whoever asks, hopes or threatens only names the value. */
const MARKS: Readonly<Partial<Record<Stance, Mark>>> = {
  asserts: 'asserts',
  claims: 'asserts',
  accuses: 'asserts',
  confirms: 'confirms',
  denies: 'denies',
  suggests: 'hedges',
  doubts: 'hedges',
  warns: 'hedges',
}

/** A value that somebody says something of. */
export interface Proposition {
  readonly key: string
  readonly field: ClaimField
  readonly text: string
  /** The address of the page of the actor that it names. */
  readonly actor?: string
  /** True where it is a side of a contradiction. */
  readonly isDisputed: boolean
}

/** Whoever says something, through which reports, and what of each proposition. */
export interface Row {
  readonly key: string
  /** Absent where the reports say so themselves. */
  readonly who?: string
  readonly outlets: readonly string[]
  readonly cells: ReadonlyMap<string, Cell>
}

/** The claims of one source on one proposition, and how it stands to it. */
export interface Cell {
  readonly marks: readonly Mark[]
  readonly claims: readonly Claim[]
}

/** Who says what of an incident: an empty cell is silence, no consent. */
export interface Matrix {
  readonly propositions: readonly Proposition[]
  readonly rows: readonly Row[]
}

/** Fields in the order in which they are told. */
export const FIELDS: readonly ClaimField[] = [
  'kind',
  'status',
  'participant.perpetrator',
  'responsibility',
  'participant.party',
  'participant.target',
  'participant.victim',
  'participant.recipient',
  'participant.supporter',
  'figure.killed',
  'figure.injured',
  'figure.missing',
  'figure.abducted',
  'figure.detained',
  'figure.displaced',
  'figure.freed',
  'time',
  'place',
  'site',
  'means',
  'size',
  'damage',
]

/** The table of an incident: sources by origin, since copies of one text are one voice. */
export function matrixOf(
  { values, contradictions }: Incident,
  textOf: (value: ClaimValue) => string = valueText,
): Matrix {
  const disputed = new Set(
    contradictions.flatMap(({ sides }) => sides.flatMap((side) => side.claims)),
  )
  const propositions = new Map<string, Proposition>()
  const rows = new Map<string, Row & { cells: Map<string, Cell>; outlets: string[] }>()
  for (const claim of values) {
    const column = columnOf(claim, textOf)
    const known = propositions.get(column.key)
    propositions.set(column.key, {
      ...column,
      isDisputed: known?.isDisputed === true || disputed.has(claim.id),
    })
    const key = `${claim.sourceActor ?? claim.source?.toLowerCase() ?? ''} ${claim.origin}`
    const row = rows.get(key) ?? {
      key,
      ...(claim.source !== undefined && { who: claim.source }),
      outlets: [],
      cells: new Map<string, Cell>(),
    }
    rows.set(key, row)
    const outlet = claim.outlet ?? claim.report
    if (!row.outlets.includes(outlet)) row.outlets.push(outlet)
    row.cells.set(column.key, cellWith(row.cells.get(column.key), claim))
  }
  return { propositions: inOrder([...propositions.values()]), rows: [...rows.values()] }
}

function cellWith(cell: Cell | undefined, claim: Claim): Cell {
  const mark = MARKS[claim.stance] ?? 'names'
  const { marks = [], claims = [] } = cell ?? {}
  return {
    marks: marks.includes(mark) ? marks : [...marks, mark],
    claims: [...claims, claim],
  }
}

function columnOf(
  { field, value }: Claim,
  textOf: (value: ClaimValue) => string,
): Omit<Proposition, 'isDisputed'> {
  // The place's coordinates are for the map; the table asks which place.
  const text = 'place' in value ? value.place.name : textOf(value)
  const actor = actorOf(value)
  return { key: `${field} ${text}`, field, text, ...(actor !== undefined && { actor }) }
}

function inOrder(propositions: Proposition[]): Proposition[] {
  return propositions.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field))
}
