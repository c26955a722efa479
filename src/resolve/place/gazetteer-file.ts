import { HASH_START, hashOn } from '../../base/hash.ts'
import { AscribeError } from '../../base/errors.ts'
import { bucketOf, foldAreaName, foldName, halfOf, hashOf } from './fold.ts'

/** What sort of place an entry is; the order is the file's. */
export const PLACE_KINDS = ['admin1', 'admin2', 'town', 'seat', 'capital', 'quarter'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** One entry of the gazetteer file. */
export interface GazetteerRow {
  readonly kind: PlaceKind
  readonly name: string
  /** GeoNames id, 0 where it is not known. */
  readonly id: number
  readonly latitude: number
  readonly longitude: number
  /** 0 where it is not known. */
  readonly population: number
  /** GeoNames code of the first-order area: "AF.13". */
  readonly code1: string
  readonly admin1: string
  /** Name of the second-order area; empty where there is none. */
  readonly admin2: string
}

export interface GazetteerFile {
  /** All entries of a folded name (of an area: without the word for its sort). */
  find(folded: string): readonly GazetteerRow[]
  /** Whether some name has this hash (`hashOn`). */
  has(hash: number): boolean
  /** The hashes of all names. */
  hashes(): Generator<number>
}

/** Opens the compiled gazetteer; throws `bad-data` where the bytes are no such file. */
export function openGazetteerFile(bytes: Uint8Array): GazetteerFile {
  const parts = sectionsOf(bytes)
  const rowAt = rowReader(parts)
  const [kinds, names, halves] = [parts(9), parts(10), wordsOf(parts(11))]
  const { starts, nameStarts } = bucketStarts(parts(2), names)
  const read = (at: number, nameAt: number, folded: string): GazetteerRow | undefined => {
    const name = DECODER.decode(names.subarray(nameAt + 1, nameAt + 1 + (names[nameAt] ?? 0)))
    const kind = PLACE_KINDS[kinds[at] ?? 2] ?? 'town'
    const isArea = kind === 'admin1' || kind === 'admin2'
    return folded === (isArea ? foldAreaName(name) : foldName(name))
      ? rowAt(at, kind, name)
      : undefined
  }
  return {
    find(folded) {
      const hash = hashOn(HASH_START, folded)
      const bucket = bucketOf(hash)
      const found: GazetteerRow[] = []
      let nameAt = nameStarts[bucket] ?? 0
      for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at += 1) {
        const row = halves[at] === halfOf(hash) ? read(at, nameAt, folded) : undefined
        if (row) found.push(row)
        nameAt += (names[nameAt] ?? 0) + 1
      }
      return found
    },
    has(hash) {
      const [bucket, half] = [bucketOf(hash), halfOf(hash)]
      for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at += 1)
        if (halves[at] === half) return true
      return false
    },
    *hashes() {
      for (let bucket = 0; bucket < 65536; bucket += 1)
        for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at += 1)
          yield hashOf(bucket, halves[at] ?? 0)
    },
  }
}

const DECODER = new TextDecoder()

type RowReader = (at: number, kind: PlaceKind, name: string) => GazetteerRow

/** Reads the columns of one entry. */
function rowReader(parts: (at: number) => Uint8Array): RowReader {
  const [first, second] = [areaList(parts(0)), areaList(parts(1))]
  const [ids, latitudes, longitudes] = [
    new Uint32Array(new Uint8Array(parts(3)).buffer),
    parts(4),
    parts(5),
  ]
  const [firsts, seconds] = [wordsOf(parts(6)), wordsOf(parts(7))]
  const populations = parts(8)
  return (at, kind, name) => {
    const within = seconds[at] ?? 0
    const [code1 = '', admin1 = ''] = first()[firsts[at] ?? 0] ?? []
    const [admin2 = ''] = within > 0 ? (second()[within - 1] ?? []) : []
    return {
      kind,
      name,
      id: ids[at] ?? 0,
      latitude: degrees(latitudes, at),
      longitude: degrees(longitudes, at),
      population: Math.round(2 ** ((populations[at] ?? 0) / 8) - 1),
      code1,
      admin1,
      admin2,
    }
  }
}

/** The sections of the file by number: each a length and so many bytes, filled up to four. */
function sectionsOf(bytes: Uint8Array): (at: number) => Uint8Array {
  if (DECODER.decode(bytes.subarray(0, 4)) !== 'ASCG')
    throw new AscribeError('bad-data', 'gazetteer: not a gazetteer file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 4; at + 4 <= bytes.length;) {
    const length = view.getUint32(at, true)
    parts.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  if (parts.length !== 12) throw new AscribeError('bad-data', 'gazetteer: sections are missing')
  return (at) => parts[at] ?? new Uint8Array()
}

function wordsOf(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(new Uint8Array(bytes).buffer)
}

/** Codes and names, taken apart at their first use. */
function areaList(bytes: Uint8Array): () => readonly (readonly string[])[] {
  let made: readonly (readonly string[])[] | undefined
  return () =>
    (made ??= DECODER.decode(bytes)
      .split('\n')
      .map((line) => line.split('\t')))
}

/** Where the entries and the names of each bucket begin, from the number of entries in each. */
function bucketStarts(
  counts: Uint8Array,
  names: Uint8Array,
): { starts: Uint32Array; nameStarts: Uint32Array } {
  const [starts, nameStarts] = [new Uint32Array(65537), new Uint32Array(65537)]
  let [at, nameAt] = [0, 0]
  for (let bucket = 0; bucket < 65536; bucket += 1) {
    starts[bucket] = at
    nameStarts[bucket] = nameAt
    const count = counts[bucket] ?? 0
    for (let i = 0; i < count; i += 1) nameAt += (names[nameAt] ?? 0) + 1
    at += count
  }
  starts[65536] = at
  return { starts, nameStarts }
}

function degrees(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at * 3, at * 3 + 3)
  return (a + b * 256 + c * 65536 - 0x800000) / 20000
}
