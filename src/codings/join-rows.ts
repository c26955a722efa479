import type { CodeRow } from '../records/index.ts'

/** The columns of several parts as one row, in their order. */
export function joinRows(...parts: readonly CodeRow[]): CodeRow {
  return Object.assign({}, ...parts) as CodeRow
}
