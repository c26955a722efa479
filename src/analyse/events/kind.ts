import { childrenBy } from '../../text/index.ts'
import type { Arguments } from './arguments.ts'
import type { TriggerRow } from './event-words.ts'
import { kindsByMeans } from './means.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'
import type { Scope } from './scope.ts'

interface Base {
  readonly token: number
  readonly row: TriggerRow
  readonly around: Arguments
  readonly scope: Scope
}

/** The kind of a trigger, made exact by what was used and by who is said to have used it. */
export function kindOf(scene: Scene, { token, row, around, scope }: Base): string {
  const tokens = new Set([...scope.own, ...armsOf(scene, around)])
  if (isVerbOfHarm(row)) for (const at of scope.clause) tokens.add(at)
  // "killed the mastermind of the bombing": by no bomb.
  for (const other of scene.apart?.get(token) ?? []) tokens.delete(other)
  const told = kindsByMeans(scene, tokens)
  const named = exactKind(scene, row.kind, told)
  if (named !== 'unspecified-attack') return named
  return isVerbOfHarm(row) && hasKiller(scene, around) ? 'armed-assault' : named
}

/** Of the kinds that means tell of, the most telling one that the base kind leaves room for. */
export function exactKind(scene: Scene, base: string, told: readonly string[]): string {
  const { kinds } = scene.words
  const room = told.filter((kind) => kind !== base && leavesRoom(scene, base, kind))
  const rank = (kind: string): number => kinds.get(kind)?.rank ?? Infinity
  return [base, ...room].sort((a, b) => rank(a) - rank(b))[0] ?? base
}

/** "attack" may be of any kind; a blast may be one of any explosive; a raid is no bombing. */
function leavesRoom({ words }: Scene, base: string, kind: string): boolean {
  if (base === 'unspecified-attack') return true
  const family = words.kinds.get(base)?.family
  if (family === undefined || family !== words.kinds.get(kind)?.family) return false
  // "shot with a rifle" stays what it is; only explosives and fire from afar are told apart by the means.
  return family === 'blast' || (family === 'air' && base === 'airstrike' && kind === 'drone-strike')
}

function isVerbOfHarm({ needs }: TriggerRow): boolean {
  return needs === 'harm' || needs === 'death'
}

/** Agents and what was used: "a suicide bomber attacked", "killed with a machete", "in a drone strike". */
function armsOf(scene: Scene, { agents, patients, obliques }: Arguments): number[] {
  const used = obliques
    .filter(({ preposition }) => /^(with|using|by|from|in|via)$/.test(preposition))
    .map(({ head }) => head)
  const heads = [...agents, ...used, ...patients.filter((head) => isWeapon(scene, head))]
  return heads.flatMap((head) => [
    head,
    ...childrenBy(scene.document, head, 'compound', 'amod').map(({ index }) => index),
  ])
}

function isWeapon({ mentions }: Scene, head: number): boolean {
  return mentions.byHead(head)?.type === 'weapon'
}

/** A person or group that kills; "the crash killed", "fire killed" are none. */
function hasKiller(scene: Scene, { agents }: Arguments): boolean {
  return agents.some((head) => {
    const type = scene.mentions.byHead(head)?.type
    return (
      isPeople(scene.mentions.byHead(head)) &&
      type !== 'unknown' &&
      tokenAt(scene, head) !== undefined
    )
  })
}
