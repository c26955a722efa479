import type { Db } from '../db.ts'
import { plainText } from '../search-text.ts'

/** Passages of texts that hold a query's words, the words between « and », in the order of the texts. */
export async function markWords(
  db: Db,
  query: string,
  texts: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ passage: string }>(
    `
    select ts_headline('english', text, websearch_to_tsquery('english', $1),
      'StartSel=«, StopSel=», MaxFragments=2, MaxWords=20, MinWords=8, FragmentDelimiter=" … "') as passage
    from unnest($2::text[]) with ordinality as given (text, position)
    order by position`,
    [plainText(query), texts.map(plainText)],
  )
  return rows.map(({ passage }) => passage)
}
