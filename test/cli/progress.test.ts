import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openProgressBar, progressLine } from '../../src/cli/progress.ts'

const done = { reports: 1234, bad: 0, bytes: 250, seconds: 50 }

test('the line tells how much is done, how fast, and how long it will take', () => {
  expect(progressLine({ ...done, ofBytes: 1000 })).toBe(
    '█████░░░░░░░░░░░░░░░ 25 % · 1,234 reports · 25/s · 2:30 left',
  )
  expect(progressLine({ ...done, bytes: 10, bad: 3, ofBytes: 1000 })).toBe(
    '░░░░░░░░░░░░░░░░░░░░ 1 % · 1,234 reports · 25/s · 3 bad · 1:22:30 left',
  )
})

test('what comes down a pipe has no end to tell', () => {
  expect(progressLine({ ...done, reports: 1, bytes: 5 })).toBe('1 report · 0.0/s')
})

test('nothing is done yet, or more than was announced', () => {
  const none = { reports: 0, bad: 0, bytes: 0, seconds: 0 }
  expect(progressLine({ ...none, ofBytes: 10 })).toBe(
    '░░░░░░░░░░░░░░░░░░░░ 0 % · 0 reports · 0.0/s',
  )
  expect(progressLine({ ...none, ofBytes: 0 })).toBe('0 reports · 0.0/s')
  expect(progressLine({ ...done, ofBytes: 100 })).toContain(
    '100 % · 1,234 reports · 25/s · 0:00 left',
  )
})

test('the bar makes room for what is said, and leaves nothing behind', async () => {
  let screen = ''
  const terminal = { columns: 30, write: (text: string) => ((screen += text), true) }
  const bar = openProgressBar(terminal as never, 100)
  bar.add({ reports: 2, bad: 0, bytes: 50 })
  await wait(1200)
  expect(screen).toMatch(/\r█{10}░{10} 50 % · 2/)
  for (const line of screen.split('\r'))
    expect([...line.replace('\u001b[K', '')].length).toBeLessThan(30)
  bar.say('ascribe: bad\n')
  expect(screen.endsWith('\r\u001b[Kascribe: bad\n')).toBe(true)
  bar.close()
  const end = screen
  await wait(300)
  expect(screen).toBe(end)
})

test('what is quick needs no bar', () => {
  let screen = ''
  const bar = openProgressBar({
    columns: 80,
    write: (text: string) => ((screen += text), true),
  } as never)
  bar.add({ reports: 1, bad: 0, bytes: 1 })
  bar.close()
  expect(screen).toBe('')
})
