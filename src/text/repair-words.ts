// What the repairs of trees ask of single words.

/** Tags of finite verbs. */
export const FINITE = /^VB[DZP]$/

/** "hour", "mile": what is measured, and is never done to. */
export function isOfTime(word: string): boolean {
  return /^(time|moment|second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|decade|kilomet(er|re)|mile|met(er|re)|yard|percent|way)s?$/i.test(
    word,
  )
}

/** "Monday", "March", "2024" */
export function isOfCalendar(word: string): boolean {
  return /^(.+day|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})$/i.test(
    word,
  )
}
