import type { Pool } from '../bulk/index.ts'
import type { LinkKit } from '../link/index.ts'
import type { VerifyKit } from '../records/index.ts'
import type { Profile } from '../redact/index.ts'
import type { Db } from '../store/index.ts'
import type { Tries } from './guard/throttle.ts'

/** What a server works with; opened once, and given in tests. */
export interface Site {
  readonly db: Db
  readonly link: LinkKit
  readonly verify: VerifyKit
  readonly pool: Pool
  /** The names by which it may be asked: host and port as a browser writes them. */
  readonly hosts: readonly string[]
  readonly bind: Bind
  /** The folder of the built workbench. */
  readonly pages: string
  now(): Date
}

/** How a server is reached. */
export interface Bind {
  /** By https, its own or that of a server before it. */
  readonly isSecure: boolean
  /** From this machine alone. */
  readonly isLocal: boolean
  /** Through a server of ours that stands before it and names who asks. */
  readonly isProxied: boolean
}

/** What somebody may do; each may do what those before may. */
export const USER_ROLES = ['viewer', 'coder', 'reviewer', 'admin'] as const
/** What somebody may do. */
export type UserRole = (typeof USER_ROLES)[number]

/** Who asks. */
export interface User {
  readonly name: string
  readonly role: UserRole
  readonly profile: Profile
}

/** What each request carries. */
export interface Env {
  Variables: {
    site: Site
    user: User
    tries: Tries
    /** The id of the session by which somebody is logged in. */
    session?: string
    /** Whose session it is, where it is locked; there is no user then. */
    locked?: string
  }
}
