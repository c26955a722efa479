import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** `ascribe serve` in a process of its own, which may be killed. */
export interface ServerProcess {
  readonly url: string
  end(signal: NodeJS.Signals): Promise<void>
}

/** Starts the server of a built command on a store, at a port (0: any that is free). */
export async function startServer(
  command: string,
  store: string,
  port = 0,
): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [command, 'serve', '--store', store, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return { url: await urlOf(child), end: (signal) => end(child, signal) }
}

async function urlOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout)
    for await (const line of createInterface({ input: stdout })) {
      const url = /http:\/\/\S+/.exec(line)?.[0]
      if (url !== undefined) return url
    }
  throw new Error('the server did not start')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child, 'close')
}
