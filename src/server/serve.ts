import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { serve as listen, type ServerType } from '@hono/node-server'
import { AscribeError } from '../base/errors.ts'
import { makeApp } from './app.ts'
import { localBinding, type Binding } from './bind.ts'
import { runJobs } from './jobs/run.ts'
import type { Site } from './site.ts'

/** Where a server is reached. */
export interface Served {
  readonly url: string
  /** Ends it; what is being answered is answered first. */
  close(): Promise<void>
}

/** Serves the workbench and its API, on this machine alone where no more is said than the port. */
export async function serve(
  site: Omit<Site, 'hosts' | 'bind'>,
  where: Binding | number,
): Promise<Served> {
  const binding = typeof where === 'number' ? localBinding(where) : where
  const { isSecure, isLocal, isProxied, names } = binding
  const hosts: string[] = []
  const app = makeApp({ ...site, hosts, bind: { isSecure, isLocal, isProxied } })
  const { server, address } = await open(app.fetch, binding)
  const runner = runJobs(site)
  hosts.push(...names.map((name) => hostOf(name, address.port, binding)))
  const scheme = isSecure ? 'https' : 'http'
  const url = binding.address ?? `${scheme}://${hosts[0] ?? ''}/`
  return {
    url,
    async close() {
      await Promise.all([close(server), runner.close()])
    },
  }
}

/** A name as a browser writes it in a request: without the port where that is the usual one, or where a server before this one has its own. */
function hostOf(name: string, port: number, { isSecure, isProxied }: Binding): string {
  return isProxied || port === (isSecure ? 443 : 80) ? name : `${name}:${port}`
}

type Fetch = (request: Request) => Response | Promise<Response>

function open(
  fetch: Fetch,
  { port, host, tls }: Binding,
): Promise<{ readonly server: ServerType; readonly address: AddressInfo }> {
  return new Promise((resolve, reject) => {
    const secure = tls && { createServer, serverOptions: { ...tls } }
    const server = listen({ fetch, port, hostname: host, ...secure }, (address) =>
      resolve({ server, address }),
    )
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? `port ${port} is taken; --port names another` : cause.message
      reject(new AscribeError('bad-usage', why, { cause }))
    })
  })
}

/** How long what is being answered may take, in milliseconds. */
const PATIENCE = 2000

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    // Who waits for news would wait on.
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref()
  })
}
