import { workerData } from 'node:worker_threads'
import { openWriter, type Form, type Setting } from '../export/index.ts'
import { openKit } from '../kit.ts'
import type { Outcome, Task } from './outcome.ts'
import { readTask } from './task.ts'

/** What every worker is told once. */
export interface WorkerOptions {
  readonly form: Form
  readonly setting: Setting
}

const { form, setting } = workerData as WorkerOptions
const kit = await openKit()
const writer = await openWriter(form, setting)

/** Reads a chunk of tasks, which comes as JSON: a string crosses to a thread faster than objects do. */
export function readChunk(chunk: string): Outcome[] {
  return (JSON.parse(chunk) as Task[]).map((task) => readTask(task, kit, writer))
}
