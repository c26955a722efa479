import { SvelteMap } from 'svelte/reactivity'
import type { IncidentSummary } from '../../../src/server/api.ts'
import { get } from '../api/client.ts'

/** Milliseconds within which rows that come into sight are asked for together. */
const WAIT = 60
const MOST = 100

/** What is listed of incidents, looked up for those that are in sight. */
export function openRows(): {
  row(id: string): IncidentSummary | undefined
  /** Says that a row is in sight; gives how to say that it no longer is. */
  want(id: string): () => void
} {
  const rows = new SvelteMap<string, IncidentSummary>()
  // What is waited for, which no view follows.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  const wanted = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async (): Promise<void> => {
    timer = undefined
    const ids = [...wanted].slice(0, MOST)
    for (const id of ids) wanted.delete(id)
    if (wanted.size > 0) timer = setTimeout(() => void ask(), WAIT)
    if (ids.length === 0) return
    try {
      const found = await get<{ rows: IncidentSummary[] }>('/incidents/rows', { id: ids })
      for (const row of found.rows) rows.set(row.id, row)
    } catch {
      // The row keeps what the outline says of it; it is asked for again when it comes into sight.
    }
  }
  return {
    row: (id) => rows.get(id),
    want(id) {
      if (rows.has(id)) return () => undefined
      wanted.add(id)
      timer ??= setTimeout(() => void ask(), WAIT)
      return () => void wanted.delete(id)
    },
  }
}
