import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'
import { decodeText } from './decode.ts'
import type { Item, Source } from './files.ts'
import { splitLines, type Line } from './lines.ts'
import { parseJson } from './parse-json.ts'
import { parsePlain } from './plain.ts'
import { LARGEST_INPUT, parseJsonLine, parseReportInput, tooLong } from './report-input.ts'

/** The reports of a file: NDJSON, JSON or text, by its ending. */
export function readFileItems(path: string): AsyncGenerator<Item> {
  return readNamed(path, createReadStream(path))
}

/** The same of bytes that come under a file's name. */
export async function* readNamed(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Item> {
  const ending = extname(path).toLowerCase()
  if (ending === '.ndjson' || ending === '.jsonl') yield* readLines(path, chunks)
  else yield* readWhole(path, chunks, ending === '.json' ? parseJsonFile : parseTextFile)
}

/** What comes down a pipe has no ending: it is JSON where it begins with a bracket, NDJSON unless that bracket stands alone on its line. */
export async function* readStream(
  path: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Item> {
  const chunks = stream[Symbol.asyncIterator]()
  const first = await chunks.next()
  const start = first.done ? Buffer.of() : Buffer.from(first.value)
  const head = decodeHead(start)
  const all = rejoin(start, chunks)
  if (/^\s*(\[|\{[ \t]*\r?\n)/.test(head)) yield* readWhole(path, all, parseJsonFile)
  else if (/^\s*\{/.test(head)) yield* readLines(path, all)
  else yield* readWhole(path, all, parseTextFile)
}

function decodeHead(start: Buffer): string {
  const utf16 = start[0] === 0xff && start[1] === 0xfe
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(start.subarray(0, 1024))
}

async function* rejoin(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

const TOO_LARGE = `more than ${LARGEST_INPUT} bytes, the most that is read as one report`

type ParseFile = (text: string, path: string) => Generator<Item>

async function* readWhole(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  parse: ParseFile,
): AsyncGenerator<Item> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > LARGEST_INPUT) {
      yield { where: path, bytes: length, error: badInput(path, TOO_LARGE) }
      return
    }
    parts.push(chunk)
  }
  const text = attempt(() => decodeText(Buffer.concat(parts), path))
  if (text instanceof AscribeError) yield { where: path, bytes: length, error: text }
  else yield* parse(text, path)
}

function* parseTextFile(text: string, path: string): Generator<Item> {
  yield itemOf({ where: path, bytes: Buffer.byteLength(text) }, () => parsePlain(text, path))
}

/** One report, or a list of them. */
function* parseJsonFile(text: string, path: string): Generator<Item> {
  const bytes = Buffer.byteLength(text)
  const value = attempt(() => {
    if (text.trim() === '') throw badInput(path, 'empty file')
    return parseJson(text, path)
  })
  if (value instanceof AscribeError) yield { where: path, bytes, error: value }
  else if (!Array.isArray(value))
    yield itemOf({ where: path, bytes }, () => parseReportInput(value, path))
  else if (value.length === 0) yield { where: path, bytes, error: badInput(path, 'an empty list') }
  else
    for (const [i, one] of value.entries()) {
      const where = `${path} item ${i + 1}`
      yield itemOf({ where, bytes: bytes / value.length }, () => parseReportInput(one, where))
    }
}

async function* readLines(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  let count = 0
  for await (const line of splitLines(chunks)) {
    if (line.bytes?.every((byte) => byte <= SPACE)) continue
    count += 1
    yield itemOfLine(path, line)
  }
  if (count === 0) yield { where: path, bytes: 0, error: badInput(path, 'empty file') }
}

const SPACE = 0x20

function itemOfLine(path: string, { bytes, length, number, offset }: Line): Item {
  const where = `${path} line ${number}`
  return itemOf({ where, bytes: length + 1 }, () => {
    if (!bytes) throw badInput(where, tooLong(length))
    return parseJsonLine(decodeText(bytes, where, { offset, line: number }), where)
  })
}

function itemOf(source: Source, parse: () => ReportInput): Item {
  const report = attempt(parse)
  return report instanceof AscribeError ? { ...source, error: report } : { ...source, report }
}

function attempt<T>(parse: () => T): T | AscribeError {
  try {
    return parse()
  } catch (error) {
    if (error instanceof AscribeError) return error
    throw error
  }
}

function badInput(where: string, reason: string): AscribeError {
  return new AscribeError('bad-input', `${where}: ${reason}`)
}
