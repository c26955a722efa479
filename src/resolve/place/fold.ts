import { remember } from '../../base/remember.ts'

/** Names whose folded form is kept: the words of a text come again and again. */
const REMEMBERED = 100_000

/** Letters that do not come apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
}
const SHORT: Readonly<Record<string, string>> = {
  saint: 'st',
  mount: 'mt',
  fort: 'ft',
  sainte: 'ste',
}
const ADMIN_WORDS = new Set(
  'province governorate governate region county district oblast state department prefecture parish municipality wilayat wilaya division krai republic raion rayon borough muhafazat directorate city zone regional metropolitan area census federal capital autonomous'.split(
    ' ',
  ),
)

/** One spelling for all spellings of a name: lower case, without marks, apostrophes and dots, hyphens as spaces. */
export const foldName: (name: string) => string = remember(REMEMBERED, fold)

function fold(name: string): string {
  const plain = /^[\u0020-\u007e]*$/.test(name) ? name.toLowerCase() : withoutMarks(name)
  return plain
    .replace(/['’‘`ʻʼʿʾ"“”.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => SHORT[word] ?? word)
    .join(' ')
}

/** The folded name of an area without the words that say what sort of area it is: "Anbar Governorate" is "anbar". */
export function foldAreaName(name: string): string {
  const words = foldName(name).split(' ')
  if (
    words.length > 2 &&
    words[1] === 'of' &&
    words[0] !== 'district' &&
    ADMIN_WORDS.has(words[0] ?? '')
  )
    words.splice(0, 2)
  while (words.length > 1 && ADMIN_WORDS.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

/** A 16-bit bucket for the hash of a folded name: its halves folded together. */
export function bucketOf(hash: number): number {
  return ((hash >>> 16) ^ hash) & 0xffff
}

/** What a hash is told from others of its bucket by. */
export function halfOf(hash: number): number {
  return hash & 0xffff
}

/** The hash of a bucket and half. */
export function hashOf(bucket: number, half: number): number {
  return ((bucket ^ half) << 16) | half
}

function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœıə]/g, (letter) => PLAIN[letter] ?? letter)
}
