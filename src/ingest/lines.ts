import { LARGEST_INPUT } from './report-input.ts'
import { markedEncoding } from './decode.ts'

/** One line of a stream; `bytes` are absent where it is longer than may be read. */
export interface Line {
  readonly bytes?: Uint8Array
  /** In bytes, without its end. */
  readonly length: number
  /** From 1. */
  readonly number: number
  /** Of its first byte in the stream. */
  readonly offset: number
}

/** Bytes as they come. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Splits bytes at line feeds with bounded memory: a line beyond the limit is dropped as it comes. */
export async function* splitLines(chunks: Chunks, longest = LARGEST_INPUT): AsyncGenerator<Line> {
  let line = { parts: [] as Uint8Array[], length: 0, number: 1, offset: 0 }
  const add = (bytes: Uint8Array): void => {
    line.length += bytes.length
    if (line.length > longest) line.parts = []
    else line.parts.push(bytes)
  }
  for await (const chunk of asUtf8(chunks)) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at))
      yield close(line, longest)
      const offset = line.offset + line.length + 1
      line = { parts: [], length: 0, number: line.number + 1, offset }
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  yield close(line, longest)
}

const LINE_FEED = 10

function close(
  { parts, ...line }: Line & { readonly parts: readonly Uint8Array[] },
  longest: number,
): Line {
  return line.length > longest ? line : { ...line, bytes: Buffer.concat(parts) }
}

/** UTF-16 with a byte order mark becomes UTF-8 on the way; all else goes through. */
async function* asUtf8(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let first = true
  for await (const chunk of chunks) {
    if (first) {
      const encoding = markedEncoding(chunk)
      if (encoding) decoder = new TextDecoder(encoding)
      first = false
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
}
