import type { Event, EventPlace, EventTime, Place, Sourced, Time } from '../../records/index.ts'
import { parseRange } from './count.ts'
import { fail } from './fault.ts'
import type { Line } from './line.ts'
import { allowClauses, openPlain } from './plain-words.ts'
import { LOCATION, locationOf, someWords } from './read-names.ts'
import { literalOf, readOf, referredTo, SAID, wordsOf, type Context } from './read-value.ts'

/** The values of an event that may have rivals. */
export const SOURCED = ['time', 'place', 'site', 'size', 'means'] as const
type Name = (typeof SOURCED)[number]

interface Values {
  time: EventTime
  place: EventPlace
  site: string
  size: NonNullable<Event['size']>['value']
  means: string
}
type Found = { [N in Name]: Sourced<Values[N]>[] }

/** The sourced values of one event, line by line. */
export interface SourcedValues {
  /** Reads a line; false where it is of another sort. */
  read(line: Line): boolean
  all(): Pick<Event, 'means'> & { [N in Exclude<Name, 'means'>]: Event[N] }
}

/** No values yet. */
export function openSourced(event: string, context: Context): SourcedValues {
  const found: Found = { time: [], place: [], site: [], size: [], means: [] }
  const add = <N extends Name>(name: N, line: Line, isRival: boolean): void => {
    const all: Sourced<Values[N]>[] = found[name]
    const value = readSourced(name, line, { event, context })
    const last = all.at(-1)
    if (isRival && last) all.splice(-1, 1, { ...last, also: [...(last.also ?? []), value] })
    else if (isRival) fail(`or ${name}: there is none above it`)
    else if (last && name !== 'means') fail(`${name} twice: a rival value begins with “or ${name}”`)
    else all.push(value)
  }
  return {
    read(line) {
      const isRival = line.label === 'or'
      const name = SOURCED.find((one) => one === (isRival ? line.plain[0] : line.label))
      if (name)
        add(name, isRival ? { ...line, label: name, plain: line.plain.slice(1) } : line, isRival)
      return name !== undefined
    },
    all: () => ({
      time: found.time[0],
      place: found.place[0],
      site: found.site[0],
      size: found.size[0],
      means: found.means,
    }),
  }
}

function readSourced<N extends Name>(
  name: N,
  line: Line,
  { event, context }: { event: string; context: Context },
): Sourced<Values[N]> {
  const isRecord = name === 'time' || name === 'place'
  const evidence = isRecord ? wordsOf(line, name, context) : someWords(line, context)
  const value = READ[name](line, context)
  return { ...readOf(line, { owner: event, sort: name, evidence }, context), value }
}

const READ: { readonly [N in Name]: (line: Line, context: Context) => Values[N] } = {
  time: when,
  place: where,
  site(line, context) {
    allowClauses(line, 'as', ...SAID)
    openPlain(line).end()
    return literalOf(line, 'as') ?? someWords(line, context)[0]?.quote ?? ''
  },
  size(line) {
    allowClauses(line, ...SAID)
    const words = openPlain(line)
    const count = words.count() ?? fail('how many? 4, 7.., ..9, 24.. vague')
    words.end()
    return count
  },
  means(line) {
    allowClauses(line, ...SAID)
    const words = openPlain(line)
    const means =
      words.matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/) ??
      fail('which means? a value of the weapon list: bomb, rifle, drone')
    words.end()
    return means
  },
}

/** The range of the Time that the words are of, unless the line gives another. */
function when(line: Line, context: Context): EventTime {
  allowClauses(line, ...SAID)
  const words = openPlain(line)
  const isAlone = words.flag('alone')
  const isUndated = words.flag('undated')
  const range = isUndated ? '..' : words.matching(/^[\d.]/)
  words.end()
  const ref = isAlone ? undefined : referredTo(line, 'time', context)
  if (!isAlone && ref === undefined)
    fail('not the very words of one Time: write a line “date …” for them, or name it by its handle')
  const time = context.times.get(ref ?? '')
  const stated = range === undefined ? rangeIn(time) : parseRange(range)
  return { ...stated, ...(ref !== undefined && { ref }) }
}

function rangeIn(time: Time | undefined): EventTime {
  const { earliest, latest } = time ?? {}
  return { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }) }
}

/** The Place that the words are of, unless the line says all of where it is. */
function where(line: Line, context: Context): EventPlace {
  allowClauses(line, 'called', ...LOCATION, ...SAID)
  const words = openPlain(line)
  const isAlone = words.flag('alone')
  const own = locationOf(line, words)
  words.end()
  const ref = isAlone ? undefined : referredTo(line, 'place', context)
  if (!isAlone && ref === undefined)
    fail(
      'not the very words of one Place: write a line “place …” for them, or name it by its handle',
    )
  const place = context.places.get(ref ?? '')
  const called = literalOf(line, 'called')
  const isStated = called !== undefined || Object.keys(own).length > 0
  const name = called ?? place?.name ?? wordsOf(line, 'place', context)[0]?.quote ?? ''
  return { name, ...(isStated ? own : locationIn(place)), ...(ref !== undefined && { ref }) }
}

/** What a Place says of where it is. */
export function locationIn(place: Place | undefined): Omit<EventPlace, 'name'> {
  if (!place) return {}
  const { country, admin1, admin2, latitude, longitude, gazetteer, exactness } = place
  return Object.fromEntries(
    Object.entries({ country, admin1, admin2, latitude, longitude, gazetteer, exactness }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}
