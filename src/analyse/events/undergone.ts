import { childBy, headOf, predicateAt, prepositionOf } from '../../text/index.ts'
import { someOf, withParticle, type Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import { tokenAt, type Scene } from './scene.ts'

/** The preposition under which a device stands that somebody ran onto. */
export const ONTO = 'onto'

/** Who does and who suffers at a verb whose subject suffers: "came under fire from rebels", "struck a landmine", "stepped on a mine"; and "shot at worshippers", which the tree may take for a passive. */
export function undergone(scene: Scene, token: number, found: Arguments): Arguments {
  const own = tokenAt(scene, token)
  const next = scene.document.tokens[token + 1]
  if (!own || !next) return found
  const { agents, patients, obliques } = found
  if (own.lowerLemma === 'come' && next.lower === 'under') {
    const from = obliques.filter(({ preposition }) => /^(?:from|by)$/.test(preposition))
    return { ...found, agents: from.map(({ head }) => head), patients: agents }
  }
  if (isShotAt(scene, token) && agents.length === 0)
    return { ...found, agents: patients, patients: [] }
  const device = deviceUnder(scene, own.lowerLemma, found)
  if (device === undefined) return found
  return {
    agents: [],
    patients: agents,
    obliques: [...obliques, { preposition: ONTO, head: device }],
  }
}

/** "Two gunmen shot at worshippers": nobody was shot, whatever the tree says. */
export function isShotAt({ document }: Scene, token: number): boolean {
  const [own, next] = [document.tokens[token], document.tokens[token + 1]]
  return own?.lowerLemma === 'shoot' && next?.lower === 'at' && !childBy(document, token, 'aux')
}

/** The bomb or mine that somebody hit, or stepped or drove on. */
function deviceUnder(
  scene: Scene,
  verb: string,
  { agents, patients, obliques }: Arguments,
): number | undefined {
  if (agents.length === 0 || agents.some((head) => isArm(scene, head))) return undefined
  const isDevice = (head: number): boolean => someOf(scene, [head], 'laid')
  if (isOf(scene.words, verb, 'striking')) return patients.find(isDevice)
  if (!isOf(scene.words, verb, 'going-over')) return undefined
  return obliques.find(
    ({ preposition, head }) => /^(?:on|onto|over|upon)$/.test(preposition) && isDevice(head),
  )?.head
}

/** A weapon or an attack; a car that drives onto a bomb is none. */
function isArm(scene: Scene, head: number): boolean {
  if (someOf(scene, [head], 'bomb-agent', 'attack-noun')) return true
  return someOf(scene, [head], 'weapon-agent') && !someOf(scene, [head], 'vehicle')
}

/** Who suffers what a noun tells of, as the subject of its verb: "survived an assassination attempt", "fell into an ambush", "repelled the attack". */
export function undergoers(scene: Scene, token: number): readonly number[] {
  const { document, words } = scene
  const own = tokenAt(scene, token)
  const verb = headOf(document, token)
  if (!own || verb?.upos !== 'VERB') return []
  const isObject = own.deprel === 'obj' && isOf(words, withParticle(scene, verb), 'undergoing')
  const isInto =
    own.relation === 'obl' &&
    isOf(words, `${verb.lowerLemma} ${prepositionOf(document, token)}`, 'undergoing')
  if (!isObject && !isInto) return []
  const { agents, passive } = predicateAt(document, verb.index)
  return passive ? [] : agents
}
