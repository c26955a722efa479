import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../src/store/lock-folder.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'ascribe-lock-'))

test('one holds a folder at a time, and the next when it is released', async () => {
  const path = folder()
  const first = await lockFolder(path)
  await expect(lockFolder(path)).rejects.toThrow(`process ${process.pid} has it open`)
  await first.release()
  const second = await lockFolder(path)
  await first.release() // no longer its own
  await expect(lockFolder(path)).rejects.toThrow('has it open')
  await second.release()
  expect(readdirSync(path)).toEqual([])
})

test('what a dead process left is taken over, by one alone', async () => {
  const path = folder()
  const dead = spawn(process.execPath, ['-e', ''])
  await once(dead, 'exit')
  for (let round = 0; round < 20; round += 1) {
    writeFileSync(
      join(path, 'lock'),
      JSON.stringify({ pid: dead.pid, host: hostname(), key: 'dead' }),
    )
    const taken = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(path)))
    const held = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(held).toHaveLength(1)
    await held[0]?.release()
  }
})

test('a process that began at another time is another process, and of another machine nothing is known', async () => {
  const path = folder()
  const holder = { pid: process.pid, host: hostname(), began: '1', key: 'k' }
  writeFileSync(join(path, 'lock'), JSON.stringify(holder))
  const lock = await lockFolder(path)
  expect(JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))).not.toMatchObject({ key: 'k' })
  await lock.release()
  writeFileSync(join(path, 'lock'), JSON.stringify({ ...holder, host: 'elsewhere' }))
  await expect(lockFolder(path)).rejects.toThrow('if that machine is gone')
})
