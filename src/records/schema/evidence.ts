import { z } from 'zod'
import type { Evidence, Read, Said, Sourced } from '../evidence.ts'
import { idOf, ownId, parts, readBy, some, words, type Width } from './parts.ts'

const offset = z.int().min(0)

/** A span and the words at it. */
export const evidenceSchema = z
  .strictObject({
    start: offset.describe('Where the words begin, in UTF-16 units of the text.'),
    end: offset.describe('Where they end: the unit after the last.'),
    quote: words.describe('The words themselves: `text.slice(start, end)`.'),
    in: z
      .literal('title')
      .describe("`title` where the words stand in the report's title; absent for its text.")
      .exactOptional(),
  })
  .refine(({ start, end }) => start < end, 'ends before it begins')
  .meta({
    id: 'Evidence',
    description:
      'Words of the report and where they stand. A value without evidence does not exist.',
  }) satisfies z.ZodType<Evidence>

/** One span or more of at most a width. */
export function evidenceOf(width: Width): z.ZodArray<typeof evidenceSchema> {
  return some(evidenceSchema).register(parts, { is: 'evidence', width })
}

/** Words that hold a value and little more. */
export const evidence = evidenceOf('tight')

/** The keys of `Said`. */
export const said = {
  statement: idOf('statement')
    .describe('The statement that carries it, where the report puts it in a mouth.')
    .exactOptional(),
  confirmedBy: some(idOf('statement'))
    .describe('Statements of the report that confirm it.')
    .exactOptional(),
  deniedBy: some(idOf('statement'))
    .describe('Statements of the report that deny it.')
    .exactOptional(),
} satisfies ShapeOf<Said>

/** The keys of `Read`. */
export const read = {
  id: ownId,
  evidence: evidence.describe('The words it was read from.'),
  readBy,
  ...said,
} satisfies ShapeOf<Read>

/** A schema for each key of a record: one that is forgotten, or not a key, does not compile. */
export type ShapeOf<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> }

type Also<T extends z.ZodType> = z.ZodExactOptional<z.ZodArray<z.ZodType<Sourced<z.output<T>>>>>

/** A value with its words, and its rivals; `name` is that of its definition in the JSON Schema. */
export function sourced<T extends z.ZodType>(value: T, name: `Sourced${string}`) {
  const self = z
    .strictObject({
      ...read,
      value: value.describe('The value as it was read.'),
      get also(): Also<T> {
        const rival = self as unknown as z.ZodType<Sourced<z.output<T>>> // the same schema, whose type the compiler cannot see inside itself
        return some(rival).describe('Rival values that the same report gives.').exactOptional()
      },
    })
    .meta({ id: name, description: 'A value with the words that say it.' })
  return self
}

/** A value that is a text. */
export const sourcedText = sourced(words, 'SourcedText') satisfies z.ZodType<Sourced<string>>
