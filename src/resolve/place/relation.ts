import type { Document } from '../../text/index.ts'
import type { PlaceName } from './names.ts'
import type { PlaceWords } from './words.ts'

/** Most tokens that a relation takes: "about 12 km (7 miles) south of". */
const LONGEST = 9

/** The words before a name that put the spot beside it: "12 km south of", "near". */
export function relationBefore(
  document: Document,
  name: PlaceName,
  words: PlaceWords,
): string | undefined {
  const { tokens } = document
  let at = name.first - 1
  if (tokens[at]?.lower === 'the') at -= 1
  const last = tokens[at]
  if (!last) return undefined
  if (last.lower === 'near' || last.lower === 'outside') return last.lower
  if (last.lower !== 'of' && last.lower !== 'from') return undefined
  at -= 1
  const pointed = last.lower === 'of' && words.is('direction', tokens[at]?.lower)
  if (pointed) at -= 1
  if (pointed && tokens[at]?.lower === 'the') return undefined
  const measured = distanceStart(document, at, words)
  if (measured === undefined && !pointed) return undefined
  const start = tokens[measured ?? at + 1]?.start
  return start === undefined ? undefined : document.text.slice(start, last.end)
}

/** Where "12 km" begins, walking back over "(7 miles)". */
function distanceStart({ tokens }: Document, from: number, words: PlaceWords): number | undefined {
  let start: number | undefined
  for (let at = from; at > from - LONGEST && at > 0; at -= 1) {
    const token = tokens[at]
    if (!token) break
    if (words.is('distance', token.lower) && isNumber(tokens[at - 1]?.text)) {
      start = at - 1
      at -= 1
    } else if (/^\d[\d.,]*(?:km|m)$/.test(token.lower)) start = at
    else if (!/^[()]$/.test(token.text) && token.lower !== 'away' && token.lower !== 'to') break
  }
  return start
}

const isNumber = (text: string | undefined): boolean =>
  text !== undefined &&
  /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred)$/i.test(
    text,
  )
