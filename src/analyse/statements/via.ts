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
  const noun = draft.cue && (quotingAgent(draft, ground) ?? carrier(draft, ground))
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

function quotingAgent({ at }: Draft, { document }: SourceGround): Token | undefined {
  const verb = headOf(document, at)
  if (!verb || !/^(quoted|cited)$/.test(verb.lower)) return undefined
  const agent = predicateAt(document, verb.index).agents[0]
  const { passive } = predicateAt(document, verb.index)
  return passive && agent !== undefined ? document.tokens[agent] : undefined
}

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
  ({ index, upos }: Token): boolean =>
    upos !== 'NUM' && /^(by|on|in|via|through)$/.test(prepositionOf(document, index))

function rangeOf(document: Document, noun: Token): SourcePhrase['range'] {
  const all = subtree(document, noun.index, ({ deprel }) => /^(case|acl|parataxis)/.test(deprel))
  const range = { first: all[0] ?? noun.index, last: (all.at(-1) ?? noun.index) + 1 }
  return trim(document, range)
}
