import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'
import { decodeUtf8 } from './decode.ts'
import { LONGEST_LINE, parseJsonLine, parseReportInput } from './json-lines.ts'
import { parsePlain } from './plain.ts'

/** A report, or why there is none; `where` names the file and line. */
export type Item =
  | { readonly where: string; readonly report: ReportInput }
  | { readonly where: string; readonly error: AscribeError }

const ENDINGS = new Set(['.txt', '.json', '.ndjson', '.jsonl'])

/** The reports of a file, of a folder's files (in order of name), or of standard input (`-`). A bad item is given as an error; the rest goes on. */
export async function* readItems(path: string): AsyncGenerator<Item> {
  if (path === '-') {
    yield* readStandardInput()
    return
  }
  const info = await stat(path).catch(() => undefined)
  if (!info) {
    yield { where: path, error: new AscribeError('not-found', `${path}: no such file or folder`) }
  } else if (info.isDirectory()) {
    const names = (await readdir(path)).sort()
    for (const name of names) if (ENDINGS.has(extname(name))) yield* readItems(join(path, name))
  } else if (['.ndjson', '.jsonl'].includes(extname(path))) yield* readLines(path)
  else yield* readWhole(path, await readFile(path))
}

async function* readStandardInput(): AsyncGenerator<Item> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  if (bytes[0] === 0x7b) yield* linesOf('-', [bytes])
  else yield* readWhole('-', bytes)
}

function* readWhole(path: string, bytes: Uint8Array): Generator<Item> {
  yield attempt(path, () => {
    const text = decodeUtf8(bytes, path)
    if (extname(path) !== '.json') return parsePlain(text, path)
    return parseJsonFile(text, path)
  })
}

function parseJsonFile(text: string, path: string): ReportInput {
  try {
    return parseReportInput(JSON.parse(text), path)
  } catch (cause) {
    if (cause instanceof AscribeError) throw cause
    throw new AscribeError('bad-input', `${path}: broken JSON: ${(cause as Error).message}`, {
      cause,
    })
  }
}

async function* readLines(path: string): AsyncGenerator<Item> {
  yield* linesOf(path, createReadStream(path))
}

/** Splits bytes at line feeds with bounded memory: a line beyond the limit is dropped as it comes and reported. */
async function* linesOf(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Item> {
  let line = { parts: [] as Uint8Array[], length: 0, number: 1 }
  const add = (bytes: Uint8Array): void => {
    line.length += bytes.length
    if (line.length > LONGEST_LINE) line.parts = []
    else line.parts.push(bytes)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at))
      yield* itemOfLine(path, line)
      line = { parts: [], length: 0, number: line.number + 1 }
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  yield* itemOfLine(path, line)
}

const LINE_FEED = 10

interface Line {
  readonly parts: readonly Uint8Array[]
  /** In bytes. */
  readonly length: number
  readonly number: number
}

/** The item of a line; none where it is blank. */
function* itemOfLine(path: string, { parts, length, number }: Line): Generator<Item> {
  const where = `${path} line ${number}`
  if (length > LONGEST_LINE) {
    const message = `${where}: a line of ${length} bytes; the longest read is ${LONGEST_LINE}`
    yield { where, error: new AscribeError('bad-input', message) }
    return
  }
  const bytes = Buffer.concat(parts)
  if (bytes.every((byte) => byte <= 0x20)) return
  yield attempt(where, () => parseJsonLine(decodeUtf8(bytes, where), where))
}

function attempt(where: string, parse: () => ReportInput): Item {
  try {
    return { where, report: parse() }
  } catch (error) {
    if (error instanceof AscribeError) return { where, error }
    throw error
  }
}
