import { Queue } from './queue.svelte.ts'

/** The queue, and how far it is scrolled. */
export interface QueueView {
  readonly queue: Queue
  readonly by: string
  top: number
}

let kept: QueueView | undefined

/** The queue of somebody as they left it: other screens do not take its place away. */
export function queuePlaceOf(by: string): QueueView {
  kept = kept?.by === by ? kept : { queue: new Queue(), by, top: 0 }
  return kept
}
