import {
  ancestors,
  childBy,
  childrenBy,
  expand,
  headOf,
  obliquesOf,
  predicateAt,
  prepositionOf,
  type Token,
} from '../../text/index.ts'
import { isOf } from '../events/event-words.ts'
import { isPeople, type Scene } from '../events/scene.ts'

/** Those who a part of the body or a wound tells were hurt: "was shot in the leg", "lost an eye", "with gunshot wounds", "is fighting for his life". */
export function bodilyHarmed(scene: Scene, token: Token): number[] {
  if (token.upos !== 'NOUN') return []
  const { words } = scene
  if (isOf(words, token.lowerLemma, 'limb')) return byPart(scene, token)
  if (isOf(words, token.lowerLemma, 'wound')) return byWound(scene, token)
  return token.lowerLemma === 'life' ? byLife(scene, token) : []
}

/** "lost a leg", "broke his wrist", "was hit in the arm", "whose arm was broken", "with a broken jaw". */
function byPart(scene: Scene, part: Token): number[] {
  const { document, words } = scene
  const above = headOf(document, part.index)
  if (!above) return []
  if (above.upos === 'VERB' && part.deprel === 'obj')
    return isOf(words, above.lowerLemma, 'maiming') ? own(scene, above, part) : []
  if (above.upos === 'VERB' && part.deprel === 'nsubj:pass')
    return isOf(words, above.lowerLemma, 'breaking') ? ownersOf(scene, part) : []
  const preposition = prepositionOf(document, part.index)
  if (preposition === 'with') return isBroken(scene, part) ? bearers(scene, above) : []
  if (!/^(in|through|on|over|across)$/.test(preposition) || above.upos !== 'VERB') return []
  if (!isOf(words, above.lowerLemma, 'hitting')) return []
  return predicateAt(document, above.index).patients.filter((head) => head !== part.index)
}

/** Who lost or broke what is his own; "the gang broke his leg" hurt somebody else. */
function own({ document }: Scene, verb: Token, part: Token): number[] {
  const { agents } = predicateAt(document, verb.index)
  const owner = childBy(document, part.index, 'nmod:poss')
  const isLost = verb.lowerLemma === 'lose'
  return isLost || !owner || owner.upos === 'PRON' ? expand(document, agents.slice(0, 1)) : []
}

/** "a passenger whose arm was broken" */
function ownersOf({ document }: Scene, part: Token): number[] {
  const owner = childBy(document, part.index, 'nmod:poss')
  if (!owner) return []
  if (owner.lower !== 'whose') return owner.upos === 'PRON' ? [] : [owner.index]
  const clause = headOf(document, part.index)
  return clause?.deprel.startsWith('acl') && clause.head >= 0 ? [clause.head] : []
}

function isBroken({ document, words }: Scene, part: Token): boolean {
  return childrenBy(document, part.index, 'amod').some(({ lower }) => isOf(words, lower, 'broken'))
}

/** "suffered arm wounds", "eleven people with gunshot wounds", "was treated for a wound to the hip". */
function byWound(scene: Scene, wound: Token): number[] {
  const { document, words } = scene
  const above = headOf(document, wound.index)
  if (!above) return []
  if (above.upos === 'VERB' && wound.deprel === 'obj')
    return isOf(words, above.lowerLemma, 'suffering') ? bearers(scene, above) : []
  const preposition = prepositionOf(document, wound.index)
  return /^(with|for)$/.test(preposition) ? bearers(scene, above) : []
}

/** Who bears what a phrase tells: the people that it hangs on, else whom the verb above speaks of. */
function bearers(scene: Scene, above: Token): number[] {
  const { document, mentions } = scene
  if (above.upos !== 'VERB') return isPeople(mentions.byHead(above.index)) ? [above.index] : []
  const { agents, patients } = predicateAt(document, above.index)
  return [...(patients.some((head) => isPeople(mentions.byHead(head))) ? patients : agents)]
}

/** "is fighting for his life"; "fought for the life of a student". */
function byLife({ document }: Scene, life: Token): number[] {
  const verb = ancestors(document, life.index).slice(0, 1)[0]
  if (verb?.lowerLemma !== 'fight' || prepositionOf(document, life.index) !== 'for') return []
  const of = obliquesOf(document, life.index).find(({ preposition }) => preposition === 'of')
  if (of) return [of.head]
  return childBy(document, life.index, 'nmod:poss')
    ? [...predicateAt(document, verb.index).agents]
    : []
}
