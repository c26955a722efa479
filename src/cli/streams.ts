import { once } from 'node:events'
import type { Streams } from '../bulk/index.ts'

export type { Streams } from '../bulk/index.ts'

/** Once asked to stop nothing more is written, lest it be cut off in the middle. */
let stopping = false

/** Standard output and standard error. */
export const standardStreams: Streams = {
  async write(text) {
    if (stopping) await new Promise(() => undefined)
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  complain: (text) => void process.stderr.write(text),
}

/** Ends quietly when the reader of the output is gone, and at once, after the line that is being written, when asked to stop. */
export function endWithReaderAndSignals(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal))
}

/** What is done instead, once, when asked to stop. */
let asked: (() => void) | undefined

/** Resolves when the process is asked to stop; it goes on, so that what is open can be closed. Asked again it ends at once. */
export function whenStopped(): Promise<void> {
  return new Promise((resolve) => {
    asked = () => {
      asked = undefined
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => process.exit(1))
      resolve()
    }
  })
}

/** How long the last lines may take to leave, in milliseconds. */
const PATIENCE = 1000

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (asked) return asked()
  stopping = true
  if (process.stdout.writableLength > 0)
    await Promise.race([
      once(process.stdout, 'drain'),
      new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    ])
  process.stderr.write('\nascribe: stopped\n')
  process.kill(process.pid, signal) // the handler is gone by now: the shell sees what ended us
}
