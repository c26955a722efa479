import type { makeApp } from '../../src/server/index.ts'

type Headers = Readonly<Record<string, string>>

/** Asks an app as a page of ours does; no port is opened. */
export interface Asker {
  get(path: string, headers?: Headers): Promise<Response>
  post(path: string, body?: unknown, headers?: Headers): Promise<Response>
}

/** Whoever asks an app, with headers of their own on every request. */
export function asker(app: ReturnType<typeof makeApp>, own: Headers = {}): Asker {
  return {
    get: async (path, headers = {}) =>
      app.request(path, { headers: { host: 'localhost', ...own, ...headers } }),
    post: async (path, body = {}, headers = {}) =>
      app.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          host: 'localhost',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          ...own,
          ...headers,
        },
      }),
  }
}

/** The cookie that an answer sets, as a request sends it back. */
export function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
