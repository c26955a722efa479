import { z } from '@hono/zod-openapi'
import { AscribeError } from '../base/errors.ts'

/** One page of a list; `next` asks for the one after it, and is absent at the end. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next?: string
}

/** Most rows of a page. */
const MOST = 500

/** How a page is asked for. */
export const PAGE_QUERY = {
  limit: z.coerce.number().int().min(1).max(MOST).default(50).openapi({ description: 'rows' }),
  cursor: z.string().optional().openapi({ description: '`next` of the page before' }),
}

/** A page of rows, of which one more was asked for than are wanted; `key` names a row's place. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => unknown,
): Page<Row> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown, ...(last && { next: toCursor(key(last)) }) }
}

/** A cursor for a place in a list. */
export function toCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The place that a cursor names. Throws `bad-usage` where it names none. */
export function fromCursor<Key>(
  cursor: string | undefined,
  shape: z.ZodType<Key>,
): Key | undefined {
  if (cursor === undefined) return undefined
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new AscribeError('bad-usage', 'the cursor is not one of this list', { cause })
  }
}
