import { HASH_START, hashOn } from '../../base/hash.ts'

/** Articles that Arabic names are written with or without: "al-Bab", "Deir ez-Zor", "As Suwayda". */
const ARTICLE = /(^|[\s-])(?:al|el|ad|ar|as|ash|at|az|ed|er|es|esh|ez)[\s-]+(?=\p{L})/gu

/** A name as it is compared: without case, accents, marks, articles and spaces. */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return plain.replace(ARTICLE, '$1').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The hash of a word in lower case, without its accents. */
export function hashWord(word: string): number {
  return hashOn(HASH_START, word)
}
