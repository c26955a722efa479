import type { Db } from '../db.ts'
import { plainText, SEARCHED } from '../search-text.ts'
import type { ReportVersion } from '../../review/index.ts'

/** The latest versions of reports in whose texts one of some names may stand, in order of id behind one. None that has a name is left out: of words that no search keeps, and of texts that are longer than it looks, all count. */
export async function listNaming(
  db: Db,
  names: readonly string[],
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<ReportVersion[]> {
  const phrases = names.map(plainText)
  const [told] = await db.query<{ isEmpty: boolean }>(
    `
    select bool_or(numnode(phraseto_tsquery('english', name)) = 0) as "isEmpty"
    from unnest($1::text[]) as name`,
    [phrases],
  )
  // A search takes "al-Orrin" for one word and for two.
  const spaced = phrases.map((name) => name.replace(NO_WORD, ' '))
  const all = [...new Set([...phrases, ...spaced])]
  const query = all.map((_, i) => `phraseto_tsquery('english', $${i + 4})`).join(' || ')
  return db.query<ReportVersion>(
    `
    select id as report, version from report
    where id > $1 and ($2 or words @@ (${query}) or length > ${SEARCHED}) and not exists (
      select from report as later where later.id = report.id and later.version > report.version)
    order by id limit $3`,
    [after, told?.isEmpty ?? false, limit, ...all],
  )
}

const NO_WORD = /[^\p{L}\p{N}]+/gu
