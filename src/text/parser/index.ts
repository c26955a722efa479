import type { Analysis, LanguageModel } from '../language-model.ts'
import { INPUT_WIDTH } from './features.ts'
import { lookUp, putWord, ROOT_WORD, type WordRows } from './inputs.ts'
import { openArena } from './kernels.ts'
import { unpackModel } from './model-file.ts'
import {
  actionCount,
  encode,
  padded,
  scoreStep,
  stepBuffers,
  type Network,
  type Shape,
  type StepBuffers,
} from './network.ts'
import { apply, isDone, legal, look, startState, type State } from './state.ts'

/** Words that are looked up only once; the table is emptied when it is full. */
const REMEMBERED = 50_000
/** Longest sentence; the caller cuts longer ones. */
export const LONGEST_SENTENCE = 400

/** Opens a trained model; throws `bad-data` where the bytes are none. */
export function openLanguageModel(bytes: Uint8Array): LanguageModel {
  const arena = openArena(48)
  const { name, shape, parameters, vectors } = unpackModel(bytes, arena)
  const network: Network = { arena, shape, parameters }
  const buffers = stepBuffers(shape)
  const known = new Map<string, WordRows>()
  const rowsFor = (word: string): WordRows => {
    const found = known.get(word)
    if (found) return found
    if (known.size >= REMEMBERED) known.clear()
    const made = lookUp(word, vectors)
    known.set(word, made)
    return made
  }
  return {
    name,
    analyse(words) {
      if (words.length === 0) return { upos: [], xpos: [], heads: [], deprels: [] }
      const mark = arena.mark()
      const input = arena.take((words.length + 1) * INPUT_WIDTH)
      ;[...words, ROOT_WORD].forEach((word, row) =>
        putWord(parameters, rowsFor(word), { input: input.data, row }),
      )
      const { tags, slots } = encode(network, { input, sentence: new Int32Array(words.length + 1) })
      const tagged = bestTags(shape, tags.data, words.length)
      const state = parse(network, slots.data, { buffers, length: words.length })
      arena.release(mark)
      return { ...tagged, ...tree(shape, state) }
    },
  }
}

/** The best tag of each word. */
export function bestTags(
  { tags }: Shape,
  scores: Float32Array,
  length: number,
): { upos: string[]; xpos: string[] } {
  const columns = padded(tags.length)
  const [upos, xpos]: [string[], string[]] = [[], []]
  for (let row = 0; row < length; row += 1) {
    let best = 0
    for (let tag = 1; tag < tags.length; tag += 1)
      if ((scores[row * columns + tag] ?? 0) > (scores[row * columns + best] ?? 0)) best = tag
    const [coarse, fine] = (tags[best] ?? 'X FW').split(' ')
    upos.push(coarse ?? 'X')
    xpos.push(fine ?? 'FW')
  }
  return { upos, xpos }
}

/** Parses one sentence greedily. */
export function parse(
  network: Network,
  contributions: Float32Array,
  { buffers, length }: { buffers: StepBuffers; length: number },
): State {
  const state = startState(length)
  while (!isDone(state)) {
    look(state, buffers.slots, buffers.labels)
    scoreStep(network, contributions, { buffers, offset: 0 })
    apply(state, bestAction(network.shape, buffers.scores, state))
  }
  return state
}

/** The best action that may be done. */
export function bestAction(shape: Shape, scores: Float32Array, state: State): number {
  const { shift, left, right } = legal(state)
  let best = -1
  for (let action = 0; action < actionCount(shape); action += 1) {
    const allowed = action === 0 ? shift : (action & 1) === 1 ? left : right
    if (allowed && (best < 0 || (scores[action] ?? 0) > (scores[best] ?? 0))) best = action
  }
  return best
}

function tree(
  { labels }: Shape,
  { heads, labels: found, length }: State,
): Pick<Analysis, 'heads' | 'deprels'> {
  const isRoot = (word: number): boolean => heads[word] === length
  return {
    heads: Array.from({ length }, (_, word) => (isRoot(word) ? -1 : (heads[word] ?? -1))),
    deprels: Array.from({ length }, (_, word) =>
      isRoot(word) ? 'root' : (labels[found[word] ?? 0] ?? 'dep'),
    ),
  }
}
