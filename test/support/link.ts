import type { EventKey, EventLink } from '../../src/records/index.ts'
import type { EventProfile } from '../../src/link/index.ts'

/** "r1/e2" as a key; "r1" is the first event of that report. */
export function keyOf(name: string): EventKey {
  const [report = '', event = 'e'] = name.split('/')
  return { report, event }
}

/** "r1~r2 0.8" as a link. */
export function linkOf(line: string): EventLink {
  const [, a = '', b = '', score = ''] = /^(\S+)~(\S+) (\S+)$/.exec(line) ?? []
  return { a: keyOf(a), b: keyOf(b), score: Number(score), reasons: [] }
}

/** Clusters as lines of names, sorted. */
export function clusterLines(clusters: readonly (readonly EventKey[])[]): string[] {
  return clusters
    .map((keys) =>
      keys
        .map(({ report, event }) => (event === 'e' ? report : `${report}/${event}`))
        .sort()
        .join(' '),
    )
    .sort()
}

/** The profile of a strike on Darun on 4 March 2024 with nothing but what is given. */
export function smallProfile(report: string, profile: Partial<EventProfile> = {}): EventProfile {
  return {
    key: { report, event: 'e' },
    rank: 0,
    published: 19787,
    kinds: ['airstrike'],
    days: [19786],
    daysNear: [],
    places: [{ name: 'drn', weight: 1 }],
    placesNear: [{ name: 'drn', weight: 1 }],
    countries: [],
    numbers: [],
    words: [],
    names: [],
    ...profile,
  }
}
