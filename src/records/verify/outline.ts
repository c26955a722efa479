import type { z } from 'zod'
import { parts, type Part } from '../schema/parts.ts'
import { readingSchema } from '../schema/reading.ts'

/** What the checks must know of a place in a reading: whether it is an id, a reference or evidence, and what lies below. */
export interface Outline {
  readonly part?: Part
  /** Outlines of an object's keys. */
  readonly keys?: ReadonlyMap<string, Outline>
  /** The outline of a list's items. */
  readonly items?: Outline
}

/** The outline of a reading, read off its schema, so that a new key is checked as soon as the schema has it. */
export function outlineReading(): Outline {
  return (outline ??= outlineOf(readingSchema, new Map()))
}

let outline: Outline | undefined

/** Sourced values hold rivals of their own sort: what was begun is found again. */
function outlineOf(schema: z.core.$ZodType, known: Map<z.core.$ZodType, Outline>): Outline {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'optional') return outlineOf(def.innerType, known)
  const before = known.get(schema)
  if (before) return before
  const part = parts.get(schema)
  const made: { -readonly [K in keyof Outline]: Outline[K] } = part ? { part } : {}
  known.set(schema, made)
  if (def.type === 'array') made.items = outlineOf(def.element, known)
  if (def.type === 'object')
    made.keys = new Map(
      Object.entries(def.shape).map(([key, inner]) => [key, outlineOf(inner, known)]),
    )
  return made
}
