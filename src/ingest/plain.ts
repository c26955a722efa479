import { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'
import { parseReportInput } from './report-input.ts'

/** A leading line or word pair that dates a bare text: "date 2022-09-08 ". */
const DATE_HEADER = /^\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]*\r?\n|[ \t]+|$)/

/** A report from bare text; a leading `date YYYY-MM-DD` is taken as its publication date and no part of the text. */
export function parsePlain(text: string, where: string): ReportInput {
  const header = DATE_HEADER.exec(text)
  const body = header ? text.slice(header[0].length) : text
  if (body.trim() === '') throw new AscribeError('bad-input', `${where}: empty report`)
  const publishedAt = header?.[1]
  return parseReportInput(
    publishedAt === undefined ? { text: body } : { text: body, publishedAt },
    where,
  )
}
