/** A day, or an instant with or without seconds and offset. */
const DAY =
  /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/

/** Whether a text is a day of the calendar ("2024-03-04"), or an instant ("2024-03-04T09:30:00Z"). */
export function isDay(text: string): boolean {
  const day = DAY.exec(text)?.[1]
  const time = Date.parse(`${day}T00:00:00Z`)
  // The thirty-first of February is taken for a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${day}T`)
}
