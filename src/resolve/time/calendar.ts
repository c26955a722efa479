/** "2024-03-04" moved by so many days. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** "2024-03-04" or "2024-03" moved by so many months, as a month. */
export function addMonths(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number)
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The ISO week of a day: "2024-W10". */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const first = `${year}-01-01`
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000
  return `${year}-W${pad(Math.floor(days / 7) + 1, 2)}`
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0
}

/** A number with zeros before it. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
