import type { Writer } from '../export/index.ts'
import { withDictionary, type Kit } from '../pipeline.ts'
import type { OwnActor } from '../records/index.ts'
import type { Outcome, Task } from './outcome.ts'
import { readTask } from './task.ts'

/** Tasks that are read at once, and the dictionary that they are read with. */
export interface Chunk {
  readonly tasks: readonly Task[]
  readonly own: readonly OwnActor[]
}

/** Reads chunks with a kit; the kit with a dictionary is kept until a chunk comes with another one. */
export function newReader(kit: Kit, writer: Writer): (chunk: Chunk) => Outcome[] {
  let last = { own: '[]', kit }
  return ({ tasks, own }) => {
    const text = JSON.stringify(own)
    if (text !== last.own) last = { own: text, kit: withDictionary(kit, own) }
    return tasks.map((task) => readTask(task, last.kit, writer))
  }
}
