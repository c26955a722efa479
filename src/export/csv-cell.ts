/** What a cell may hold. */
export type CellValue = string | number | undefined

/** First characters of a cell that a spreadsheet would run as a formula, wide forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A cell of RFC 4180; text that a spreadsheet would run as a formula is disarmed by an apostrophe, numbers stay as they are. */
export function cell(value: CellValue): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of a table. */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}
