import { AscribeError } from '../base/errors.ts'
import { decodeText } from './decode.ts'
import { splitLines, type Chunks } from './lines.ts'
import { parseJson } from './parse-json.ts'

/** The value of one line of NDJSON, or why there is none; `where` names stream and line. */
export type JsonLine =
  | { readonly where: string; readonly value: unknown }
  | { readonly where: string; readonly error: AscribeError }

/** The values of a stream of NDJSON, one line at a time; blank lines are passed over, a bad one is given as an error, and the rest goes on. */
export async function* readJsonLines(
  chunks: Chunks,
  { name, longest }: { readonly name: string; readonly longest: number },
): AsyncGenerator<JsonLine> {
  for await (const { bytes, length, number, offset } of splitLines(chunks, longest)) {
    const where = `${name} line ${number}`
    if (!bytes) {
      const message = `${where}: ${length} bytes; the most that is read as one line is ${longest}`
      yield { where, error: new AscribeError('bad-input', message) }
    } else if (!bytes.every((byte) => byte <= 0x20))
      yield parseLine(where, () => decodeText(bytes, where, { offset, line: number }))
  }
}

function parseLine(where: string, decode: () => string): JsonLine {
  try {
    return { where, value: parseJson(decode(), where) }
  } catch (error) {
    if (error instanceof AscribeError) return { where, error }
    throw error
  }
}
