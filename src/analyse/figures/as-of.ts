import type { Evidence, Time, TimeRange } from '../../records/index.ts'
import { childBy, firstTokenFrom, headOf, type Token } from '../../text/index.ts'
import { isOf } from '../events/event-words.ts'
import type { Scene } from '../events/scene.ts'
import type { FigureDraft } from './find-figures.ts'

/** The day up to which a number holds, with its words: "as of Tuesday", "by Tuesday", "rose to 17 on Tuesday". */
export interface AsOf {
  readonly range: TimeRange
  readonly evidence: Evidence
}

/** Times by the sentence in which they stand; made once for a document. */
export type TimesBySentence = ReadonlyMap<number, readonly { time: Time; evidence: Evidence }[]>

export function timesBySentence({ document, times }: Scene): TimesBySentence {
  const found = new Map<number, { time: Time; evidence: Evidence }[]>()
  for (const time of times)
    for (const evidence of time.evidence) {
      if (evidence.in !== undefined || (time.earliest ?? time.latest) === undefined) continue
      const sentence = document.tokens[firstTokenFrom(document, evidence.start)]?.sentence
      if (sentence === undefined) continue
      const list = found.get(sentence)
      if (list) list.push({ time, evidence })
      else found.set(sentence, [{ time, evidence }])
    }
  return found
}

/** Until when a figure counts; undefined where the text does not say. */
export function asOf(
  scene: Scene,
  { token, toll }: FigureDraft,
  times: TimesBySentence,
): AsOf | undefined {
  for (const { time, evidence } of times.get(token.sentence) ?? []) {
    const limit = limitBefore(scene, evidence)
    const isTolls = toll !== undefined && isOfToll(scene, evidence)
    if (!limit && !isTolls) continue
    const { earliest, latest } = time
    const range = {
      ...(earliest !== undefined && limit !== 'until' && { earliest }),
      ...(latest !== undefined && { latest }),
    }
    return { range, evidence }
  }
  return undefined
}

/** "as of Tuesday" is that day; "by Tuesday" may be any day before. */
export function limitBefore({ document }: Scene, { start }: Evidence): 'day' | 'until' | undefined {
  const at = firstTokenFrom(document, start)
  const [first, second] = document.tokens.slice(Math.max(0, at - 2), at)
  const word = (second ?? first)?.lower ?? ''
  if (first?.lower === 'as' && word === 'of') return 'day'
  return /^(by|until|till)$/.test(word) ? 'until' : undefined
}

/** "The toll rose to 17 on Tuesday": the day is the number's, not the event's. */
export function isOfToll(scene: Scene, { start }: Evidence): boolean {
  const { document } = scene
  let at: Token | undefined = document.tokens[firstTokenFrom(document, start)]
  // "The toll from Monday's bombing rose": the bombing's day.
  const owner = at?.deprel === 'nmod:poss' ? headOf(document, at.index) : undefined
  if (owner && !isOf(scene.words, owner.lowerLemma, 'toll-noun')) return false
  let subject: Token | undefined
  for (let steps = 0; at && !subject && steps < 4; steps += 1) {
    at = headOf(document, at.index)
    subject = at && childBy(document, at.index, 'nsubj', 'nsubj:pass')
  }
  return subject !== undefined && isOf(scene.words, subject.lowerLemma, 'toll-noun')
}
