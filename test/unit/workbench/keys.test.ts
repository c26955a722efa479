import { expect, test } from 'vitest'
import { ACTION_NAMES } from '../../../workbench/src/keys/actions.ts'
import {
  actionOf,
  chordOf,
  clashesOf,
  FIRST_KEYS,
  isChord,
  isSingle,
  readKeymap,
} from '../../../workbench/src/keys/keymap.ts'

const stroke = (key: string, more: Partial<Parameters<typeof chordOf>[0]> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
})

test('no keys clash, and all of them are chords', () => {
  expect(clashesOf(FIRST_KEYS)).toEqual([])
  expect(ACTION_NAMES.flatMap((name) => FIRST_KEYS[name]).filter((one) => !isChord(one))).toEqual(
    [],
  )
})

test('a clash is found where both are heard, and where one begins the other', () => {
  const clash = (keys: Partial<typeof FIRST_KEYS>) =>
    clashesOf({ ...FIRST_KEYS, ...keys }).map(({ actions }) => actions.join(' '))
  expect(clash({ accept: ['x'] })).toEqual(['accept reject'])
  expect(clash({ accept: ['g'] })).toEqual([
    'go-queue accept',
    'go-incidents accept',
    'go-map accept',
    'go-timeline accept',
    'go-matrix accept',
    'go-tolls accept',
    'go-history accept',
    'go-agreement accept',
  ])
  // Words that are selected have their letters to themselves.
  expect(clash({ 'add-time': ['a'] })).toEqual([])
  expect(clash({ 'add-time': ['?'] })).toEqual(['keys add-time'])
})

test('strokes make chords', () => {
  expect(chordOf(stroke('A', { shiftKey: true }))).toBe('Shift+a')
  expect(chordOf(stroke('?', { shiftKey: true }))).toBe('?')
  expect(chordOf(stroke('Z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+z')
  expect(chordOf(stroke('k', { metaKey: true }))).toBe('Ctrl+k')
  expect(chordOf(stroke(' '))).toBe('Space')
  expect(chordOf(stroke('Shift', { shiftKey: true }))).toBeUndefined()
})

test('what was kept is taken only where it is of ours', () => {
  expect(readKeymap(null)).toEqual(FIRST_KEYS)
  expect(readKeymap('{broken')).toEqual(FIRST_KEYS)
  expect(readKeymap('null')).toEqual(FIRST_KEYS)
  expect(readKeymap('{"accept":["y"],"evil":["q"]}')).toEqual({ ...FIRST_KEYS, accept: ['y'] })
  expect(readKeymap('{"accept":["<img src=x>"]}')).toEqual(FIRST_KEYS)
  expect(readKeymap('{"accept":["x"]}')).toEqual(FIRST_KEYS)
  expect(readKeymap('{"accept":"y","__proto__":["q"]}')).toEqual(FIRST_KEYS)
})

test('while words are selected their letters come first', () => {
  expect(actionOf(FIRST_KEYS, 'g', { scopes: ['review', 'everywhere'] })).toEqual({ more: true })
  // Whoever only locks the screen leaves the first stroke of "g q" to the review.
  expect(actionOf(FIRST_KEYS, 'g', { scopes: ['everywhere'], among: ['lock'] })).toEqual({
    more: false,
  })
  expect(actionOf(FIRST_KEYS, 'g q', { scopes: ['everywhere'] }).action).toBe('go-queue')
  expect(actionOf(FIRST_KEYS, 'a', { scopes: ['everywhere'] }).action).toBeUndefined()
  const both = { ...FIRST_KEYS, 'add-time': ['a'] }
  expect(actionOf(both, 'a', { scopes: ['selection', 'review'] }).action).toBe('add-time')
  expect(actionOf(both, 'a', { scopes: ['review'] }).action).toBe('accept')
})

test('letters alone are known', () => {
  expect(['a', 'Shift+a', 'g q', 'Space', '?'].filter(isSingle)).toHaveLength(5)
  expect(['Ctrl+k', 'ArrowDown', 'Enter'].filter(isSingle)).toEqual([])
})
