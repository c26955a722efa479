import { expect, test } from 'vitest'
import { newTwice } from '../../../workbench/src/guard/twice.ts'
import { DEFAULTS, readSettings } from '../../../workbench/src/settings/shape.ts'

test('what was kept holds again', () => {
  const kept = { ...DEFAULTS, language: 'ar', scheme: 'dark', hideAfter: 15, quickHide: false }
  expect(readSettings(JSON.stringify(kept))).toEqual(kept)
})

test.each(['', 'null', '[]', '{"language": "__proto__", "size": 3, "quickHide": "no"}', '{'])(
  'what is none of ours is as it was at first: %s',
  (text) => expect(readSettings(text)).toEqual(DEFAULTS),
)

test('two strokes are meant when they are near', () => {
  const isTwice = newTwice(600)
  expect([0, 700, 1200, 1300, 1500].map(isTwice)).toEqual([false, false, true, false, true])
})
