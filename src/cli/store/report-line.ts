import { harmlessLine } from '../../export/index.ts'
import type { ListedReport } from '../../store/index.ts'

/** A report on one line: id, day, outlet, title or first words. */
export function reportLine(report: ListedReport): string {
  const { id, version, publishedAt, outlet, title, opening } = report
  const name = version === 1 ? id : `${id} (version ${version})`
  const parts = [name, publishedAt?.slice(0, 10), outlet, title ?? opening]
  return parts.flatMap((part) => (part === undefined ? [] : [harmlessLine(part)])).join('  ')
}
