import { z } from 'zod'
import { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'

/** Longest line that is read, in UTF-16 units; a longer one is refused. */
export const LONGEST_LINE = 16 * 1024 * 1024

const day = z.iso.date().or(z.iso.datetime({ offset: true, local: true }))

/** One input record; unknown keys are kept aside by the reader. */
export const reportInputSchema = z.object({
  text: z.string().refine((text) => text.trim() !== '', 'is empty'),
  id: z.string().min(1).exactOptional(),
  title: z.string().min(1).exactOptional(),
  outlet: z.string().min(1).exactOptional(),
  author: z.string().min(1).exactOptional(),
  publishedAt: day.exactOptional(),
  updatedAt: day.exactOptional(),
  uri: z.string().min(1).exactOptional(),
  language: z.string().min(2).exactOptional(),
}) satisfies z.ZodType<ReportInput>

/** One report from one line of NDJSON; throws `bad-input` with file, line and reason. */
export function parseJsonLine(line: string, where: string): ReportInput {
  if (line.length > LONGEST_LINE)
    throw new AscribeError(
      'bad-input',
      `${where}: a line of ${line.length} characters; the longest read is ${LONGEST_LINE}`,
    )
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new AscribeError('bad-input', `${where}: broken JSON: ${(cause as Error).message}`, {
      cause,
    })
  }
  return parseReportInput(value, where)
}

/** One report from a parsed value; throws `bad-input` with place and reason. */
export function parseReportInput(value: unknown, where: string): ReportInput {
  const parsed = reportInputSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const key = issue?.path.join('.') ?? ''
  throw new AscribeError(
    'bad-input',
    `${where}: ${key === '' ? 'the record' : key}: ${issue?.message ?? 'not a report'}`,
  )
}
