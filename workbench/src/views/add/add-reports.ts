import type { Job } from '../../../../src/server/api.ts'
import { send } from '../../api/client.ts'

/** Hands files over, one after the other, as one job. Gives the job; throws what is said against a file, after those before it. */
export async function addFiles(files: readonly File[]): Promise<Job | undefined> {
  let job: Job | undefined
  for (const file of files) {
    const query = { name: file.name, ...(job && { job: job.id }) }
    job = await send<Job>('/uploads', query, file)
  }
  return job
}

/** How many a second, and the seconds that are left, where that can be told yet. */
export function paceOf({ done, failed, waiting, seconds }: Job): {
  readonly rate: number
  readonly left: number | undefined
} {
  const read = done + failed
  const rate = seconds > 0 ? read / seconds : 0
  // The first ones say little: code is slow until it has run for a while.
  return { rate, left: read < FEW || rate === 0 ? undefined : Math.ceil(waiting / rate) }
}

const FEW = 5
