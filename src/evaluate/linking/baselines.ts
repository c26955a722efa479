import type { Groups } from './cluster-scores.ts'

/** What the baselines know of a report: its text, and of what it is about the days and places, as read. */
export interface Story {
  readonly id: string
  readonly text: string
  readonly days: readonly number[]
  readonly places: readonly string[]
}

/** Reports that share a day and a place, and those that share them with these. */
export function groupByDayAndPlace(stories: readonly Story[]): Groups {
  return joinAll(stories, (join) => {
    const first = new Map<string, string>()
    for (const { id, days, places } of stories)
      for (const key of days.flatMap((day) => places.map((place) => `${day} ${place}`))) {
        const other = first.get(key)
        if (other === undefined) first.set(key, id)
        else join(id, other)
      }
  })
}

/** Reports whose words are so alike (TF-IDF, cosine; weights counted in these reports), and those alike to these. */
export function groupByWords(stories: readonly Story[], threshold: number): Groups {
  const vectors = vectorsOf(stories)
  return joinAll(stories, (join) => {
    stories.forEach(({ id }, i) => {
      for (let j = i + 1; j < stories.length; j += 1)
        if (cosine(vectors[i], vectors[j]) > threshold) join(id, stories[j]?.id ?? id)
    })
  })
}

type Vector = ReadonlyMap<string, number>

const WORD = /[\p{L}\p{N}]{2,}/gu

function vectorsOf(stories: readonly Story[]): Vector[] {
  const counts = stories.map(({ text }) => {
    const words = new Map<string, number>()
    for (const [word] of text.toLowerCase().matchAll(WORD))
      words.set(word, (words.get(word) ?? 0) + 1)
    return words
  })
  const reports = new Map<string, number>()
  for (const words of counts)
    for (const word of words.keys()) reports.set(word, (reports.get(word) ?? 0) + 1)
  return counts.map((words) => {
    const weights = [...words].map(([word, count]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(stories.length / (reports.get(word) ?? 1)),
    ])
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([word, weight]) => [word, weight / length]))
  })
}

function cosine(a: Vector = new Map(), b: Vector = new Map()): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0)
  return sum
}

/** Groups of what is joined, directly or through others. */
function joinAll(
  stories: readonly Story[],
  work: (join: (one: string, other: string) => void) => void,
): Groups {
  const parents = new Map(stories.map(({ id }) => [id, id]))
  const rootOf = (id: string): string => {
    let at = id
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up
    return at
  }
  work((one, other) => parents.set(rootOf(one), rootOf(other)))
  return new Map(stories.map(({ id }) => [id, rootOf(id)]))
}
