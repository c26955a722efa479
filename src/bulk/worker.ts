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

/** Reads a chunk, which comes as JSON: a string crosses to a thread faster than objects do. */
export function readChunk(chunk: string): Outcome[] {
  return read(JSON.parse(chunk) as Chunk)
}
