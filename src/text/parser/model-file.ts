import { AscribeError } from '../../base/errors.ts'
import { TABLES, VECTOR_WIDTH } from './features.ts'
import { parameterSizes, type Shape } from './shape.ts'
import type { Vectors } from './vectors.ts'

/** The numbers of a network, by name, row after row. */
export type Parameters = Readonly<Record<string, Float32Array>>

/** First bytes of a model file. */
const MAGIC = 'ASLM1\n'

interface Header {
  readonly name: string
  readonly shape: Shape
  readonly words: number
  readonly wordBytes: number
}

/** A network and its vectors as one file: header in JSON, words, vectors, then parameters (tables in 8 bits with a scale for each row, the rest in single precision). */
export function packModel(
  name: string,
  shape: Shape,
  parts: { parameters: Parameters; vectors: Vectors },
): Uint8Array {
  const { parameters, vectors } = parts
  const encoder = new TextEncoder()
  const words = encoder.encode([...vectors.index.keys()].join('\n'))
  const header: Header = { name, shape, words: vectors.index.size, wordBytes: words.length }
  const head = encoder.encode(JSON.stringify(header))
  const chunks: Uint8Array[] = [
    encoder.encode(MAGIC),
    bytesOf(Uint32Array.of(head.length)),
    head,
    words,
    vectors.nibbles,
    bytesOf(vectors.scales),
  ]
  for (const { name: part, rows, columns } of parameterSizes(shape)) {
    const data = parameters[part] ?? new Float32Array(rows * columns)
    if (isTable(part)) chunks.push(...packRows(data, rows, columns))
    else chunks.push(bytesOf(data))
  }
  return concat(chunks)
}

/** What a model file holds, in single precision; throws `bad-data` where it is none. */
export function unpackModel(bytes: Uint8Array): {
  name: string
  shape: Shape
  parameters: Parameters
  vectors: Vectors
} {
  const decoder = new TextDecoder()
  let at = MAGIC.length
  if (decoder.decode(bytes.subarray(0, at)) !== MAGIC)
    throw new AscribeError('bad-data', 'no language model: wrong first bytes')
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length)
      throw new AscribeError('bad-data', 'language model ends too early')
    at += length
    return new Uint8Array(bytes.subarray(at - length, at)) // a copy: views want aligned bytes
  }
  const length = new Uint32Array(take(4).buffer)[0] ?? 0
  const header = JSON.parse(decoder.decode(take(length))) as Header
  const words = decoder.decode(take(header.wordBytes)).split('\n')
  const nibbles = take((header.words * VECTOR_WIDTH) / 2)
  const scales = new Float32Array(take(header.words * 4).buffer)
  const vectors: Vectors = {
    index: new Map(words.map((word, row) => [word, row])),
    nibbles,
    scales,
  }
  const parameters: Record<string, Float32Array> = {}
  for (const { name, rows, columns } of parameterSizes(header.shape)) {
    const block = new Float32Array(rows * columns)
    if (isTable(name)) {
      const rowScales = new Float32Array(take(rows * 4).buffer)
      unpackRows(new Int8Array(take(rows * columns).buffer), rowScales, block)
    } else block.set(new Float32Array(take(rows * columns * 4).buffer))
    parameters[name] = block
  }
  return { name: header.name, shape: header.shape, parameters, vectors }
}

function isTable(name: string): boolean {
  return TABLES.some((table) => table.name === name)
}

function packRows(data: Float32Array, rows: number, columns: number): Uint8Array[] {
  const scales = new Float32Array(rows)
  const packed = new Int8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const values = data.subarray(row * columns, (row + 1) * columns)
    const scale = Math.max(1e-9, ...values.map(Math.abs)) / 127
    scales[row] = scale
    values.forEach((value, i) => (packed[row * columns + i] = Math.round(value / scale)))
  }
  return [bytesOf(scales), bytesOf(packed)]
}

function unpackRows(packed: Int8Array, scales: Float32Array, to: Float32Array): void {
  const columns = to.length / scales.length
  for (let i = 0; i < to.length; i += 1)
    to[i] = (packed[i] ?? 0) * (scales[Math.floor(i / columns)] ?? 0)
}

function bytesOf(array: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
