import { z } from 'zod'

/** The sorts of record that a key may name by id. */
export type Target = 'actor' | 'event' | 'statement' | 'time' | 'place' | 'figure'

/** How wide evidence may be: a few words; half of the text; as long as somebody spoke. */
export type Width = 'tight' | 'half' | 'any'

/** What a checker must know of a key beyond its shape: it names the record, names another, or holds evidence. */
export type Part =
  | { readonly is: 'id' }
  | { readonly is: 'reference'; readonly to: Target; readonly or?: 'publication' }
  | { readonly is: 'evidence'; readonly width: Width }

/** The parts that schemas were registered as; `verifyReading` reads its checks off them. */
export const parts = z.registry<Part>()

/** The id of another record of the reading. */
export function idOf(to: Target): z.ZodString {
  return z.string().min(1).register(parts, { is: 'reference', to })
}

/** Text that says something: unknown is an absent key, never `""`. */
export const words = z.string().min(1)

/** The id of the record itself. */
export const ownId = words
  .describe(
    'Names the record in its reading. Made of what it names (report, sort of record, place in the text), not of the rule that read it.',
  )
  .register(parts, { is: 'id' })

/** `stage/rule-name`. */
export const readBy = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9./-]*$/, 'is no stage/rule-name')
  .describe('The rule that read it, as `stage/rule-name`.')

/** A list that is not empty: none is an absent key. */
export function some<T extends z.ZodType>(item: T): z.ZodArray<T> {
  return z.array(item).min(1)
}

/** A flag is true or absent. */
export const flag = z.literal(true)

/** A number of people or things. */
export const count = z.int().min(0)

/** ISO 3166-1 alpha-3, or four letters of ISO 3166-3 for a former state. */
export const country = z.string().regex(/^[A-Z]{3,4}$/, 'is no alpha-3 code')

/** A year, month, day, hour or minute: as exact as the text, never padded. */
export const vagueDate = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?)?)?)?$/,
    'is no date',
  )

/** An ISO 8601 day or instant, as outlets state them. */
export const dayOrInstant = z.iso.date().or(z.iso.datetime({ offset: true, local: true }))

/** Whether an object holds any key. */
export function saysSomething(value: object): boolean {
  return Object.keys(value).length > 0
}

/** What is said of a value that is there and says nothing; a breach of kind `void`. */
export function saysNothing(error: string): { error: string; params: { kind: 'void' } } {
  return { error, params: { kind: 'void' } }
}

export const NOTHING = saysNothing('says nothing; unknown is an absent key')
