import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { PACKAGE_FOLDER } from '../base/package-folder.ts'

const FILE = new URL('data/postgres/empty.tar.br', PACKAGE_FOLDER)

/** The files of a Postgres that holds nothing yet, as a tar archive. */
export async function loadEmptyCluster(): Promise<Uint8Array<ArrayBuffer>> {
  return promisify(brotliDecompress)(await readFile(FILE))
}

/** Puts those files into a new folder, which is there only when all of them are. */
export async function unpackEmptyCluster(folder: string): Promise<void> {
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { mode: 0o700 })
  for (const { name, bytes } of entriesOf(await loadEmptyCluster())) {
    const path = join(part, name)
    await mkdir(bytes ? dirname(path) : path, { recursive: true, mode: 0o700 })
    if (bytes) await writeFile(path, bytes, { mode: 0o600 })
  }
  await rename(part, folder)
}

/** Bytes of a tar archive's blocks, and where a header has name, size and type. */
const BLOCK = 512
const NAME = { start: 0, end: 100 }
const SIZE = { start: 124, end: 136 }
const TYPE = 156
const FOLDER = '5'.charCodeAt(0)

/** The files of a tar archive, and its folders, which have no bytes. */
function* entriesOf(tar: Uint8Array): Generator<{ name: string; bytes?: Uint8Array }> {
  const field = (at: number, { start, end }: typeof NAME): string =>
    String.fromCharCode(...tar.subarray(at + start, at + end)).replace(/\0.*/s, '')
  for (let at = 0; at + BLOCK <= tar.length;) {
    const name = field(at, NAME)
    if (name === '') return
    const size = parseInt(field(at, SIZE), 8)
    const start = at + BLOCK
    if (tar[at + TYPE] === FOLDER) yield { name }
    else yield { name, bytes: tar.subarray(start, start + size) }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}
