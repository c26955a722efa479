import { sha256 } from '../../base/hash.ts'
import type { Credit, Place, Reading, Statement, Time } from '../../records/index.ts'
import { fail, openFaults, type Fault, type Faults } from './fault.ts'
import type { Head } from './head.ts'
import { parseMarked, type Block, type MarkedReport } from './marked-report.ts'
import { openActor, openPlace, openTime, readCredit, type Opening } from './read-names.ts'
import { openEvent } from './read-event.ts'
import { openStatement } from './read-statement.ts'
import type { Context } from './read-value.ts'
import { openRefs, reportingStatement } from './refs.ts'

/** A marked report as a reading; where it has faults there is none, or one without what is faulty. */
export interface CompiledReport {
  readonly reading?: Reading
  readonly head?: Head
  readonly faults: readonly Fault[]
  /** The line of a record or value of the reading, by its id. */
  lineOf(id: string): number | undefined
}

/** What marks are read with. */
export interface MarkWords {
  /** The lemma of a cue: "said" is say, "according to" is according-to. */
  lemmaOf(words: string): string
}

/** The gold reading of a marked report; `id` names the report. Never throws for what is written in it: that becomes faults, and the rest goes on. */
export function compileReport(source: string, id: string, { lemmaOf }: MarkWords): CompiledReport {
  const faults = openFaults()
  const marked = parseMarked(source, faults)
  const refs = openRefs(id)
  const done = { faults: faults.all(), lineOf: refs.lineOf }
  if (!marked) return done
  const { head, text } = marked
  const texts = { text, ...(head.given.title !== undefined && { title: head.given.title }) }
  const [times, places] = [new Map<string, Time>(), new Map<string, Place>()]
  const context: Context = { texts, refs, faults, lemmaOf, times, places }
  const opened = openAll(marked, context)
  for (const time of finish(opened.times, faults)) times.set(time.id, time)
  for (const place of finish(opened.places, faults)) places.set(place.id, place)
  const events = finish(opened.events, faults)
  const statements = finish(opened.statements, faults)
  const actors = finish(opened.actors, faults)
  const { credits } = opened
  const language = head.given.language ?? 'en'
  const report = {
    ...head.given,
    id,
    text,
    hash: sha256(text),
    language,
    ...(credits.length > 0 && { credits }),
  }
  const records = {
    actors,
    events,
    statements,
    times: [...times.values()],
    places: [...places.values()],
  }
  const reading: Reading = { schema: 'ascribe.reading/1', run: RUN, report, ...records, notes: [] }
  return { reading, head, faults: faults.all(), lineOf: refs.lineOf }
}

const RUN = { ascribe: 'corpus', codebook: 'core@1', data: 'corpus' }

/** Records by sort, opened in the order of the file: each with its line. */
type Openings<T> = (readonly [Block, Opening<T>])[]

function openAll({ blocks }: MarkedReport, context: Context) {
  const opened = {
    actors: [] as Openings<ReturnType<ReturnType<typeof openActor>>>,
    times: [] as Openings<Time>,
    places: [] as Openings<Place>,
    events: [] as Openings<ReturnType<ReturnType<typeof openEvent>>>,
    statements: [] as Openings<Statement>,
    credits: [] as Credit[],
  }
  for (const block of blocks)
    context.faults.at(block.main.number, () => {
      const { label } = block.main
      if (label === 'actor') opened.actors.push([block, openActor(block, context)])
      else if (label === 'place') opened.places.push([block, openPlace(block, context)])
      else if (label === 'event') opened.events.push([block, openEvent(block, context)])
      else if (label === 'statement') opened.statements.push([block, openLinked(block, context)])
      else if (label === 'credit') opened.credits.push(readCredit(block, context))
      else if (TIMES.has(label)) opened.times.push([block, openTime(block, context)])
      else
        fail(
          `no record begins with ${label || 'a quote'} (actor, place, date, time, duration, set, event, statement, credit)`,
        )
    })
  return opened
}

const TIMES = new Set(['date', 'time', 'duration', 'set'])

/** A statement within the one that reports it, where no line says otherwise. */
function openLinked(block: Block, context: Context): Opening<Statement> {
  const make = openStatement(block, context)
  if (block.parts.some(({ label }) => label === 'within')) return make
  return () => {
    const made = make()
    const outer = reportingStatement(made, context.refs.allSaid())
    return outer ? { ...made, within: outer.id } : made
  }
}

function finish<T>(openings: Openings<T>, faults: Faults): T[] {
  return openings.flatMap(([block, make]) => {
    const made = faults.at(block.main.number, make)
    return made === undefined ? [] : [made]
  })
}
