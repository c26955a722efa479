import type { z } from 'zod'
import { AscribeError } from '../base/errors.ts'
import type { Reading, ReportInput } from '../records/index.ts'
import type { Known } from './known.ts'
import type { Scores } from './score.ts'

/** One format of labelled data. */
export interface LabelledSet {
  readonly name: string
  /** What it holds, in a line for the help. */
  readonly about: string
  /** Whether a record is told by its keys to be of this format. */
  fits(record: unknown): boolean
  open(known: Known): OpenSet
}

/** Counts that grow record by record. */
export interface OpenSet {
  /** One record of the file; throws `bad-input` with place and reason. */
  parse(record: unknown, where: string): GoldReport
  scores(): Scores
}

/** A report, without its answers, and how a reading of it is counted. */
export interface GoldReport {
  readonly input: ReportInput
  /** Counts a reading; throws `bad-input` where it is of another text, as its offsets would mean nothing. */
  count(reading: Reading): void
}

interface Definition<Row, Gold> {
  readonly name: string
  readonly about: string
  readonly schema: z.ZodType<Row>
  /** Keys that no other format has together. */
  readonly keys: readonly string[]
  input(row: Row): ReportInput
  gold(row: Row, known: Known): Gold
  begin(known: Known): { add(gold: Gold, reading: Reading): void; scores(): Scores }
}

/** A labelled set of its parts. */
export function labelledSet<Row, Gold>(definition: Definition<Row, Gold>): LabelledSet {
  const { name, about, keys, schema } = definition
  return {
    name,
    about,
    fits: (record) => isObject(record) && keys.every((key) => key in record),
    open(known) {
      const counts = definition.begin(known)
      return {
        parse(record, where) {
          const row = parseRow(schema, record, `${where}: no record of ${name}`)
          const input = definition.input(row)
          const count = (reading: Reading): void => {
            if (reading.report.text !== input.text)
              throw new AscribeError('bad-input', `${where}: the reading is of another text`)
            counts.add(definition.gold(row, known), reading)
          }
          return { input, count }
        },
        scores: () => counts.scores(),
      }
    },
  }
}

function parseRow<Row>(schema: z.ZodType<Row>, record: unknown, what: string): Row {
  const parsed = schema.safeParse(record)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AscribeError('bad-input', `${what}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
