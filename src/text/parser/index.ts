import type { Analysis, LanguageModel } from '../language-model.ts'
import { layOut, LONGEST, openEncoder } from './encoder.ts'
import { openWorkspace, type Workspace } from './kernels.ts'
import { unpackModel } from './model-file.ts'
import { openParser } from './parse.ts'
import { padded, type Shape } from './shape.ts'

/** How a model is opened; `scalar` leaves WebAssembly out. */
export interface ModelOptions {
  readonly scalar?: boolean
}

/** Memory for the network, its results and the words that are remembered, in megabytes. */
const MEGABYTES = 48

/** Opens a trained model; throws `bad-data` where the bytes are none. With and without WebAssembly it gives the same. */
export function openLanguageModel(bytes: Uint8Array, options: ModelOptions = {}): LanguageModel {
  const { name, shape, parameters, vectors } = unpackModel(bytes)
  const space = openWorkspace(MEGABYTES, options.scalar)
  const layout = layOut(space, shape, parameters)
  const encoder = openEncoder(space, layout, { parameters, vectors })
  const parse = openParser(space, layout, encoder.slots)
  const analyse = (words: readonly string[]): Analysis => {
    encoder.encode(words)
    const tags = bestTags(space, shape, { at: encoder.tags, rows: words.length })
    return { ...tags, ...parse(words.length) }
  }
  return {
    name,
    analyse: (words) =>
      words.length <= LONGEST ? whole(words, analyse) : inPieces(words, analyse),
  }
}

function whole(
  words: readonly string[],
  analyse: (words: readonly string[]) => Analysis,
): Analysis {
  return words.length > 0 ? analyse(words) : { upos: [], xpos: [], heads: [], deprels: [] }
}

/** A run of words that is longer than any sentence: each piece is a tree of its own. */
function inPieces(
  words: readonly string[],
  analyse: (words: readonly string[]) => Analysis,
): Analysis {
  const all = {
    upos: [] as string[],
    xpos: [] as string[],
    heads: [] as number[],
    deprels: [] as string[],
  }
  for (let at = 0; at < words.length; at += LONGEST) {
    const piece = analyse(words.slice(at, at + LONGEST))
    all.upos.push(...piece.upos)
    all.xpos.push(...piece.xpos)
    all.heads.push(...piece.heads.map((head) => (head < 0 ? -1 : head + at)))
    all.deprels.push(...piece.deprels)
  }
  return all
}

/** The best tag of each word. */
function bestTags(
  { int32 }: Workspace,
  { tags }: Shape,
  { at, rows }: { readonly at: number; readonly rows: number },
): Pick<Analysis, 'upos' | 'xpos'> {
  const columns = padded(tags.length)
  const pairs = tags.map((tag) => tag.split(' '))
  const [upos, xpos]: [string[], string[]] = [[], []]
  for (let row = 0; row < rows; row += 1) {
    const from = (at >> 2) + row * columns
    let best = 0
    for (let tag = 1; tag < tags.length; tag += 1)
      if ((int32[from + tag] ?? 0) > (int32[from + best] ?? 0)) best = tag
    const [coarse = 'X', fine = 'FW'] = pairs[best] ?? []
    upos.push(coarse)
    xpos.push(fine)
  }
  return { upos, xpos }
}
