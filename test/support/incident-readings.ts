import { openKit } from '../../src/kit.ts'
import { readReport } from '../../src/pipeline.ts'
import type { Reading } from '../../src/records/index.ts'

const kit = await openKit()

/** The reading of a text under an id. */
export function readingOf(id: string, text: string, more: object = {}): Reading {
  return readReport({ id, text, publishedAt: '2024-03-06', ...more }, kit)
}

const PLACES = ['Darun', 'Selin', 'Oster']
const DAYS = ['Monday', 'Tuesday']
const ACTS = [
  (n: number, at: string) => `A car bomb killed ${n} people at the market of ${at}`,
  (n: number, at: string) => `Gunmen shot dead ${n} farmers in ${at}`,
  (n: number, at: string) => `Shelling wounded ${n} residents of ${at}`,
]

/** The text of a report on two incidents of a small world, told by numbers, so that reports of one incident come about by chance. */
export function textOf(numbers: readonly number[]): string {
  const [one = 0, two = 0] = numbers
  return [one, two].map((number) => `${sentenceOf(number)}, the police said.`).join(' ')
}

function sentenceOf(number: number): string {
  const pick = <T>(list: readonly T[], by: number): T =>
    list[Math.floor(number / by) % list.length] as T
  const act = pick(ACTS, 6)(2 + (number % 3), pick(PLACES, 1))
  return `${act} on ${pick(DAYS, 3)}`
}
