import { statementSchema, type SourceType } from '../../records/index.ts'
import type { Lexicon, LexiconRow } from '../../text/index.ts'
import { nounList, type NounList } from '../mentions/words.ts'

/** What a noun tells of the type of the source that it names. */
export interface SourceWord {
  readonly type?: SourceType
  /** A person by office or work, a body, a paper, or a word beside another noun ("medical"). */
  readonly names: 'person' | 'body' | 'paper' | 'mark'
  /** The type is rather that of the body named beside it: "police spokesman", "the rebels' letter". */
  readonly ofBody: boolean
}

/** The nouns that tell a type, from `org-nouns`, `person-roles`, `source-nouns`, `source-marks` and `source-papers`; what a later list says goes first. */
export function openSourceWords(lexicon: Lexicon): NounList<SourceWord> {
  const rows = (list: string, names: SourceWord['names']) =>
    lexicon.rows(list).map((row) => [nameOf(row), wordOf(row, names)] as const)
  return nounList([
    ...rows('org-nouns', 'body'),
    ...rows('person-roles', 'person'),
    ...lexicon.rows('source-nouns').map((row) => [nameOf(row), wordOf(row, namedBy(row))] as const),
    ...rows('source-marks', 'mark'),
    ...rows('source-papers', 'paper'),
  ])
}

/** What somebody's work tells of him, by its verb. */
export interface SourceWork {
  readonly type: SourceType
  /** Objects with which the verb is no such work ("studies law"). */
  readonly not: ReadonlySet<string>
}

/** The verbs of `source-work`. */
export function openSourceWork(lexicon: Lexicon): ReadonlyMap<string, SourceWork> {
  return new Map(
    lexicon.rows('source-work').flatMap(({ verb = '', type: name, not }) => {
      const type = SOURCE_TYPES.find((one) => one === name)
      return type ? [[verb, { type, not: new Set(not?.split('|') ?? []) }]] : []
    }),
  )
}

function nameOf({ noun, word }: LexiconRow): string {
  return (noun ?? word ?? '').toLowerCase()
}

function wordOf(row: LexiconRow, names: SourceWord['names']): SourceWord {
  const type = SOURCE_TYPES.find((one) => one === (row['source'] ?? row['type']))
  return { names, ofBody: row['of'] === 'body', ...(type && { type }) }
}

function namedBy({ kind }: LexiconRow): SourceWord['names'] {
  if (kind === 'document') return 'paper'
  return kind === 'organisation' || kind === 'media' ? 'body' : 'person'
}

const SOURCE_TYPES = statementSchema.shape.source.unwrap().shape.type.unwrap().options
