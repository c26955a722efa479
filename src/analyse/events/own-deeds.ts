import type { ResponsibilityClaim, Statement } from '../../records/index.ts'
import { childrenBy, rangeSpan, type Token, type TokenRange } from '../../text/index.ts'
import { claimKey, type ClaimDraft } from './claims.ts'
import { isOwn } from './confidence.ts'
import type { Group } from './group.ts'
import { cueOf, isNegated, sourceHead, tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** Claims and denials that name the deed instead of "responsibility": "said it had shot two men", "denied holding them", "We set fire to the depot". One for each speaker and stance. */
export function ownDeeds(scene: Scene, { spots }: Group): ClaimDraft[] {
  const found = new Map<string, ClaimDraft>()
  for (const spot of spots) {
    const draft = deedOf(scene, spot)
    if (!draft) continue
    const key = claimKey(scene, draft)
    if (!found.has(key)) found.set(key, draft)
  }
  return [...found.values()]
}

type OwnDeed = ClaimDraft & { readonly claimant: number }

function deedOf(scene: Scene, spot: Spot): OwnDeed | undefined {
  if (spot.trigger.pos !== 'VERB') return undefined
  const statement = spot.statements.at(-1)
  return statement ? deedSaid(scene, spot, statement) : deedOfAuthor(scene, spot)
}

/** "The Front said that its fighters had shot two men": whoever says it says it of themselves or their own people. */
function deedSaid(scene: Scene, spot: Spot, statement: Statement): OwnDeed | undefined {
  const { source, stance: put } = statement
  if (!source || !OWNING.has(put)) return undefined
  if (!spot.around.agents.some((head) => isOwn(scene, head, source))) return undefined
  const claimant = sourceHead(scene, statement)
  if (claimant === undefined) return undefined
  const stance = stanceOf(scene, spot, put === 'denies')
  return stance && draftOf(scene, spot, { stance, claimant, from: cueOf(scene, statement) })
}

/** How one speaks of a deed of one's own, or is said to: whoever condemns the attack on its convoy claims none. */
const OWNING: ReadonlySet<Statement['stance']> = new Set([
  'asserts',
  'claims',
  'confirms',
  'denies',
  'declines',
])

/** "We set fire to the depot", "We did not burn the buses" in a text of the group's own. */
function deedOfAuthor(scene: Scene, spot: Spot): OwnDeed | undefined {
  // "We follow an attempt to seize power": only the verb's own subject did it.
  const we = childrenBy(scene.document, spot.trigger.token, 'nsubj').find(
    ({ lower }) => lower === 'we',
  )
  if (!we || actorAt(scene, we.index) === undefined) return undefined
  const stance = stanceOf(scene, spot, isNegated(scene, spot.trigger.token))
  return stance && draftOf(scene, spot, { stance, claimant: we.index, from: we })
}

/** What happened is claimed, what did not or is denied is denied; what is only planned or possible is neither. */
function stanceOf(
  scene: Scene,
  { status, trigger }: Spot,
  isDenial: boolean,
): ResponsibilityClaim['stance'] | undefined {
  if (isDenial || isNegated(scene, trigger.token)) return 'denies'
  return /^(happened|attempted)$/.test(status) ? 'claims' : undefined
}

interface Said {
  readonly stance: ResponsibilityClaim['stance']
  readonly claimant: number
  readonly from?: Token | undefined
}

/** From the cue to the deed where they stand near each other in this order, else the deed. */
function draftOf(scene: Scene, { trigger }: Spot, { stance, claimant, from }: Said): OwnDeed {
  const deed = tokenAt(scene, trigger.token)
  const isNear =
    from !== undefined &&
    from.sentence === deed?.sentence &&
    from.index < trigger.token &&
    trigger.token - from.index < LONGEST
  const range: TokenRange = isNear ? { first: from.index, last: trigger.range.last } : trigger.range
  return {
    stance,
    token: trigger.token,
    sentence: deed?.sentence ?? 0,
    span: rangeSpan(scene.document, range),
    claimant,
    byDeed: true,
  }
}

/** How many words may stand between "denied" and what was not done. */
const LONGEST = 12

function actorAt({ mentions }: Scene, head: number): string | undefined {
  return mentions.actorOf(mentions.byHead(head))?.id
}
