import type { Waiting } from '../api/outbox.ts'

/** What a change says of incidents. */
interface Said {
  readonly ids?: readonly string[]
  readonly pair?: readonly string[]
  readonly entry?: number
}

/** What waits to be decided on an incident: it, or reports of it, stand in what is sent. */
export function waitingOn(waiting: readonly Waiting[], ids: readonly string[]): Waiting[] {
  return waiting.filter(({ path, body }) => {
    const { ids: joined = [], pair = [] } = body as Said
    return path.startsWith('/incidents/') && [...joined, ...pair].some((id) => ids.includes(id))
  })
}

/** Whether the undoing of what an entry of the log decided waits. */
export function isUndone(waiting: readonly Waiting[], entry: number): boolean {
  return waiting.some(
    ({ path, body }) => path === '/incidents/undo' && (body as Said).entry === entry,
  )
}
