import { ancestors, childBy, childrenBy, type Token } from '../../text/index.ts'
import { tokenAt, type Scene } from './scene.ts'

/** Whether a time or place that stands in another clause of the sentence holds for a trigger, too. */
export function reaches(scene: Scene, token: number, trigger: number): boolean {
  const up = wayUp(scene, trigger)
  const down = wayUp(scene, token)
  const meet = up.find(({ index }) => down.some((one) => one.index === index))
  if (!meet) return false
  const above = up.slice(0, up.indexOf(meet))
  const below = down.slice(0, down.indexOf(meet)).reverse()
  const clauses = below.filter(isClause)
  if (clauses.length === 0) return below.length === 0 || isShared(scene, above, below)
  return above.length === 0 && token > trigger && goesOn(scene, clauses, trigger)
}

/** "11 January, Kiro: a shell hit the school": the head of an entry holds for all of it. */
export function headsEntry(scene: Scene, token: number, trigger: number): boolean {
  return token < trigger && ancestors(scene.document, trigger).some(({ index }) => index === token)
}

function wayUp(scene: Scene, at: number): Token[] {
  const own = tokenAt(scene, at)
  return own ? [own, ...ancestors(scene.document, at)] : []
}

/** Words that begin a clause of their own. */
function isClause({ deprel, upos }: Token): boolean {
  if (/^(?:acl|advcl|ccomp|parataxis|csubj)/.test(deprel)) return true
  return deprel === 'conj' && upos === 'VERB'
}

/** "On Monday a man walked into the office in Selin and shot two clerks": what hangs on the first verb is of those joined to it; what hangs on its subject ("observers in Selin") is not. */
function isShared(scene: Scene, above: readonly Token[], below: readonly Token[]): boolean {
  const [first] = below
  if (first?.relation === 'nsubj') return false
  const isAhead = first !== undefined && opens(scene, first)
  return above.every((token) => {
    if (token.deprel === 'acl:relcl')
      return childBy(scene.document, token.index, 'advmod')?.lower === 'where'
    if (token.relation === 'advcl') return isAtOnce(scene, token)
    return token.relation !== 'ccomp' || isAhead
  })
}

/** "In Darun, police said that …": what a clause opens with. */
function opens({ document }: Scene, { index, head }: Token): boolean {
  const subject = childBy(document, head, 'nsubj')
  return subject !== undefined && index < subject.index
}

/** "…, killing nine", "when a rocket landed": at the same time; "after police refused" is not. */
function isAtOnce({ document }: Scene, { index }: Token): boolean {
  const marks = childrenBy(document, index, 'mark', 'advmod').filter(({ lower }) =>
    OTHER_TIME.test(lower),
  )
  return marks.length === 0
}

const OTHER_TIME = /^(?:after|before|since|until|till|once|as|because|although|though|if|unless)$/

/** "killed seven and injured nine at a checkpoint near Selin", "the blast that ripped through the market in Selin": what the clause goes on to tell. */
function goesOn(scene: Scene, clauses: readonly Token[], trigger: number): boolean {
  const [first, ...more] = clauses
  if (first?.deprel === 'acl:relcl') return more.length === 0 && first.head === trigger
  if (first?.deprel !== 'conj' || childBy(scene.document, first.index, 'nsubj')?.deprel === 'nsubj')
    return false
  return more.every((token) => token.relation === 'advcl' && isAtOnce(scene, token))
}
