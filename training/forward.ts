import { INPUT_WIDTH, TABLES, VECTOR_WIDTH } from '../src/text/parser/features.ts'
import type { WordRows } from '../src/text/parser/inputs.ts'
import { actionCount, type Shape } from '../src/text/parser/shape.ts'
import { legal, type State } from '../src/text/parser/state.ts'
import { parameter, type Parameters } from './network.ts'

/** Writes a word's INPUT_WIDTH numbers to `input` at a row. */
export function putWord(
  parameters: Parameters,
  word: WordRows,
  { input, row }: { input: Float32Array; row: number },
): void {
  let at = row * INPUT_WIDTH
  input.set(word.vector ?? parameter(parameters, 'unknown').data, at)
  at += VECTOR_WIDTH
  TABLES.forEach(({ name, width }, table) => {
    const from = (word.rows[table] ?? 0) * width
    input.set(parameter(parameters, name).data.subarray(from, from + width), at)
    at += width
  })
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
