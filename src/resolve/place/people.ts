import type { Document, Token, TokenRange } from '../../text/index.ts'
import { foldName } from './fold.ts'
import type { NameWord } from './name-words.ts'
import type { NameText } from './name-text.ts'

/** Folded last names of the people whom the text names in full: "Sarah Lancaster" makes "lancaster" one. */
export function familyNames({
  document,
  gazetteer,
  words: known,
}: Pick<NameText, 'document' | 'gazetteer' | 'words'>): Set<string> {
  const { words } = gazetteer
  const found = new Set<string>()
  for (const { first, last } of document.sentences) {
    for (let at = first; at + 1 < last; at += 1) {
      if (known[at]?.opensPerson !== true) continue
      const end = nameEnd(document, at + 1, last)
      const family = document.tokens[end - 1]
      if (end > at + 1 && family && !words.is('tail', family.lower))
        found.add(foldName(family.text))
      if (end > at + 1) at = end - 1
    }
  }
  return found
}

export function isCapitalised({ text }: Token): boolean {
  const first = text.charCodeAt(0)
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : /^\p{Lu}/u.test(text)
}

/** Tokens of a sentence that are looked at for capitals. */
const SAMPLE = 40

/** Whether a name stands among words in capitals, so that capitals say nothing. */
export function isInCapitals(
  { document, words }: { readonly document: Document; readonly words: readonly NameWord[] },
  { first, last }: TokenRange,
): boolean {
  if (document.capitals) return true
  const sentence = document.sentences[document.tokens[first]?.sentence ?? 0]
  if (!sentence) return false
  let [upper, other] = [0, 0]
  for (let at = sentence.first; at < Math.min(sentence.last, sentence.first + SAMPLE); at += 1) {
    if (at >= first && at < last) continue
    if (words[at]?.shouted === true) upper += 1
    else if (words[at]?.small === true) other += 1
  }
  return upper > 2 && upper > other * 2
}

/** Where a run of capitalised words ends: initials, "al-" names, at most four. */
function nameEnd(document: Document, from: number, limit: number): number {
  let at = from
  while (at < Math.min(limit, from + 4)) {
    const before = document.tokens[at - 1]
    const token = document.tokens[at]
    if (!token || !before || token.start - before.end > 1) break
    if (!/^(?:\p{Lu}|al-|el-|bin$|ibn$|de$|van$|von$)/u.test(token.text)) break
    at += 1
  }
  return at
}
