import type { makeApp } from '../../src/server/index.ts'

type Headers = Readonly<Record<string, string>>

/** Asks an app as a page of ours does; no port is opened. */
export interface Asker {
  get(path: string, headers?: Headers): Promise<Response>
  post(path: string, body?: unknown, headers?: Headers): Promise<Response>
  delete(path: string): Promise<Response>
}

/** Whoever asks an app, with headers of their own on every request; paths stand below `root`. */
export function asker(app: ReturnType<typeof makeApp>, own: Headers = {}, root = ''): Asker {
  const ask = async (path: string, { headers, ...init }: RequestInit & { headers: Headers }) =>
    app.request(root + path, { ...init, headers: { host: 'localhost', ...headers } })
  const change = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...own }
  return {
    get: (path, headers = {}) => ask(path, { headers: { ...own, ...headers } }),
    post: (path, body = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...change, ...headers },
      }),
    delete: (path) => ask(path, { method: 'DELETE', headers: change }),
  }
}

/** The cookie that an answer sets, as a request sends it back. */
export function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
