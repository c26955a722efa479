import type { z } from 'zod'
import { readingSchema } from '../schema/reading.ts'
import { keyOf, type Draft } from './context.ts'
import { outlineReading, type Outline } from './outline.ts'
import type { ViolationKind } from './violation.ts'
import { pathOf, type Step } from './walk.ts'

/**
 * Breaches of the schema: `shape`, and `member` where a word is not in its closed list; a record without id or words is said to lack these.
 * Gives whether the reading has the types that the further checks take for granted.
 */
export function checkShape({ reading, parts, say }: Draft): boolean {
  for (const step of parts.deep) say('shape', pathOf(step), 'is nested too deep')
  if (parts.deep.length > 0) return false
  const { error } = readingSchema.safeParse(reading)
  let isSound = true
  for (const issue of error?.issues ?? []) {
    const value = valueAt(reading, issue.path)
    const isMissing = value === undefined
    if (isMissing || issue.code === 'invalid_type' || issue.code === 'invalid_union')
      isSound = false
    if (issue.path.length > 0 && (value === null || value === '')) continue // `void` says so
    const kind = kindOf(issue, value)
    say(kind, pathOf(stepOf(issue.path)), isMissing ? 'missing' : reasonOf(issue, value))
  }
  return isSound
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

function kindOf(issue: Issue, value: unknown): ViolationKind {
  const outlines = outlinesOn(issue.path)
  const part = outlines.at(-1)?.part
  if (issue.path[0] === 'schema') return 'shape'
  if (part?.is === 'evidence' && issue.code === 'custom') return 'shape'
  if (outlines.some((outline) => outline?.part?.is === 'evidence')) return 'span'
  if (part?.is === 'id' && value === undefined) return 'id'
  if (issue.code === 'custom' && issue.params?.['kind'] === 'void') return 'void'
  if (issue.code === 'too_small' && Array.isArray(value)) return 'void'
  if (issue.code === 'invalid_value' && typeof value === 'string') return 'member'
  return 'shape'
}

/** The schema's reasons in the words of the house. */
function reasonOf(issue: Issue, value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value)
  const short = shown.length > 60 ? `${shown.slice(0, 59)}…` : shown
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return `${short} is none of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type') return `${short} is no ${issue.expected}`
  if (issue.code === 'too_small' && Array.isArray(value)) return 'is an empty list'
  if (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid'))
    return `${short} ${issue.message}`
  return `${short}: ${issue.message}`
}

function valueAt(reading: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => keyOf(value, key as string | number), reading)
}

/** The outlines of the places on a way into a reading. */
function outlinesOn(path: Path): readonly (Outline | undefined)[] {
  let outline: Outline | undefined = outlineReading()
  return path.map((key) => {
    outline = typeof key === 'number' ? outline?.items : outline?.keys?.get(String(key))
    return outline
  })
}

function stepOf(path: Path): Step | undefined {
  return path.reduce<Step | undefined>((above, key) => {
    const step = { key: key as string | number }
    return above ? { ...step, above } : step
  }, undefined)
}
