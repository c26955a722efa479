import { AscribeError } from '../../base/errors.ts'

/** How often something may be tried in a while. */
export interface Throttle {
  /** Counts a try under each of some names, before it is made, so that many at once are counted too. Throws `too-many`. */
  count(names: readonly string[]): void
  /** Forgets the tries under a name: it was no guess. */
  forget(name: string): void
}

export interface ThrottleOptions {
  readonly most: number
  /** In milliseconds. */
  readonly within: number
  now(): number
}

/** Names that are kept at once; whoever tries under more of them makes us forget the oldest. */
const NAMES = 10_000

/** Tries to log in, or to say one's password otherwise. */
export interface Tries {
  /** Under one name, from wherever. */
  readonly byName: Throttle
  /** From one address, under whatever names. */
  readonly byAddress: Throttle
}

/** Ten tries of a name and thirty from an address in a quarter of an hour. */
export function newTries(now: () => Date): Tries {
  const throttle = (most: number): Throttle =>
    newThrottle({ most, within: 15 * 60 * 1000, now: () => now().getTime() })
  return { byName: throttle(10), byAddress: throttle(30) }
}

/** A throttle that lives as long as the process. */
export function newThrottle({ most, within, now }: ThrottleOptions): Throttle {
  const tries = new Map<string, number[]>()
  const recent = (name: string): number[] =>
    (tries.get(name) ?? []).filter((at) => at > now() - within)
  return {
    count(names) {
      const full = names.map(recent).find(({ length }) => length >= most)
      if (full) {
        const seconds = Math.ceil(((full[0] ?? 0) + within - now()) / 1000)
        throw new AscribeError('too-many', `too many tries; wait ${seconds} seconds`, {
          details: { seconds },
        })
      }
      for (const name of names) {
        const list = [...recent(name), now()]
        tries.delete(name)
        tries.set(name, list)
      }
      for (const name of tries.keys()) {
        if (tries.size <= NAMES) break
        tries.delete(name)
      }
    },
    forget: (name) => void tries.delete(name),
  }
}
