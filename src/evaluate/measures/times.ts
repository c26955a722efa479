import { spansMeet, type Reading, type Span } from '../../records/index.ts'
import { countRate, countShare, resultsOf, type Scores, type ShareCounter } from '../score.ts'
import { inText } from '../token-sets.ts'

/** A time expression with its TIMEX3 type (in small letters) and value. */
export interface GoldTime extends Span {
  readonly type: string
  readonly value?: string
}

/**
 * Scores time expressions as TempEval-3 does. `strict`: the same extent but for white space; `relaxed`: a character in common;
 * `value`: over the gold that is touched, whether the best of ours says the same value; `value F1` is relaxed F1 times that share.
 */
export function countTimes() {
  const [strict, relaxed] = [countRate(), countRate()]
  const [value, type] = [countShare(), countShare()]
  const byType = new Map<string, ShareCounter>()
  const judge = (one: GoldTime, best: GoldTime): void => {
    const isRight = best.value === one.value
    value.add(isRight)
    type.add(best.type === one.type)
    const counter = byType.get(one.type) ?? countShare()
    byType.set(one.type, counter)
    counter.add(isRight)
  }
  return {
    add(text: string, gold: readonly GoldTime[], { times }: Pick<Reading, 'times'>) {
      const place = withoutSpace(text)
      const wanted = gold.map(place)
      const found = timeSpans(times).map(place)
      const has = (side: readonly GoldTime[], test: (a: Span, b: Span) => boolean) => (one: Span) =>
        side.some((other) => test(one, other))
      const sizes = { system: found.length, gold: wanted.length }
      strict.add({ right: wanted.filter(has(found, sameExtent)).length, ...sizes })
      const touched = wanted.filter(has(found, spansMeet))
      const rightOfSystem = found.filter(has(wanted, spansMeet)).length
      relaxed.add({ right: touched.length, rightOfSystem, ...sizes })
      for (const one of touched) judge(one, bestFor(one, found))
    },
    scores: (): Scores => ({
      ...resultsOf({ strict, relaxed, value, type }),
      'value F1': relaxed.result().f1 * value.result().share,
      'value by type': resultsOf(Object.fromEntries([...byType].sort())),
    }),
  }
}

/** Each evidence of each time as one expression. */
export function timeSpans(times: Reading['times']): GoldTime[] {
  return times.flatMap(({ evidence, type, value }) =>
    inText(evidence).map(({ start, end }) => ({
      start,
      end,
      type,
      ...(value !== undefined && { value }),
    })),
  )
}

/** Maps spans of a text to spans of the text without its white space: sets differ in where they cut at a line's end. */
function withoutSpace(text: string): (time: GoldTime) => GoldTime {
  const at = new Uint32Array(text.length + 1)
  for (let i = 0; i < text.length; i += 1)
    at[i + 1] = (at[i] ?? 0) + (/\s/.test(text.charAt(i)) ? 0 : 1)
  return (time) => ({ ...time, start: at[time.start] ?? 0, end: at[time.end] ?? 0 })
}

function sameExtent(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** The same extent before any other, then the most characters in common. */
function bestFor(one: Span, found: readonly GoldTime[]): GoldTime {
  const rank = (other: Span): number =>
    sameExtent(one, other)
      ? Infinity
      : Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return found.reduce((best, other) => (rank(other) > rank(best) ? other : best))
}
