import { HASH_START, hashOn } from '../../base/hash.ts'
import { withoutAccents } from '../../base/accents.ts'

/** Articles that Arabic names are written with or without: "al-Bab", "Deir ez-Zor", "As Suwayda". */
const ARTICLES: ReadonlySet<string> = new Set('al el ad ar as ash at az ed er es esh ez'.split(' '))

/** A text without case, accents and apostrophes. */
export function plainOf(text: string): string {
  return withoutAccents(text).replace(/[’'`]/g, '').toLowerCase()
}

/** A name as it is compared: spellings of one name in another script are alike ("Khan Sheikhoun", "Khān Shaykhūn"), with or without articles. */
export function nameKey(name: string): string {
  const words = plainOf(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !ARTICLES.has(word))
  return words.map(soundKey).join('')
}

/** Fewer consonants than this are no name by themselves: vowels count as well. */
const CONSONANTS = 3

/** How a word of a name sounds, roughly: consonants that spellings exchange are one, vowels are left out where enough is left. */
export function soundKey(word: string): string {
  const even = word
    .replace(/ph/g, 'f')
    .replace(/q|ck/g, 'k')
    .replace(/([kgtdsc])h/g, '$1')
    .replace(/c/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '')
  const bones = even.slice(0, 1) + even.slice(1).replace(/[aeiouyw]/g, '')
  if (bones.length >= CONSONANTS) return bones
  return even
    .replace(/ou|oo|o|w/g, 'u')
    .replace(/e|y/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

/** The hash of a word. */
export function hashWord(word: string): number {
  return hashOn(HASH_START, word)
}
