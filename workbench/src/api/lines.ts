import type { Problem } from '../../../src/server/api.ts'
import { ApiError, search, type Query } from './client.ts'

/** What the server sends as lines of JSON, as they come. Throws `ApiError`. */
export async function* lines<Line>(
  path: string,
  query: Query,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  const response = await fetch(`/api${path}${search(query)}`, { signal }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError(0, 'the server does not answer')
    },
  )
  if (!response.ok || !response.body) {
    const problem = (await response.json()) as Problem
    throw new ApiError(response.status, problem.title, problem)
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) yield JSON.parse(part) as Line
  }
}
