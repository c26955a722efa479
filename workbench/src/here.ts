import { onDestroy } from 'svelte'

/** Tells a component whether it is still on the screen: an answer that comes late moves nobody who has gone on. */
export function whileHere(): () => boolean {
  let isHere = true
  onDestroy(() => (isHere = false))
  return () => isHere
}
