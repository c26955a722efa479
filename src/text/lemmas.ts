import type { Lexicon } from './lexicon.ts'

/** Lemmas that no rule gives, by "form pos". */
export type LemmaWords = ReadonlyMap<string, string>

/** Opens `irregular-forms`. */
export function openLemmaWords(lexicon: Lexicon): LemmaWords {
  return new Map(
    lexicon
      .rows('irregular-forms')
      .map((row) => [`${row['form']} ${row['pos']}`, row['lemma'] ?? row['form'] ?? '']),
  )
}

/** The lemma of a word in lower case, by its tags (UPOS and Penn). Names keep their letters' case. */
export function lemmaOf(
  word: string,
  tags: { readonly upos: string; readonly xpos: string },
  words: LemmaWords,
): string {
  const { upos, xpos } = tags
  if (upos === 'PROPN') return word
  const lower = word.toLowerCase().replaceAll('’', "'")
  const irregular = words.get(`${lower} ${upos}`)
  if (irregular !== undefined) return irregular
  if (lower === "n't") return 'not'
  if (upos === 'NOUN' && xpos === 'NNS') return singular(lower)
  if (upos !== 'VERB' && upos !== 'AUX') return lower
  if (xpos === 'VBZ') return singular(lower)
  if (xpos === 'VBG') return bare(lower, 'ing')
  if (xpos === 'VBD' || xpos === 'VBN') return bare(lower, 'ed')
  return lower
}

/** "bodies" → body, "blasts" → blast, "crashes" → crash. */
function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

/** The bare verb of "bombed", "planned", "denied", "wounding", "seizing". */
function bare(word: string, ending: 'ed' | 'ing'): string {
  if (ending === 'ed' && /[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word
  const stem = word.slice(0, -ending.length)
  if (!/[aeiouy]/.test(stem)) return word
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return needsE(stem) ? `${stem}e` : stem
}

/** Stems that lost an e: "seiz", "forc", "evacuat", "damag", "describ". */
function needsE(stem: string): boolean {
  return LOST_E.test(stem) && !KEPT.test(stem)
}

// By the letters that the stem ends in; the second list takes back what the first takes too much.
const LOST_E =
  /(?:[cuvz]|[aiou]s|[lnr]s|dg|rg|ieg|[aeiu]g|eng|llang|chang|rang|[^aeiouw]l|[^aeiou](?:a|i|u)t|u[ai]t|i[ao]t|eat|plet|ib|ub|[aou]k|[aiou]m|[^eo]in|ap|ir|ur|[^aeo]ar|or|[ao]n|id|[^o]ad|ud|od|sid|op)$/
const KEPT =
  /(?:ll|rl|tr?eat|beat|heat|seat|repeat|defeat|i[tv]it|[^cv]it|[^aeiou]it|visit|tai?n|join|ain|ein|eign|[eo]n|oan|aim|oom|alarm|rm|claim|harm|book|look|attack|oak|eak|ook|rr?est|bomb|lub|help|troop|stop|oop|eap|hear|ear|tear|bear|clear|fear|appear|air|pair|oor|our|ior|tor|nor|vor|bor|mor|bur|load|lead|head|read|raid|aid|[^e]ad|oad|ood|oud|loud|cloud|eed|avoid|sound|mean|scan|plan|loan|lean|clean|learn|listen|happen|reason|abandon|mention|stion|tion|question|condition|function|pardon|poison|summon|season|ion|bar|war|star|ruin|begin|spin|fin|admit)$/
