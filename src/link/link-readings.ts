import type { EventKey, EventLink, LinkDecision, Reading } from '../records/index.ts'
import { blockKeys } from './block-keys.ts'
import { clusterEvents } from './cluster/cluster-events.ts'
import type { LinkKit } from './link-kit.ts'
import type { EventProfile } from './profile/event-profile.ts'
import { profileEvents, profileReport } from './profile/profile-events.ts'
import { LEAST_SCORE, scoreEvents } from './score/score-events.ts'

/** Events, what was found between them, and which are of one incident. */
export interface Linked {
  readonly profiles: readonly EventProfile[]
  readonly links: readonly EventLink[]
  readonly clusters: readonly (readonly EventKey[])[]
}

/** Links all events of some readings, in memory. */
export function linkReadings(
  readings: readonly Reading[],
  kit: LinkKit,
  decisions: readonly LinkDecision[] = [],
): Linked {
  return cluster(
    readings.flatMap((reading) => profileEvents(reading, kit)),
    decisions,
  )
}

/** Links reports by what each is about: also those in which no event was read that can be linked; their keys name none. */
export function linkReports(readings: readonly Reading[], kit: LinkKit): Linked {
  return cluster(readings.map((reading) => profileReport(reading, kit)))
}

function cluster(
  profiles: readonly EventProfile[],
  decisions: readonly LinkDecision[] = [],
): Linked {
  const links = linkProfiles(profiles)
  const keys = profiles.map(({ key }) => key)
  return { profiles, links, clusters: clusterEvents(keys, links, decisions) }
}

/** The links between events that share a block key, as far as they are worth keeping. */
export function linkProfiles(profiles: readonly EventProfile[]): EventLink[] {
  const blocks = new Map<number, EventProfile[]>()
  return profiles.flatMap((profile) => {
    const keys = blockKeys(profile)
    const met = new Set(keys.flatMap((key) => blocks.get(key) ?? []))
    const links = [...met]
      .filter(({ key }) => key.report !== profile.key.report)
      .map((other) => scoreEvents(profile, other))
      .filter(isKept)
    for (const key of keys) {
      const block = blocks.get(key)
      if (block) block.push(profile)
      else blocks.set(key, [profile])
    }
    return links
  })
}

/** Whether a link is worth keeping: others say nothing when events are clustered. */
export function isKept({ score, conflict }: EventLink): boolean {
  return score >= LEAST_SCORE && conflict === undefined
}
