import type { AddressInfo } from 'node:net'
import { serve as listen, type ServerType } from '@hono/node-server'
import { AscribeError } from '../base/errors.ts'
import { makeApp } from './app.ts'
import type { Site } from './site.ts'

/** Where a server is reached. */
export interface Served {
  readonly url: string
  /** Ends it; what is being answered is answered first. */
  close(): Promise<void>
}

/** Serves the workbench and its API on this machine. */
export async function serve(site: Omit<Site, 'hosts'>, port: number): Promise<Served> {
  const hosts: string[] = []
  const app = makeApp({ ...site, hosts })
  const { server, address } = await open(app.fetch, port)
  hosts.push(...['127.0.0.1', 'localhost'].map((name) => `${name}:${address.port}`))
  return { url: `http://127.0.0.1:${address.port}/`, close: () => close(server) }
}

type Fetch = (request: Request) => Response | Promise<Response>

function open(
  fetch: Fetch,
  port: number,
): Promise<{ readonly server: ServerType; readonly address: AddressInfo }> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({ server, address }),
    )
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? `port ${port} is taken; --port names another` : cause.message
      reject(new AscribeError('bad-usage', why, { cause }))
    })
  })
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
