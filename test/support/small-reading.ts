import { sha256 } from '../../src/base/hash.ts'
import type { Event, Evidence, Figure, Reading, Statement } from '../../src/records/index.ts'

/** A reading of a text with nothing but what is given. */
export function smallReading(text: string, records: Partial<Reading> = {}): Reading {
  return {
    schema: 'ascribe.reading/1',
    run: { ascribe: '0', codebook: 'core@1', data: 'd' },
    report: { id: 'r', text, hash: sha256(text), language: 'en' },
    actors: [],
    events: [],
    statements: [],
    times: [],
    places: [],
    notes: [],
    ...records,
  }
}

/** The evidence at the first place where a text has some words. */
export function at(text: string, words: string): Evidence[] {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`no ${words} in ${text}`)
  return [{ start, end: start + words.length, quote: words }]
}

/** An event with nothing but what is given. */
export function smallEvent(event: Partial<Event> & Pick<Event, 'kind' | 'mentions'>): Event {
  return {
    id: 'e',
    readBy: 'events/x',
    status: 'happened',
    participants: [],
    means: [],
    figures: [],
    claims: [],
    codes: {},
    ...event,
  }
}

let figures = 0
/** A figure with an id and words of its own. */
export function smallFigure(figure: Partial<Figure> & Pick<Figure, 'harm'>): Figure {
  figures += 1
  return {
    id: `f${figures}`,
    evidence: [{ start: figures, end: figures + 1, quote: 'x' }],
    readBy: 'figures/x',
    ...figure,
  }
}

/** A statement with nothing but what is given. */
export function smallStatement(
  statement: Partial<Statement> & Pick<Statement, 'content'>,
): Statement {
  return {
    id: 's',
    readBy: 'statements/x',
    form: 'indirect',
    stance: 'asserts',
    certainty: 'unstated',
    about: [],
    ...statement,
  }
}
