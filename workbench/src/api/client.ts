import type { Problem } from '../../../src/server/api.ts'

/** An answer that says what went wrong; `status` is 0 where the server did not answer at all. */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem | undefined

  constructor(status: number, message: string, problem?: Problem) {
    super(message)
    this.status = status
    this.problem = problem
  }
}

/** Why something went wrong, for people. */
export function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What is asked for beside the path. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>

/** Asks the server of this page. Throws `ApiError`. */
export function get<Answer>(
  path: string,
  query: Query = {},
  signal?: AbortSignal,
): Promise<Answer> {
  return ask(`/api${path}${search(query)}`, signal ? { signal } : {})
}

/** The same, with what names the state of the answer. */
export async function getTagged<Answer>(
  path: string,
): Promise<{ readonly answer: Answer; readonly tag: string }> {
  const response = await reply(`/api${path}`, {})
  return { answer: (await response.json()) as Answer, tag: response.headers.get('etag') ?? '' }
}

/** Sends a change. Throws `ApiError`. */
export function post<Answer>(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return ask(`/api${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** Takes something away. Throws `ApiError`. */
export function remove(path: string): Promise<void> {
  return ask(`/api${path}`, { method: 'DELETE' })
}

/** Sends a file as it is. Throws `ApiError`. */
export function send<Answer>(path: string, query: Query, file: Blob): Promise<Answer> {
  return ask(`/api${path}${search(query)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
}

/** What is done when the server does not know who asks any more. */
let onLoggedOut: () => void = () => undefined

/** Says what is to be done then. */
export function whenLoggedOut(work: () => void): void {
  onLoggedOut = work
}

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const response = await reply(address, init)
  const body: unknown = response.status === 204 ? undefined : await response.json()
  return body as Answer
}

async function reply(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    throw new ApiError(0, 'the server does not answer')
  })
  if (response.ok) return response
  const problem = (await response.json()) as Problem
  if (response.status === 401) onLoggedOut()
  throw new ApiError(response.status, problem.title, problem)
}

/** A query as it stands in an address; what is undefined is left out. */
export function search(query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of value === undefined ? [] : [value].flat()) params.append(name, String(one))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
