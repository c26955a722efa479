import type { Source, Statement } from '../../records/index.ts'

/** "I said that I treated wounds", within what a nurse says, is said by the nurse; "we" by the body that speaks, or by people of the speaker's. */
export function withSpeakers(statements: readonly Statement[]): Statement[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return statements.map((statement) => {
    const { source } = statement
    const speaker = source && isFirstPerson(source) ? speakerOf(statement, byId) : undefined
    return source && speaker ? { ...statement, source: spokenBy(source, speaker) } : statement
  })
}

/** Whether the words are a speaker's own pronoun. */
export function isFirstPerson({ text }: Pick<Source, 'text'>): boolean {
  return /^(?:I|my|we|our)$/i.test(text)
}

/** Most statements around that are looked up. */
const DEEPEST = 4

/** The source of the nearest statement around that is somebody else's pronoun or name. */
function speakerOf(statement: Statement, byId: ReadonlyMap<string, Statement>): Source | undefined {
  let at = byId.get(statement.within ?? '')
  for (let depth = 0; at && depth < DEEPEST; depth += 1) {
    if (at.source && !isFirstPerson(at.source)) return at.source
    at = byId.get(at.within ?? '')
  }
  return undefined
}

function spokenBy({ text, evidence }: Source, speaker: Source): Source {
  const { kind, type, actor } = speaker
  const isOne = /^(?:I|my)$/i.test(text)
  const isPerson = kind === 'named-person' || kind === 'unnamed-person'
  const base = { text, evidence, ...(type && { type }) }
  if (!isOne && isPerson) return { ...base, kind: 'group' }
  return { ...base, kind, ...(actor !== undefined && { actor }) }
}
