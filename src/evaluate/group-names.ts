/** Words that say what sort a group is, and no particular one. */
const FILLER = words(
  'the of in and for al el a de la group militants insurgents rebels fighters extremists forces suspected alleged possibly islamist gunmen unknown',
)
/** Words that many groups' names share. */
const COMMON = words(
  'islamic islam state front army liberation national people peoples party movement united revolutionary armed democratic brigade brigades jihad republican communist popular',
)

/** The forms under which two names may meet: without a short form in brackets, and that short form alone. */
export function formsOf(name: string): string[] {
  const short = /\(([^()]*)\)/.exec(name)?.[1]
  return [name.replace(/\([^()]*\)/g, ' '), short ?? '']
    .map(plainName)
    .filter((form) => form !== '')
}

/** A name in small letters without accents and signs. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/** Whether two plain names may be one group's: half of all telling words shared, one of them particular; or the one inside the other at two words or more. */
export function namesMeet(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [telling(a), telling(b)]
  const both = [...one].filter((word) => other.has(word))
  if (both.length >= 2 && both.length === Math.min(one.size, other.size)) return true
  const all = one.size + other.size - both.length
  return both.some((word) => !COMMON.has(word)) && both.length / all >= 0.5
}

function telling(name: string): Set<string> {
  return new Set(name.split(' ').filter((word) => word.length > 1 && !FILLER.has(word)))
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
