import { isUtf8 } from 'node:buffer'
import { AscribeError } from '../base/errors.ts'

/** Where in a file some bytes stand, so that an error can name the place in the whole. */
export interface BytePlace {
  /** Of the first byte. */
  readonly offset: number
  /** From 1. */
  readonly line: number
}

const START: BytePlace = { offset: 0, line: 1 }

/** Text from UTF-8 bytes, or from UTF-16 with a byte order mark (marks are dropped); throws `bad-input` that says where they are neither. */
export function decodeText(bytes: Uint8Array, where: string, place: BytePlace = START): string {
  const encoding = markedEncoding(bytes)
  if (encoding !== undefined) return decodeUtf16(bytes, encoding, where)
  const kind = kindOf(bytes)
  if (kind !== undefined) throw new AscribeError('bad-input', `${where}: not text but ${kind}`)
  if (!isUtf8(bytes)) throw new AscribeError('bad-input', `${where}: ${badUtf8(bytes, place)}`)
  return new TextDecoder('utf-8').decode(bytes)
}

/** UTF-16, where the byte order mark says so. */
export function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function decodeUtf16(bytes: Uint8Array, encoding: string, where: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AscribeError('bad-input', `${where}: broken ${encoding.toUpperCase()}`, { cause })
  }
}

/** First bytes of files that people hand over in the belief that they are texts. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a zip archive (DOCX and ODT are such)'],
  ['\u001f\u008b', 'a gzip file'],
  ['{\\rtf', 'an RTF file'],
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
  ['<?xml', 'an XML file'],
]

/** How much of a file is looked at for a zero byte. */
const LOOKED_AT = 8192

function kindOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1').toLowerCase()
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature.toLowerCase()))
  if (known) return known[1]
  const zero = bytes.subarray(0, LOOKED_AT).indexOf(0)
  if (zero < 0) return undefined
  const wide = bytes[zero + 2] === 0 && bytes[zero + 1] !== 0
  return wide
    ? 'UTF-16 without a byte order mark, it seems'
    : `binary (a zero byte at offset ${zero})`
}

/** The first byte that is no UTF-8. In a stream a cut-off sequence is no error, so that the shortest beginning that fails ends there. */
function badUtf8(bytes: Uint8Array, { offset, line }: BytePlace): string {
  let [good, bad] = [0, bytes.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodePart(bytes.subarray(0, middle)) === undefined) bad = middle
    else good = middle
  }
  const before = Buffer.byteLength(decodePart(bytes.subarray(0, good)) ?? '')
  const lines = bytes.subarray(0, before).filter((byte) => byte === 0x0a).length
  const byte = (bytes[before] ?? 0).toString(16).padStart(2, '0')
  return `not UTF-8: byte 0x${byte} at offset ${offset + before} (line ${line + lines})`
}

function decodePart(bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}
