import type { Company, HistoryStep, Incident, Policy } from '../../../src/server/api.ts'
import { whenSent } from '../api/changes.svelte.ts'
import { get } from '../api/client.ts'

/** Answers that are kept: what several parts of a screen ask for is asked once. */
const MOST = 8
// What is kept, which no view follows.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const kept = new Map<string, Promise<unknown>>()
const state = $state({ round: 0 })

/** Changes as often as answers are forgotten; what is loaded here is then loaded again. */
export function incidentsRound(): number {
  return state.round
}

function once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  // Whoever asks while a view follows asks again when answers are forgotten.
  void incidentsRound()
  const known = kept.get(key)
  if (known) return known as Promise<Answer>
  const asked = ask()
  kept.set(key, asked)
  asked.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return asked
}

/** An incident under a policy. */
export function loadIncident(id: string, policy: Policy = 'conservative'): Promise<Incident> {
  return once(`${id} ${policy}`, () => get(`/incidents/${encodeURIComponent(id)}`, { policy }))
}

/** The reports of an incident. */
export function loadCompany(id: string): Promise<Company> {
  return once(`${id} company`, () => get(`/incidents/${encodeURIComponent(id)}/reports`))
}

/** What became of an incident, step by step. */
export function loadHistory(id: string): Promise<{ readonly rows: readonly HistoryStep[] }> {
  return once(`${id} history`, () => get(`/incidents/${encodeURIComponent(id)}/history`))
}

/** Forgets all answers: something was decided. */
export function forgetIncidents(): void {
  kept.clear()
  state.round += 1
}

// Also where nobody looks at the incident any more when the server has done it.
whenSent(({ path }) => {
  if (path.startsWith('/incidents/')) forgetIncidents()
})
