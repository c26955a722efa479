import { AscribeError } from '../../base/errors.ts'
import { USER_ROLES, type User, type UserRole } from '../site.ts'

/** Who may do something, at least: with a row of their own, and with one that is somebody else's. */
interface Right {
  readonly own: UserRole
  /** Where a row is another's, or nobody says whose it is; as `own` where it does not matter whose. */
  readonly foreign?: UserRole
}

/** All that can be done, and who may: whatever a route changes is one of these. */
export const RIGHTS = {
  read: { own: 'viewer' },
  export: { own: 'viewer' },
  'save-filter': { own: 'viewer', foreign: 'admin' },
  'end-session': { own: 'viewer', foreign: 'admin' },
  'make-token': { own: 'viewer', foreign: 'admin' },
  'end-token': { own: 'viewer', foreign: 'admin' },
  'change-password': { own: 'viewer', foreign: 'admin' },
  'add-report': { own: 'coder' },
  'see-job': { own: 'coder', foreign: 'reviewer' },
  'steer-job': { own: 'coder', foreign: 'reviewer' },
  review: { own: 'coder' },
  'undo-review': { own: 'coder', foreign: 'reviewer' },
  'see-coding': { own: 'coder', foreign: 'reviewer' },
  link: { own: 'coder' },
  'undo-link': { own: 'coder', foreign: 'reviewer' },
  'change-dictionary': { own: 'coder', foreign: 'reviewer' },
  propose: { own: 'coder' },
  'settle-proposal': { own: 'reviewer' },
  assign: { own: 'reviewer' },
  adjudicate: { own: 'reviewer' },
  'erase-report': { own: 'admin' },
  'keep-accounts': { own: 'admin' },
} as const satisfies Readonly<Record<string, Right>>

/** Something that can be done. */
export type Action = keyof typeof RIGHTS

/** What something is done to: whose it is, by name. */
export interface Owned {
  readonly owner?: string
}

/** Lets pass who may do something; asked inside the transaction that does it, with the row that it is done to. Throws `forbidden`. */
export function can(user: User, action: Action, row: Owned = {}): void {
  if (isAllowed(user, action, row)) return
  const whose = row.owner === undefined || row.owner === user.name ? '' : ` of ${row.owner}`
  throw new AscribeError('forbidden', `${user.name} (${user.role}) may not ${action}${whose}`, {
    details: { action },
  })
}

/** Whether somebody may: for screens, which leave out what would be refused. */
export function isAllowed(
  { name, role }: Pick<User, 'name' | 'role'>,
  action: Action,
  { owner }: Owned = {},
): boolean {
  if (!Object.hasOwn(RIGHTS, action)) return false
  const right: Right = RIGHTS[action]
  const least = owner === name ? right.own : (right.foreign ?? right.own)
  return rank(role) >= rank(least)
}

/** Behind all others where the role is none of ours. */
function rank(role: UserRole): number {
  return USER_ROLES.indexOf(role)
}
