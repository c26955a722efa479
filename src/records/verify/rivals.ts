import type { Sourced } from '../evidence.ts'

/** A sourced value and its rivals, theirs too, each with its path. */
export function* withRivals<T>(
  sourced: Sourced<T> | undefined,
  path: string,
): Generator<{ readonly sourced: Sourced<T>; readonly path: string }> {
  if (!sourced) return
  yield { sourced, path }
  for (const [i, rival] of (sourced.also ?? []).entries())
    yield* withRivals(rival, `${path}.also[${i}]`)
}
