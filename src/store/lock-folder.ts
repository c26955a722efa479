import { readFileSync } from 'node:fs'
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { AscribeError } from '../base/errors.ts'

/** Held until it is released or its process ends. */
export interface FolderLock {
  release(): Promise<void>
}

/** Who holds a folder. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process started, in the kernel's ticks: a later process may get the same number. */
  readonly began?: string
  readonly key: string
}

/** Takes a folder for this process alone; two that write to one embedded Postgres destroy it. What a dead process of this machine left is taken over. Throws `store-locked` where another process holds it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const [path, key] = [join(folder, 'lock'), randomUUID()]
  const own = join(folder, `lock.${key}`)
  const began = beginOf(process.pid)
  const holder: Holder = { pid: process.pid, host: hostname(), key, ...(began && { began }) }
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 })
  try {
    if (!(await tryLink(own, path))) await takeOver(folder, own, path)
  } finally {
    await rm(own, { force: true })
  }
  return {
    async release() {
      if ((await readHolder(path))?.key === key) await rm(path, { force: true })
    },
  }
}

/** Links the lock into place: either it was free, or nothing is done. */
async function tryLink(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead process's lock; only who holds the `takeover` file may, so that nobody removes the lock of another who was quicker. */
async function takeOver(folder: string, own: string, path: string): Promise<void> {
  const mutex = join(folder, 'lock.takeover')
  await rmOld(mutex)
  const file = await open(mutex, 'wx').catch(() => undefined)
  if (!file) throw locked(folder, 'another process is opening it')
  try {
    const holder = await readHolder(path)
    if (holder && isAlive(holder)) throw locked(folder, nameOf(holder))
    await rm(path, { force: true })
    if (!(await tryLink(own, path))) throw locked(folder, 'another process opened it')
  } finally {
    await file.close()
    await rm(mutex, { force: true })
  }
}

/** After so many milliseconds whoever was taking over is dead itself. */
const PATIENCE = 10_000

async function rmOld(mutex: string): Promise<void> {
  const found = await stat(mutex).catch(() => undefined)
  if (found && Date.now() - found.mtimeMs > PATIENCE) await rm(mutex, { force: true })
}

function locked(folder: string, by: string): AscribeError {
  return new AscribeError('store-locked', `${folder}: the store is in use: ${by}`)
}

function nameOf({ pid, host }: Holder): string {
  return host === hostname()
    ? `process ${pid} has it open`
    : `process ${pid} on ${host} has it open; if that machine is gone, remove the file “lock” there`
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** Whether the holder still runs; of another machine's process nobody can tell. */
function isAlive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const begins = beginOf(pid)
  return began === undefined || begins === undefined || began === begins
}

/** When a process started, where the system tells. */
function beginOf(pid: number): string | undefined {
  try {
    // The name in parentheses may hold spaces; the start is the 20th field behind it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
  } catch {
    return undefined
  }
}
