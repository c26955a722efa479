import { childBy, firstTokenFrom, type Token } from '../../text/index.ts'
import type { Evidence } from '../../records/index.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'

const LOCATIVE =
  /^(in|at|near|outside|inside|around|across|on|off|throughout|within|into|over|along)$/

/** Whether a name tells where: "in Kabul", "at the market of Darun", "in Darun province", "12 km south of Darun"; after "from" where somebody is driven out of it. */
export function isLocative(
  scene: Scene,
  { token, evidence }: { readonly token: number; readonly evidence: Evidence },
  isLeft = false,
): boolean {
  const isMark = ({ lower }: Token): boolean =>
    LOCATIVE.test(lower) || (isLeft && /^(?:from|out)$/.test(lower))
  return hangsOn(scene, token, isMark) || follows(scene, evidence, isMark)
}

/** By the tree: only what belongs to one phrase passes the preposition on. */
function hangsOn(scene: Scene, token: number, isMark: (mark: Token) => boolean): boolean {
  let at = token
  for (let steps = 0; steps < 5; steps += 1) {
    const mark = childBy(scene.document, at, 'case')
    if (mark && isMark(mark)) return true
    const here = tokenAt(scene, at)
    if (!here || here.head < 0) return false
    if (!/^(compound|flat|appos|nmod|conj|nmod:poss|nummod)/.test(here.deprel)) return false
    if (mark && mark.lower !== 'of' && mark.lower !== "'s" && mark.lower !== '’s') return false
    at = here.head
  }
  return false
}

/** By the words before it, however the tree joins them: "in its capital city Darun", "near the eastern town of Darun", "north of Darun". */
function follows(scene: Scene, { start }: Evidence, isMark: (mark: Token) => boolean): boolean {
  let at = firstTokenFrom(scene.document, start) - 1
  for (let steps = 0; steps < MOST_WORDS; steps += 1, at -= 1) {
    const token = tokenAt(scene, at)
    if (!token) return false
    if (isMark(token) || isDirection(scene, token)) return true
    if (token.lower !== 'of' && !/^(?:DET|ADJ|NOUN|PRON)$/.test(token.upos)) return false
    if (token.upos === 'NOUN' && isPeople(scene.mentions.byHead(at))) return false
  }
  return false
}

const MOST_WORDS = 6

/** "south of", "12 km north-east of". */
function isDirection(scene: Scene, { index, lower }: Token): boolean {
  return DIRECTION.test(lower) && tokenAt(scene, index + 1)?.lower === 'of'
}

const DIRECTION = /^(?:(?:north|south)(?:-?(?:east|west))?|east|west)$/
