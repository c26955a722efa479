import { AscribeError } from '../../base/errors.ts'
import { readyReport } from '../../bulk/add-all.ts'
import { taskOf, type ReadOptions } from '../../bulk/index.ts'
import { readHanded, type Item } from '../../ingest/index.ts'
import {
  completeJobFile,
  deleteJobFile,
  insertJob,
  insertJobFile,
  insertJobItems,
  loadJob,
  type Db,
  type JobFile,
  type NewJobItem,
} from '../../store/index.ts'
import { can } from '../guard/can.ts'
import { newId } from '../guard/secret.ts'
import type { Site, User } from '../site.ts'

const MIB = 1024 * 1024
/** Most bytes of a file, and of the files of a job. */
const MOST = { file: 25 * MIB, job: 200 * MIB } as const

/** Who hands something over, into which job (a new one where none is named). */
export interface Handing {
  readonly site: Site
  readonly user: User
  readonly job?: string
  readonly options: ReadOptions
}

/** A file, as it comes. */
export interface Handed {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Puts what is in a file into the store, to be read by and by; nothing of a file that does not come whole. Gives the job. */
export async function takeFile(handing: Handing, { name, chunks }: Handed): Promise<string> {
  const counted = countBytes(chunks)
  return take(handing, nameOf(name), {
    items: readHanded(nameOf(name), counted.chunks),
    bytes: counted.bytes,
  })
}

/** The same for one report. */
export async function takeReport(handing: Handing, item: Item): Promise<string> {
  async function* one(): AsyncGenerator<Item> {
    yield item
  }
  return take(handing, item.where, { items: one(), bytes: () => item.bytes })
}

interface Source {
  readonly items: AsyncIterable<Item>
  bytes(): number
}

async function take(
  { site, user, job, options }: Handing,
  name: string,
  { items, bytes }: Source,
): Promise<string> {
  const { db } = site
  const at = site.now().toISOString()
  const id = await db.transaction(async (inner) => {
    can(user, 'add-report')
    if (job !== undefined) await needRoom(inner, user, { job, bytes: 0 })
    const own = job ?? newId()
    if (job === undefined) await insertJob(inner, { id: own, owner: user.name, at })
    return own
  })
  // In the order in which they came.
  const file: JobFile = { id: `${at}-${newId()}`, job: id, name }
  await insertJobFile(db, file, at)
  try {
    for await (const some of portions(items, options)) await insertJobItems(db, file, some)
    await db.transaction(async (inner) => {
      await needRoom(inner, user, { job: id, bytes: bytes() })
      await completeJobFile(inner, file, bytes())
    })
  } catch (error) {
    await deleteJobFile(db, file)
    throw error
  }
  return id
}

interface Room {
  readonly job: string
  readonly bytes: number
}

/** Checks that a job may still get so many bytes from somebody. */
async function needRoom(db: Db, user: User, { job: id, bytes }: Room): Promise<void> {
  const job = await loadJob(db, id)
  if (!job) throw new AscribeError('not-found', `no job ${id}`)
  can(user, 'steer-job', { owner: job.owner })
  if (job.state === 'cancelled') throw new AscribeError('conflict', `job ${id} was cancelled`)
  if (job.bytes + bytes > MOST.job)
    throw new AscribeError('too-large', `the files of a job have ${MOST.job} bytes at most`)
}

/** How many items, and characters of them, are written at once. */
const PORTION = { items: 200, characters: 512 * 1024 } as const

async function* portions(
  items: AsyncIterable<Item>,
  options: ReadOptions,
): AsyncGenerator<NewJobItem[]> {
  let [portion, characters, number]: [NewJobItem[], number, number] = [[], 0, 0]
  for await (const item of items) {
    number += 1
    const { where: place } = item
    if ('error' in item) portion.push({ number, place, fault: item.error.message })
    else {
      const body = JSON.stringify(
        taskOf({ where: place, report: readyReport(item.report, options) }),
      )
      characters += body.length
      portion.push({ number, place, body })
    }
    if (portion.length < PORTION.items && characters < PORTION.characters) continue
    yield portion
    ;[portion, characters] = [[], 0]
  }
  if (portion.length > 0) yield portion
}

/** Bytes as they come, and how many came. Throws `too-large` as soon as there are too many. */
function countBytes(chunks: AsyncIterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>
  bytes(): number
} {
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > MOST.file)
        throw new AscribeError('too-large', `a file has ${MOST.file} bytes at most`)
      yield chunk
    }
  }
  return { chunks: counted(), bytes: () => bytes }
}

const LONGEST_NAME = 200

/** The last part of a file's name, without what would break a line or hide its ending. */
function nameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return plain.slice(-LONGEST_NAME) || 'file'
}
