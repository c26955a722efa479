import type { Evidence, Location, Said } from '../../records/index.ts'
import type { DraftContext } from './handles.ts'
import type { Sort } from './refs.ts'
import { writeLiteral, writeWords } from './write-words.ts'

/** Parts of a line with one space between; what is not there falls out. */
export function line(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}

/** ` says @s2`, where the innermost statement around the words is another or none. */
export function writeSaid(
  said: Said,
  carrier: string | undefined,
  { refOf, handleOf }: DraftContext,
): string {
  const { statement, confirmedBy = [], deniedBy = [] } = said
  const own = statement === undefined ? undefined : refOf(statement)
  return line(
    own !== carrier && (statement === undefined ? 'says nobody' : `says ${handleOf(statement)}`),
    confirmedBy.length > 0 && `confirmed by ${confirmedBy.map(handleOf).join(', ')}`,
    deniedBy.length > 0 && `denied by ${deniedBy.map(handleOf).join(', ')}`,
  )
}

/** The handle of a record that is meant, where its words alone would not find it. */
export function writeReference(
  id: string,
  { sort, evidence }: { sort: Sort; evidence: readonly Evidence[] },
  { refs, refOf, handleOf }: DraftContext,
): string | undefined {
  return refs.byWords(evidence, sort)?.id === refOf(id) ? undefined : handleOf(id)
}

/** `called "Ilan Morvath"`, where a text is not what its words say. */
export function writeOther(
  keyword: string,
  text: string,
  words: string | undefined,
): string | undefined {
  return text === words ? undefined : `${keyword} ${writeLiteral(text)}`
}

/** `AFG town` and `at 34.34 62.20 gazetteer 12`: the plain words, and the clauses that come behind the quotes. */
export function writeLocation(where: Location): { plain: string; clauses: string } {
  const { country, exactness, admin1, admin2, latitude, longitude, gazetteer } = where
  return {
    plain: line(country, exactness),
    clauses: line(
      latitude !== undefined && `at ${latitude} ${longitude ?? 0}`,
      admin1 !== undefined && `admin1 ${writeLiteral(admin1)}`,
      admin2 !== undefined && `admin2 ${writeLiteral(admin2)}`,
      gazetteer !== undefined && `gazetteer ${gazetteer}`,
    ),
  }
}

export function quotes(evidence: readonly Evidence[], { texts }: DraftContext): string {
  return writeWords(evidence, texts)
}
