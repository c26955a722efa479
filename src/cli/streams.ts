import { once } from 'node:events'

/** Where a command writes; progress and errors go to `complain`. */
export interface Streams {
  /** Resolves when whoever reads the output has room for more. */
  write(text: string): Promise<void> | void
  complain(text: string): void
}

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

/** How long the last lines may take to leave, in milliseconds. */
const PATIENCE = 1000

async function stop(signal: NodeJS.Signals): Promise<void> {
  stopping = true
  if (process.stdout.writableLength > 0)
    await Promise.race([
      once(process.stdout, 'drain'),
      new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    ])
  process.stderr.write('\nascribe: stopped\n')
  process.kill(process.pid, signal) // the handler is gone by now: the shell sees what ended us
}
