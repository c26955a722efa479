import type { Reading } from '../src/records/index.ts'
import { linesOf, swapsOf, type Swapped } from '../test/support/fair.ts'
import { saysOf } from '../test/support/voice.ts'
import { reportsOf, type Beside, type SetName } from './labelled-data.ts'

/** Sets whose sentences are swapped. */
const SETS: readonly SetName[] = ['wiki_terror', 'isafpr']

/** A pair of sentences of which something is read otherwise. */
export interface Flip {
  readonly sentence: string
  readonly swap: Swapped
  readonly lost: readonly string[]
  readonly won: readonly string[]
}

export interface Fairness {
  readonly sentences: number
  readonly pairs: number
  /** Pairs that have an event before and after. */
  readonly withEvent: number
  readonly flips: readonly Flip[]
}

/** Swaps those who fight in sentences of the development data, and compares what is read; sentences that tell of no event are passed over. */
export function fairSentences(
  place: Beside,
  { most, read }: { most: number; read: (text: string) => Reading },
): Fairness {
  const flips: Flip[] = []
  let [sentences, pairs, withEvent] = [0, 0, 0]
  for (const sentence of sentencesOf(place)) {
    if (sentences >= most) break
    const swaps = swapsOf(sentence)
    const own = swaps.length > 0 ? linesOf(read(sentence), (offset) => offset) : []
    if (!own.some(isEvent)) continue
    sentences += 1
    for (const swap of swaps) {
      const other = linesOf(read(swap.text), swap.back)
      pairs += 1
      if (other.some(isEvent)) withEvent += 1
      const lost = own.filter((line) => !other.includes(line))
      const won = other.filter((line) => !own.includes(line))
      if (lost.length + won.length > 0) flips.push({ sentence, swap, lost, won })
    }
  }
  return { sentences, pairs, withEvent, flips }
}

/** A sentence and its passive of which something is read otherwise. */
export interface VoiceFlip {
  readonly active: string
  readonly passive: string
  readonly lost: readonly string[]
  readonly won: readonly string[]
}

/** Puts the sentences that tell of an event, and that can be put so, into the passive, and compares what is read. */
export function fairVoices(
  place: Beside,
  {
    passive,
    read,
  }: { passive: (text: string) => string | undefined; read: (text: string) => Reading },
): { readonly pairs: number; readonly flips: readonly VoiceFlip[] } {
  const flips: VoiceFlip[] = []
  let pairs = 0
  for (const active of sentencesOf(place)) {
    const other = passive(active)
    const own = other === undefined ? [] : saysOf(read(active))
    if (other === undefined || own.length === 0) continue
    pairs += 1
    const told = saysOf(read(other))
    const lost = own.filter((line) => !told.includes(line))
    const won = told.filter((line) => !own.includes(line))
    if (lost.length + won.length > 0) flips.push({ active, passive: other, lost, won })
  }
  return { pairs, flips }
}

function isEvent(line: string): boolean {
  return line.startsWith('event')
}

/** Each sentence once, of a length that tells something. */
function sentencesOf(place: Beside): ReadonlySet<string> {
  const all = SETS.flatMap((name) => reportsOf(name, place)).flatMap(({ text }) =>
    text.split(/(?<=[a-z0-9)][.!?])\s+(?=[A-Z])|\n+/),
  )
  return new Set(all.map((one) => one.trim()).filter(({ length }) => length > 30 && length < 260))
}
