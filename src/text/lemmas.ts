import type { Lexicon } from './lexicon.ts'

/** What the rules do not know. */
export interface LemmaWords {
  /** Lemmas that no rule gives, by form and part of speech. */
  readonly irregular: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Verbs that end in a single e. */
  readonly inE: ReadonlySet<string>
}

/** Opens `irregular-forms` and `verbs-in-e`. */
export function openLemmaWords(lexicon: Lexicon): LemmaWords {
  const irregular = new Map<string, Map<string, string>>()
  for (const { form = '', pos = '', lemma = '' } of lexicon.rows('irregular-forms'))
    irregular.set(form, (irregular.get(form) ?? new Map<string, string>()).set(pos, lemma))
  return { irregular, inE: lexicon.words('verbs-in-e') }
}

/** The lemma of a word in lower case, by its tags (UPOS and Penn). Names keep their letters' case. */
export function lemmaOf(
  word: string,
  tags: { readonly upos: string; readonly xpos: string },
  words: LemmaWords,
): string {
  const { upos, xpos } = tags
  if (upos === 'PROPN') return word
  const lower = lowerOf(word)
  const irregular = words.irregular.get(lower)?.get(upos)
  if (irregular !== undefined) return irregular
  if (lower === "n't") return 'not'
  if (upos === 'NOUN' && xpos === 'NNS') return singular(lower)
  if (upos !== 'VERB' && upos !== 'AUX') return lower
  if (xpos === 'VBZ') return singular(lower)
  if (xpos === 'VBG') return bare(lower, 'ing', words)
  if (xpos === 'VBD' || xpos === 'VBN') return bare(lower, 'ed', words)
  return lower
}

/** In lower case, with straight apostrophes. */
function lowerOf(word: string): string {
  const lower = word.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

/** "bodies" → body, "blasts" → blast, "crashes" → crash. */
function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

/** The bare verb of "bombed", "planned", "denied", "wounding", "seizing", "agreed". */
function bare(word: string, ending: 'ed' | 'ing', { inE }: LemmaWords): string {
  if (ending === 'ed' && /[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`
  if (ending === 'ed' && word.endsWith('eed')) return word.length > 4 ? word.slice(0, -1) : word
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word
  const stem = word.slice(0, -ending.length)
  if (!/[aeiouy]/.test(stem)) return word
  if (inE.has(`${stem}e`)) return `${stem}e`
  if (/([bdgmnprt])\1$/.test(stem) && stem.length > 3) return stem.slice(0, -1)
  return LOST_E.test(stem) ? `${stem}e` : stem
}

/** How verbs end that have lost an e and are not listed: "-at(e)", "-iz(e)", "-is(e)", "-v(e)", "-c(e)", "-dg(e)", "-u(e)", "-bl(e)". */
const LOST_E = /(?:[^aeiou]at|iat|[iy]z|is|v|[^k]c|dg|[ei]rg|u|[bcdfgkptz]l)$/
