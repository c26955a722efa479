import type { Party, Source } from '../../records/index.ts'
import { rangeEvidence } from '../../text/index.ts'
import {
  childBy,
  childrenBy,
  headOf,
  predicateAt,
  prepositionOf,
  subtree,
  type Document,
  type Token,
} from '../../text/index.ts'
import { WEEKDAY } from './clause.ts'
import { trim } from './trim.ts'
import type { Draft } from './draft.ts'
import { WINDOW, type SourcePhrase } from './rule.ts'
import type { SourceGround } from './source.ts'

/** "state television reported, citing the mayor": the one cited is the source, the outlet the way. */
export function citedBy(draft: Draft, { document }: SourceGround): SourcePhrase | undefined {
  const sentence = document.sentences[document.tokens[draft.at]?.sentence ?? -1]
  const last = Math.min(sentence?.last ?? 0, draft.at + WINDOW)
  const after = document.tokens.slice(draft.at + 1, last)
  const citing = after.find(
    ({ lower, index }) =>
      (lower === 'citing' || lower === 'quoting') && document.tokens[index - 1]?.text === ',',
  )
  const cited = citing && childBy(document, citing.index, 'obj')
  return cited && { head: cited.index, range: rangeOf(document, cited) }
}

/** The outlet that a statement came through: "was quoted by Maro Radio as saying", "in a statement carried by Maro Radio". */
export function viaOf(draft: Draft, ground: SourceGround): Party | undefined {
  const noun =
    draft.cue &&
    (quotingAgent(draft, ground) ?? carrier(draft, ground) ?? outletBeside(draft, ground))
  return noun && partyOf(rangeOf(ground.document, noun), noun.index, ground)
}

/** Another source as the way. */
export function viaSource({ text, actor, evidence }: Source): Party {
  return { text, evidence, ...(actor !== undefined && { actor }) }
}

function partyOf(
  range: SourcePhrase['range'],
  head: number,
  { document, mentions }: SourceGround,
): Party | undefined {
  const evidence = rangeEvidence(document, range)
  const actor = mentions.actorOf(mentions.byHead(head))
  if (evidence.quote === '') return undefined
  return { text: evidence.quote, evidence: [evidence], ...(actor && { actor: actor.id }) }
}

/** "was quoted by *Maro Radio* as saying", "*Maro Radio* quoted a nurse as saying". */
function quotingAgent({ at, source }: Draft, { document }: SourceGround): Token | undefined {
  const own = document.tokens[at]
  const verb = own && /^(?:quote|cite)$/.test(own.lemma) ? own : headOf(document, at)
  if (!verb || !/^(?:quote|cite)$/.test(verb.lemma)) return undefined
  const agent = predicateAt(document, verb.index).agents[0]
  return agent !== undefined && agent !== source?.head ? document.tokens[agent] : undefined
}

/** "said on *local television*", "in remarks to *Maro Radio*, the mayor said", "in a message carried by *its website*": an outlet in the cue's sentence behind such a word, outside what is said. */
function outletBeside({ at, content, source }: Draft, ground: SourceGround): Token | undefined {
  const { document } = ground
  const sentence = document.sentences[document.tokens[at]?.sentence ?? -1]
  if (!sentence) return undefined
  const from = Math.max(sentence.first, Math.min(at, source?.range.first ?? at) - NEAR)
  const near = document.tokens.slice(from, Math.min(sentence.last, at + NEAR))
  return near.find(
    (token) =>
      token.index !== source?.head &&
      !content.some(({ start, end }) => start <= token.start && token.end <= end) &&
      isMedium(token, ground) &&
      isCarrying(token, ground),
  )
}

/** Tokens round source and cue in which an outlet is sought. */
const NEAR = 15

function isMedium({ index, lemma, upos }: Token, { mentions, words }: SourceGround): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(upos)) return false
  return words.media.has(lemma) || mentions.byHead(index)?.type === 'media'
}

/** Whether it stands behind "on", or behind "to", "by" or "with" that follow a word for what was put out or held. */
function isCarrying({ index }: Token, { document }: SourceGround): boolean {
  const link = childBy(document, index, 'case')
  const before = document.tokens[(link?.index ?? 0) - 1]
  if (!link || !before) return false
  if (link.lower === 'on') return true
  if (/^(?:to|with)$/.test(link.lower)) return HELD.test(before.lemma)
  return /^(?:by|in)$/.test(link.lower) && CARRIED.test(before.lower)
}

const HELD = /^(?:remark|interview|statement|comment)$/

/** "carried by", "posted on", behind a noun that hangs on the cue. */
function carrier({ at }: Draft, { document }: SourceGround): Token | undefined {
  for (const noun of childrenBy(document, at, 'obl')) {
    const carried = childrenBy(document, noun.index, 'acl').find(({ lower }) => CARRIED.test(lower))
    const by = carried && childrenBy(document, carried.index, 'obl').find(isOutlet(document))
    if (by) return by
  }
  return undefined
}

const CARRIED = /^(carried|published|released|broadcast|aired|posted|distributed|issued)$/

const isOutlet =
  (document: Document) =>
  ({ index, upos, lower }: Token): boolean =>
    upos !== 'NUM' &&
    !WEEKDAY.test(lower) &&
    /^(by|on|in|via|through)$/.test(prepositionOf(document, index))

function rangeOf(document: Document, noun: Token): SourcePhrase['range'] {
  const all = subtree(document, noun.index, ({ deprel }) => /^(case|acl|parataxis)/.test(deprel))
  const range = { first: all[0] ?? noun.index, last: (all.at(-1) ?? noun.index) + 1 }
  return trim(document, range)
}
