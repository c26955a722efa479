import type { Harm } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  firstTokenFrom,
  headOf,
  prepositionOf,
  subtree,
  type Token,
} from '../../text/index.ts'
import { isOf, rowsOf } from '../events/event-words.ts'
import type { Scene } from '../events/scene.ts'
import { readCounted } from './counted-phrase.ts'
import type { FigureDraft } from './find-figures.ts'

/** Numbers that stand for a toll told in other words: "put the dead at 19", "the number of wounded was nine", "the elders 27". */
export function toldNumbers(scene: Scene, drafts: readonly FigureDraft[]): FigureDraft[] {
  const told = [...byNoun(scene, drafts), ...bareContents(scene, drafts)]
  const known = new Set(drafts.map(({ phrase }) => phrase.head))
  return told.filter(({ phrase: { head } }) => !known.has(head) && known.add(head))
}

/** Words between a noun for a toll and its number. */
const REACH = 14

function byNoun(scene: Scene, drafts: readonly FigureDraft[]): FigureDraft[] {
  return scene.document.tokens.flatMap((token) => {
    if (!/^(NOUN|ADJ|VERB)$/.test(token.upos)) return []
    const harm = harmCounted(scene, token, drafts)
    const at = harm === undefined ? undefined : numberOf(scene, token)
    return harm === undefined || at === undefined ? [] : draftOf(scene, { harm, token, at })
  })
}

/** Whom a noun counts: "the number of people killed", "put the dead at", and "the figure" that was told last. */
function harmCounted(scene: Scene, token: Token, drafts: readonly FigureDraft[]): Harm | undefined {
  const { document, words } = scene
  const verb = headOf(document, token.index)
  const isPut = isOf(words, verb?.lowerLemma, 'putting') && token.deprel === 'obj'
  if (token.lowerLemma === 'number') {
    const of = childrenBy(document, token.index, 'nmod').find(
      ({ index }) => prepositionOf(document, index) === 'of',
    )
    // "bringing to 50 the number of troops killed since 2013": of more than is told here.
    if (of) return isSince(scene, of.index) ? undefined : harmBelow(scene, of.index)
  }
  if (!isPut) return undefined
  if (/^(figure|toll|count|number)$/.test(token.lowerLemma)) return lastHarm(drafts, token)
  return harmOf(scene, token)
}

function isSince({ document }: Scene, top: number): boolean {
  return subtree(document, top).some((at) => document.tokens[at]?.lower === 'since')
}

function harmBelow(scene: Scene, top: number): Harm | undefined {
  for (const at of subtree(scene.document, top)) {
    const token = scene.document.tokens[at]
    const harm = token && harmOf(scene, token)
    if (harm !== undefined) return harm
  }
  return undefined
}

function harmOf({ words }: Scene, { lower, lemma, upos }: Token): Harm | undefined {
  const rows =
    rowsOf(words.harms, lower, 'NOUN') ??
    rowsOf(words.harms, lower, 'ADJ') ??
    (upos === 'VERB' || upos === 'ADJ' ? rowsOf(words.harms, lemma, 'VERB') : undefined)
  const harm = rows?.find(({ parts }) => parts.length === 1)?.harm
  return harm === 'casualties' ? undefined : harm
}

/** The harm that the last number before a word tells of, in its sentence or the two before. */
function lastHarm(drafts: readonly FigureDraft[], token: Token): Harm | undefined {
  const near = drafts.findLast(
    ({ token: { index, sentence } }) => index < token.index && token.sentence - sentence <= 2,
  )
  return near?.harm
}

/** The number behind "at", "to", "as", "was" after a noun for a toll; "bringing to 13 the number of": the one before. */
function numberOf({ document }: Scene, token: Token): number | undefined {
  const isNumber = (near: Token | undefined): boolean =>
    near?.sentence === token.sentence && near.upos === 'NUM' && !/^(?:19|20)\d\d$/.test(near.text)
  const before = document.tokens[token.index - 2]
  if (before && isNumber(before) && document.tokens[before.index - 1]?.lower === 'to')
    return before.index
  for (let at = token.index + 1; at < token.index + REACH; at += 1) {
    const near = document.tokens[at]
    if (near?.sentence !== token.sentence || /^[;:]$/.test(near.text)) return undefined
    if (isNumber(near)) return isTold(document.tokens, at) ? at : undefined
  }
  return undefined
}

/** "at 19", "was nine", "to an estimated 96,000" */
function isTold(tokens: readonly Token[], number: number): boolean {
  for (let at = number - 1; at > number - 5; at -= 1) {
    const { lower = '', upos = '' } = tokens[at] ?? {}
    if (/^(at|to|as|is|was|are|were|be|reached|exceeded)$/.test(lower)) return true
    if (!/^(DET|ADJ|ADV|ADP|VERB)$/.test(upos)) return false
  }
  return false
}

/** "The army counted nine dead, the elders 14": what somebody is said to say is a bare number. */
function bareContents(scene: Scene, drafts: readonly FigureDraft[]): FigureDraft[] {
  const { document } = scene
  return scene.statements.flatMap(({ content }) => {
    const [span] = content
    if (!span || content.length > 1 || span.end - span.start > LONGEST) return []
    const first = firstTokenFrom(document, span.start)
    const token = document.tokens[first]?.upos === 'ADP' ? first + 1 : first
    const number = document.tokens[token]
    if (number?.upos !== 'NUM' || number.end !== span.end) return []
    const harm = lastHarm(drafts, number)
    return harm === undefined ? [] : draftOf(scene, { harm, token: number, at: token })
  })
}

/** The longest bare number with its preposition, in letters. */
const LONGEST = 24

function draftOf(
  scene: Scene,
  { harm, token, at }: { readonly harm: Harm; readonly token: Token; readonly at: number },
): FigureDraft[] {
  const number = scene.document.tokens[at]
  const noun =
    number && childBy(scene.document, at, 'nummod') ? undefined : headOf(scene.document, at)
  const counts = noun && noun.index > at && noun.index - at < 3 && noun.upos === 'NOUN'
  const phrase = readCounted(scene, counts ? noun.index : at)
  return phrase ? [{ harm, phrase, token, part: false, toll: 'whole', rule: 'told' }] : []
}
