import type { Event, EventKey, Reading } from '../records/index.ts'

/** An event of an incident, with the reading that holds it. */
export interface Member {
  readonly reading: Reading
  readonly event: Event
}

/** The members with these keys, in an order that does not depend on theirs; keys that no reading holds are left out. */
export function membersOf(readings: readonly Reading[], keys: readonly EventKey[]): Member[] {
  const byReport = new Map(readings.map((reading) => [reading.report.id, reading]))
  const members = keys.flatMap(({ report, event: id }) => {
    const reading = byReport.get(report)
    const event = reading?.events.find((one) => one.id === id)
    return reading && event ? [{ reading, event }] : []
  })
  return inOrder(members)
}

/** Members by report and place in its text, each once. */
export function inOrder(members: readonly Member[]): Member[] {
  const byKey = new Map(members.map((member) => [keyOf(member), member]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member)
}

function keyOf({ reading, event }: Member): string {
  return `${reading.report.id}\u0000${event.id}`
}

/** The readings that hold the members, each once. */
export function readingsOf(members: readonly Member[]): Reading[] {
  return [...new Map(members.map(({ reading }) => [reading.report.id, reading])).values()]
}
