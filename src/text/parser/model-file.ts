import { AscribeError } from '../../base/errors.ts'
import { TABLES, VECTOR_WIDTH } from './features.ts'
import { parameterSizes, WEIGHT_BITS, whole, type Shape } from './shape.ts'
import type { Vectors } from './vectors.ts'
import { openWordList } from './word-list.ts'

/** The numbers of a network, by name, row after row. */
export type Parameters = Readonly<Record<string, Float32Array>>

/** A table in 8 bits, with a scale for each row. */
export interface Table {
  readonly packed: Int8Array
  readonly scales: Float32Array
}

/** What a model file holds; the parameters are all but the tables. */
export interface Unpacked {
  readonly name: string
  readonly shape: Shape
  readonly parameters: Parameters
  readonly tables: readonly Table[]
  readonly vectors: Vectors
}

/** First bytes of a model file. */
const MAGIC = 'ASLM2\n'

interface Header {
  readonly name: string
  readonly shape: Shape
  readonly words: number
  readonly wordBytes: number
}

/** A network and its vectors as one file: header in JSON, words, vectors, then parameters (tables in 8 bits with a scale for each row, weights in 16 bits, the rest in single precision). */
export function packModel(
  name: string,
  shape: Shape,
  parts: { parameters: Parameters; vectors: Vectors },
): Uint8Array {
  const { parameters, vectors } = parts
  const encoder = new TextEncoder()
  const words = encoder.encode(vectors.words.lines)
  const header: Header = { name, shape, words: vectors.words.count, wordBytes: words.length }
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
    else if (isWeights(part))
      chunks.push(bytesOf(Int16Array.from(data, (x) => whole(x, WEIGHT_BITS))))
    else chunks.push(bytesOf(data))
  }
  return concat(chunks)
}

/** Opens a model file; throws `bad-data` where it is none. */
export function unpackModel(bytes: Uint8Array): Unpacked {
  const decoder = new TextDecoder()
  const take = openTake(bytes)
  const copy = (length: number): ArrayBuffer => new Uint8Array(take(length)).buffer
  if (bytes.length < MAGIC.length || decoder.decode(take(MAGIC.length)) !== MAGIC)
    throw new AscribeError('bad-data', 'no language model: wrong first bytes')
  const length = new Uint32Array(copy(4))[0] ?? 0
  const header = readHeader(decoder.decode(take(length)))
  const words = openWordList(decoder.decode(take(header.wordBytes)))
  const nibbles = take((header.words * VECTOR_WIDTH) / 2)
  const scales = new Float32Array(copy(header.words * 4))
  const parameters: Record<string, Float32Array> = {}
  const tables: Table[] = []
  for (const { name, rows, columns } of parameterSizes(header.shape)) {
    const count = rows * columns
    if (isTable(name)) {
      const scales = new Float32Array(copy(rows * 4))
      const { buffer, byteOffset } = take(count)
      tables.push({ scales, packed: new Int8Array(buffer, byteOffset, count) })
    } else if (isWeights(name)) {
      const packed = new Int16Array(copy(count * 2))
      const weights = (parameters[name] = new Float32Array(count))
      for (let i = 0; i < count; i += 1) weights[i] = (packed[i] ?? 0) / (1 << WEIGHT_BITS)
    } else parameters[name] = new Float32Array(copy(count * 4))
  }
  const { name, shape } = header
  return { name, shape, parameters, tables, vectors: { words, nibbles, scales } }
}

/** The header; where it gives only the number of layers, they are windows. */
function readHeader(json: string): Header {
  const header = JSON.parse(json) as Header
  const { layers } = header.shape as { layers: Shape['layers'] | number }
  if (typeof layers !== 'number') return header
  return { ...header, shape: { ...header.shape, layers: Array<'window'>(layers).fill('window') } }
}

/** Takes so many bytes after those taken before. Numbers of more than a byte want a copy: their views ask for aligned bytes. */
function openTake(bytes: Uint8Array): (length: number) => Uint8Array {
  let at = 0
  return (length) => {
    if (at + length > bytes.length)
      throw new AscribeError('bad-data', 'language model ends too early')
    at += length
    return bytes.subarray(at - length, at)
  }
}

function isTable(name: string): boolean {
  return TABLES.some((table) => table.name === name)
}

function isWeights(name: string): boolean {
  return name.startsWith('w')
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

function bytesOf(array: Uint32Array | Float32Array | Int16Array | Int8Array): Uint8Array {
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
