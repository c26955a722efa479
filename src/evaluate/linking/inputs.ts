import { z } from 'zod'
import { AscribeError } from '../../base/errors.ts'
import { isDay, pad } from '../../base/calendar.ts'
import type { ReportInput } from '../../records/index.ts'

const article = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  date: z.string().optional(),
})

/** An article that labelled groups name by id. Its day is that in the head of its text; the field `date` is often another one, and counts only where the head has none. */
export function parseArticle(value: unknown, where: string): ReportInput {
  const { id, text, title, outlet, date } = parse(article, value, `${where}: no article`)
  const publishedAt = headDate(text) ?? date
  return {
    id,
    text,
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(publishedAt !== undefined && { publishedAt }),
  }
}

const story = z.object({ docid: z.string(), subtopic: z.string(), text: z.string() })

/** A document of ECB+ and the group that it is of. */
export function parseStory(value: unknown, where: string): { input: ReportInput; group: string } {
  const { docid, subtopic, text } = parse(story, value, `${where}: no document of ECB+`)
  return { input: { id: docid, text }, group: subtopic }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AscribeError('bad-input', `${what}: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Letters of a text that are its head. */
const HEAD = 200
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** "17-08-2014", "19.07.2016"; "05 Apr 2017"; "August 21, 2013", "Apr 232017". */
const DATES: readonly RegExp[] = [
  /\b(?<day>\d{1,2})[.-](?<month>\d{2})[.-](?<year>20\d\d)/,
  /\b(?<day>\d{1,2}) (?<name>[A-Z][a-z]{2})[a-z]*,? (?<year>20\d\d)/,
  /\b(?<name>[A-Z][a-z]{2})[a-z]*\.? (?<day>\d{1,2}),? ?(?<year>20\d\d)/,
]

/** The day that the head of a text names. */
function headDate(text: string): string | undefined {
  const head = text.slice(0, HEAD)
  for (const pattern of DATES) {
    const { day, month, name, year } = pattern.exec(head)?.groups ?? {}
    const number =
      month === undefined ? MONTHS.indexOf(name?.toLowerCase() ?? '') + 1 : Number(month)
    if (year !== undefined && isDay(Number(year), number, Number(day)))
      return `${year}-${pad(number, 2)}-${pad(Number(day), 2)}`
  }
  return undefined
}
