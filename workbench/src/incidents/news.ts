import type { FeedEntry, Incident, ListedDecision, Policy } from '../../../src/server/api.ts'
import { get } from '../api/client.ts'
import { loadIncident } from '../incident/load.svelte.ts'

/** What is done that may change incidents. */
const KINDS: readonly string[] = ['add-report', 'erase-report', 'decide', 'undo-decision', 'link']

/** How much of what others did may have changed incidents. */
export function changesIncidents(entries: readonly FeedEntry[]): number {
  return entries.filter(({ kind }) => KINDS.includes(kind)).length
}

/** Whether it changed an incident against what is shown of it, or how much was decided on it. */
export async function changesIncident(
  id: string,
  policy: Policy,
  entries: readonly FeedEntry[],
): Promise<number> {
  if (changesIncidents(entries) === 0) return 0
  const path = `/incidents/${encodeURIComponent(id)}`
  const [shown, now, { rows }] = await Promise.all([
    loadIncident(id, policy),
    get<Incident>(path, { policy }),
    get<{ readonly rows: readonly ListedDecision[] }>(`${path}/decisions`),
  ])
  const heard = new Set(entries.map(({ entry }) => entry))
  const decided = rows.filter(({ entry, undone = 0 }) => heard.has(entry) || heard.has(undone))
  const isOther = JSON.stringify(shown) !== JSON.stringify(now)
  return Math.max(decided.length, isOther ? 1 : 0)
}
