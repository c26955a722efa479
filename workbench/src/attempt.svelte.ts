import { whyOf } from './api/client.ts'
import { whileHere } from './here.ts'

/** Something that a view tries. */
export interface Attempt {
  /** Whether it is being done: a second click does nothing. */
  readonly isBusy: boolean
  /** Why it did not go, or nothing. */
  readonly why: string
  /** Tries something, one at a time, then goes on if the view is still there. */
  try<Answer>(work: () => Promise<Answer>, then?: (answer: Answer) => void): Promise<void>
}

/** Why things did not go that were tried by views that somebody had left by then. */
const late = $state<{ whys: readonly string[] }>({ whys: [] })

/** What failed behind somebody's back; the frame shows it. */
export function lateFailures(): readonly string[] {
  return late.whys
}

/** Puts them away. */
export function dropLateFailures(): void {
  late.whys = []
}

/** Tries things for a view. */
export function newAttempt(): Attempt {
  const isHere = whileHere()
  const state = $state({ isBusy: false, why: '' })
  const fail = (error: unknown): void => {
    if (isHere()) state.why = whyOf(error)
    else late.whys = [...late.whys, whyOf(error)]
  }
  return {
    get isBusy() {
      return state.isBusy
    },
    get why() {
      return state.why
    },
    async try(work, then) {
      if (state.isBusy) return
      Object.assign(state, { isBusy: true, why: '' })
      try {
        const answer = await work()
        if (isHere()) then?.(answer)
      } catch (error) {
        fail(error)
      } finally {
        state.isBusy = false
      }
    },
  }
}
