import type { Part } from '../schema/parts.ts'
import { outlineReading, type Outline } from './outline.ts'

/** A place in a reading, by the way to it. */
export interface Step {
  readonly key: string | number
  readonly above?: Step
}

/** One part of a reading that a check looks at. */
export interface Found<P extends Part = Part> {
  readonly value: unknown
  readonly part: P
  readonly step: Step
}

/** The parts of a reading, in order. */
export interface Parts {
  readonly ids: readonly Found[]
  readonly references: readonly Found<Part & { is: 'reference' }>[]
  readonly evidence: readonly Found<Part & { is: 'evidence' }>[]
  /** Places that hold null or no text. */
  readonly empty: readonly Step[]
  /** Places below which nothing was looked at: no record nests as deep. */
  readonly deep: readonly Step[]
}

/** More than rivals of rivals need, and few enough for any stack. */
const DEEPEST = 60

/** Finds all parts of a reading in one pass; takes any value, however malformed. */
export function partsOf(reading: unknown): Parts {
  const found: Lists = { ids: [], references: [], evidence: [], empty: [], deep: [] }
  walk({ value: reading, outline: outlineReading(), depth: 0 }, found)
  return found
}

/** `events[0].figures[1]` */
export function pathOf(step: Step | undefined): string {
  if (!step) return ''
  const above = pathOf(step.above)
  if (typeof step.key === 'number') return `${above}[${step.key}]`
  return above === '' ? step.key : `${above}.${step.key}`
}

interface Spot {
  readonly value: unknown
  /** Absent where the schema says no more: the rows of codebooks, keys that it does not know. */
  readonly outline?: Outline | undefined
  readonly step?: Step
  readonly depth: number
}

type Lists = { -readonly [K in keyof Parts]: Parts[K][number][] }

function walk(spot: Spot, found: Lists): void {
  const { value, outline, step, depth } = spot
  if (step) note(spot, step, found)
  if (typeof value !== 'object' || value === null) return
  if (depth === DEEPEST) {
    if (step) found.deep.push(step)
    return
  }
  const below = (key: string | number, inner: unknown, innerOutline?: Outline): void => {
    const innerStep = step ? { key, above: step } : { key }
    walk({ value: inner, outline: innerOutline, step: innerStep, depth: depth + 1 }, found)
  }
  if (Array.isArray(value)) value.forEach((item, i) => below(i, item, outline?.items))
  else for (const [key, inner] of Object.entries(value)) below(key, inner, outline?.keys?.get(key))
}

function note({ value, outline }: Spot, step: Step, found: Lists): void {
  const part = outline?.part
  if (part?.is === 'id') found.ids.push({ value, part, step })
  if (part?.is === 'reference') found.references.push({ value, part, step })
  if (part?.is === 'evidence') found.evidence.push({ value, part, step })
  if (value === null || (value === '' && !isText(step))) found.empty.push(step)
}

/** A report may hold no text at all. */
function isText({ key, above }: Step): boolean {
  return key === 'text' && above?.key === 'report' && !above.above
}
