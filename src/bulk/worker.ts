import { workerData } from 'node:worker_threads'
import { openWriter, type Form, type Setting } from '../export/index.ts'
import { openKit } from '../kit.ts'
import { newReader, type Chunk } from './chunk.ts'
import type { Outcome } from './outcome.ts'

/** What every worker is told once. */
export interface WorkerOptions {
  readonly form: Form
  readonly setting: Setting
}

const { form, setting } = workerData as WorkerOptions
const read = newReader(await openKit(), await openWriter(form, setting))

let last: Promise<unknown> = Promise.resolve()

/** Reads a chunk, which comes as JSON: a string crosses to a thread faster than objects do. A chunk waits for the one before, so that the answer to that is sent first. */
export function readChunk(chunk: string): Promise<Outcome[]> {
  const answer = last.then(() => read(JSON.parse(chunk) as Chunk))
  last = answer.catch(() => undefined)
  return answer
}
