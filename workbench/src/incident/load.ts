import type { Company, Incident, Policy } from '../../../src/server/api.ts'
import { get } from '../api/client.ts'

/** Answers that are kept: what several parts of a screen ask for is asked once. */
const MOST = 8
const kept = new Map<string, Promise<unknown>>()

function once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
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

/** Forgets all answers: something was decided. */
export function forgetIncidents(): void {
  kept.clear()
}
