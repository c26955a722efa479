import { keyString } from '../../base/key-string.ts'
import type { Analysis, LanguageModel } from '../language-model.ts'
import { fit, LONGEST, openEncoder } from './encoder.ts'
import { openWorkspace, type Workspace } from './kernels.ts'
import { layOut } from './layout.ts'
import { unpackModel } from './model-file.ts'
import { openParser } from './parse.ts'
import { padded, type Shape } from './shape.ts'
import { openShares } from './shares.ts'

/** How a model is opened; `scalar` leaves WebAssembly out. */
export interface ModelOptions {
  readonly scalar?: boolean
}

/** Memory for the network, its results and the words that are remembered, in megabytes. */
const MEGABYTES = 32

/** Opens a trained model; throws `bad-data` where the bytes are none. With and without WebAssembly it gives the same. */
export function openLanguageModel(bytes: Uint8Array, options: ModelOptions = {}): LanguageModel {
  const unpacked = unpackModel(bytes)
  const { name, shape, parameters } = unpacked
  const space = openWorkspace(MEGABYTES, options.scalar)
  const layout = layOut(space, shape, parameters)
  const shares = openShares(space, layout, unpacked)
  const encoder = openEncoder(space, layout, shares)
  const parse = openParser(space, layout, encoder)
  const tagsOf = openTagger(space, shape, encoder.tags)
  const analyseAll = (sentences: readonly (readonly string[])[]): Analysis[] => {
    const found: Analysis[] = []
    while (found.length < sentences.length) {
      const batch = sentences.slice(found.length, found.length + fit(sentences, found.length))
      const starts = encoder.encode(batch)
      batch.forEach(({ length }, i) => {
        const start = starts[i] ?? 0
        const tree = parse(length, start)
        const { upos, xpos } = tagsOf(start, length)
        found.push({ upos, xpos, heads: tree.heads, deprels: tree.deprels })
      })
    }
    return found
  }
  return { name, analyse: (sentences) => inPieces(sentences, analyseAll) }
}

/** A run of words that is longer than any sentence is cut: each piece is a tree of its own. */
function inPieces(
  sentences: readonly (readonly string[])[],
  analyse: (sentences: readonly (readonly string[])[]) => Analysis[],
): Analysis[] {
  if (sentences.every(({ length }) => length <= LONGEST)) return analyse(sentences)
  return sentences.map((words) => {
    const pieces: string[][] = []
    for (let at = 0; at < words.length; at += LONGEST) pieces.push(words.slice(at, at + LONGEST))
    return join(analyse(pieces))
  })
}

function join(pieces: readonly Analysis[]): Analysis {
  return {
    upos: pieces.flatMap(({ upos }) => upos),
    xpos: pieces.flatMap(({ xpos }) => xpos),
    heads: pieces.flatMap(({ heads }, i) =>
      heads.map((head) => (head < 0 ? -1 : head + i * LONGEST)),
    ),
    deprels: pieces.flatMap(({ deprels }) => deprels),
  }
}

/** The best tags of a run of rows. */
function openTagger(
  { kernels }: Workspace,
  { tags }: Shape,
  scores: number,
): (start: number, length: number) => Pick<Analysis, 'upos' | 'xpos'> {
  const columns = padded(tags.length)
  const pairs = tags.map((tag) => tag.split(' ').map(keyString))
  return (start, length) => {
    const [upos, xpos]: [string[], string[]] = [[], []]
    for (let row = start; row < start + length; row += 1) {
      const [coarse = 'X', fine = 'FW'] =
        pairs[kernels.best(scores + row * columns * 4, columns)] ?? []
      upos.push(coarse)
      xpos.push(fine)
    }
    return { upos, xpos }
  }
}
