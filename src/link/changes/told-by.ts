import type { Claim, Incident } from '../../records/index.ts'

/** Reports of some claims, each once. */
export function reportsOf(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ report }) => report))]
}

/** Most sources that are named. */
const SHOWN = 3

/** Who gives some claims, where and when: "the governor (Velka Post, 2024-03-06)". */
export function toldBy(claims: readonly Claim[]): string {
  const all = [...new Set(claims.map(whoOf))]
  const more = all.length > SHOWN ? [`${all.length - SHOWN} more`] : []
  return [...all.slice(0, SHOWN), ...more].join(', ')
}

function whoOf({ source, outlet, report, publishedAt, version }: Claim): string {
  const where = [
    outlet ?? report,
    ...(publishedAt === undefined ? [] : [publishedAt.slice(0, DAY)]),
    ...(version !== undefined && version > 1 ? [`version ${version}`] : []),
  ].join(', ')
  return source === undefined ? where : `${source} (${where})`
}

/** Signs of a day. */
const DAY = 10

/** What made a change: the claims that are new, or those that are gone. */
export interface Cause {
  readonly reports: readonly string[]
  readonly why: string
}

/** Why something is otherwise: by the claims for it that were not there before; else since those for what stood are gone; else by what had been told before. */
export function causeOf(
  backers: readonly string[],
  dropped: readonly string[],
  { before, after }: { readonly before: Incident; readonly after: Incident },
): Cause {
  const had = new Set(before.values.map(({ id }) => id))
  const has = new Set(after.values.map(({ id }) => id))
  const fresh = after.values.filter(({ id }) => !had.has(id) && backers.includes(id))
  if (fresh.length > 0) return { reports: reportsOf(fresh), why: toldBy(fresh) }
  const gone = before.values.filter(({ id }) => !has.has(id) && dropped.includes(id))
  if (gone.length > 0) return { reports: reportsOf(gone), why: `no longer told by ${toldBy(gone)}` }
  const new_ = after.values.filter(({ id }) => !had.has(id))
  const rest = new_.length > 0 ? new_ : before.values.filter(({ id }) => !has.has(id))
  return { reports: reportsOf(rest), why: 'weighed anew with the other reports' }
}
