import type { Evidence, Place, Read, Said, Time } from '../../records/index.ts'
import { fail, type Faults } from './fault.ts'
import { findAll, type Texts } from './find-words.ts'
import type { Line } from './line.ts'
import { plain } from './pattern.ts'
import type { Refs, Sort } from './refs.ts'

/** What every record line is read with. */
export interface Context {
  readonly texts: Texts
  readonly refs: Refs
  readonly faults: Faults
  /** The lemma of a cue. */
  readonly lemmaOf: (words: string) => string
  /** Times and places that have been made, by id. */
  readonly times: ReadonlyMap<string, Time>
  readonly places: ReadonlyMap<string, Place>
}

/** `stage/rule-name` of all that people mark. */
export const READ_BY = 'corpus/by-hand'

/** What a value has besides itself: id, words, and the statement that carries it, which is the innermost around its words unless the line says another. */
export function readOf(
  line: Line,
  {
    owner,
    sort,
    evidence,
    id,
  }: { owner: string; sort: string; evidence: readonly Evidence[]; id?: string },
  { refs }: Context,
): Read {
  if (evidence.length === 0) fail('a value has words: none are quoted')
  return {
    id: id ?? refs.valueId(owner, sort, { evidence, line: line.number }),
    evidence,
    readBy: READ_BY,
    ...saidOf(line, refs.carrier(evidence), refs),
  }
}

/** `says @governor confirmed by @army denied by @front`; `says nobody` where it is the report's own word. */
export function saidOf({ clauses }: Line, carrier: string | undefined, refs: Refs): Said {
  const says = clauses.get('says')
  const statements = (name: string): string[] =>
    (clauses.get(name)?.handles ?? []).map((handle) => refs.byHandle(handle, 'statement').id)
  const [stated] = statements('says')
  if (says && stated === undefined && says.plain[0] !== 'nobody')
    fail('says whom? a statement by its handle, or nobody')
  const statement = says ? stated : carrier
  const [confirmedBy, deniedBy] = [statements('confirmed by'), statements('denied by')]
  return {
    ...(statement !== undefined && { statement }),
    ...(confirmedBy.length > 0 && { confirmedBy }),
    ...(deniedBy.length > 0 && { deniedBy }),
  }
}

export const SAID = ['says', 'confirmed by', 'denied by'] as const

/** A record that a clause refers to by handle or by words; undefined where it does neither. */
export function referredTo(
  clause: Pick<Line, 'handles' | 'quotes' | 'plain'> | undefined,
  sort: Sort,
  { refs, texts }: Context,
): string | undefined {
  const [handle] = clause?.handles ?? []
  if (handle !== undefined) return refs.byHandle(handle, sort).id
  if (!clause || clause.quotes.length === 0) return undefined
  return refs.byWords(findAll(clause, texts), sort)?.id
}

/** The words that a line quotes, or those of the record that it names, where these are but one. */
export function wordsOf(line: Line, sort: Sort, { texts, refs }: Context): readonly Evidence[] {
  const evidence = findAll(line, texts)
  const [handle] = line.handles
  if (evidence.length > 0 || handle === undefined) return evidence
  const known = refs.byHandle(handle, sort).evidence
  return known.length === 1
    ? known
    : fail(`@${handle} has words in several places: quote those that are meant`)
}

/** A text in quotes that stands for itself: `called "Ilan Morvath"`. */
export function literalOf({ clauses }: Line, name: string): string | undefined {
  const [quote] = clauses.get(name)?.quotes ?? []
  return quote && plain(quote.source)
}
