import { z } from 'zod'
import type { Note, Reading, Run } from '../reading.ts'
import { actorSchema } from './actor.ts'
import { eventSchema } from './event.ts'
import { evidenceOf, type ShapeOf } from './evidence.ts'
import { words } from './parts.ts'
import { placeSchema } from './place.ts'
import { reportSchema } from './report.ts'
import { statementSchema } from './statement.ts'
import { timeSchema } from './time.ts'

const runSchema = z
  .strictObject({
    ascribe: words.describe('Version of Ascribe.'),
    codebook: words.describe('The codebook and its version: `core@1`.'),
    data: words.describe('Hash of the data files it read with.'),
    dictionary: words
      .describe('Hash of the dictionary of the store that it read with, where that had entries.')
      .exactOptional(),
  } satisfies ShapeOf<Run>)
  .meta({
    id: 'Run',
    description: 'The versions that made the reading; the same give the same bytes.',
  }) satisfies z.ZodType<Run>

const noteSchema = z
  .strictObject({
    code: words.describe('What sort of note it is: `no-publication-date`.'),
    message: words.describe('The note as a sentence.'),
    evidence: evidenceOf('any').describe('The words it is about.').exactOptional(),
  } satisfies ShapeOf<Note>)
  .meta({
    id: 'Note',
    description: 'An odd thing in the text or its record; never an error.',
  }) satisfies z.ZodType<Note>

/** All records of one report. */
export const readingSchema = z
  .strictObject({
    schema: z.literal('ascribe.reading/1').describe('Name and major version of this contract.'),
    run: runSchema.describe('What made it.'),
    report: reportSchema.describe('What was read.'),
    actors: z.array(actorSchema).describe('Everybody whom the report names or describes.'),
    events: z.array(eventSchema).describe('What the report says happened.'),
    statements: z.array(statementSchema).describe('Who says what in it.'),
    times: z.array(timeSchema).describe('Every time expression.'),
    places: z.array(placeSchema).describe('Every place that is named.'),
    notes: z.array(noteSchema).describe('Odd things.'),
  } satisfies ShapeOf<Reading>)
  .meta({
    title: 'Reading',
    description:
      'What one news report says happened and who says so, every value with the words it was read from.',
  }) satisfies z.ZodType<Reading>
