import { sha256 } from '../base/hash.ts'

/** What can be done to a store. */
export type OperationKind =
  | 'add-report'
  | 'erase-report'
  | 'decide'
  | 'undo-decision'
  | 'link'
  | 'save-filter'
  | 'remove-filter'
  | 'review'
  | 'undo-review'
  | 'account'
  | 'assign'
  | 'rule'
  | 'own-actor'
  | 'undo-own-actor'
  | 'read-again'
  | 'propose'
  | 'settle-proposal'

/** One entry of the log. */
export interface Operation {
  /** From 1 on, without gaps. */
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  /** Who did it. */
  readonly by: string
  readonly kind: OperationKind
  /** JSON, to the letter. */
  readonly body: string
  /** Hash of the entry before; of the first one 64 zeros. */
  readonly previous: string
  readonly hash: string
}

/** What is said of an operation before it has its place in the log. */
export type NewOperation = Pick<Operation, 'kind' | 'body'>

/** The last entry's number and hash: what the next one is sealed with. */
export type Head = Pick<Operation, 'seq' | 'hash'>

/** The head of an empty log. */
export const NO_OPERATION: Head = { seq: 0, hash: '0'.repeat(64) }

/** Operations with their place behind a head, in order. */
export function chainOperations(
  operations: readonly NewOperation[],
  { seq: last, hash }: Head,
  { at, by }: Pick<Operation, 'at' | 'by'>,
): Operation[] {
  let previous = hash
  return operations.map(({ kind, body }, i) => {
    const entry = { seq: last + 1 + i, at, by, kind, body, previous }
    const sealed = { ...entry, hash: hashOf(entry) }
    previous = sealed.hash
    return sealed
  })
}

/** Why an entry cannot follow a head, if it cannot. */
export function faultOf(operation: Operation, head: Head): string | undefined {
  if (operation.seq !== head.seq + 1) return `entry ${head.seq + 1} is missing`
  if (operation.previous !== head.hash) return 'does not follow the entry before it'
  return hashOf(operation) === operation.hash ? undefined : 'was changed'
}

function hashOf({ seq, at, by, kind, body, previous }: Omit<Operation, 'hash'>): string {
  return sha256(JSON.stringify([seq, at, by, kind, body, previous]))
}
