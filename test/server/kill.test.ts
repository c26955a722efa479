import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { listReports, openStore, verifyStore } from '../../src/store/index.ts'
import type { Job } from '../../src/server/api.ts'
import { buildDist } from '../support/build.ts'
import { ADDRESSES } from '../support/db.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

const COUNT = 120
const TOWNS = ['Darun', 'Selin', 'Oster', 'Kasto', 'Tavrin', 'Marsk', 'Velkov']

let command: string
beforeAll(() => {
  command = join(buildDist(), 'cli/main.js')
}, 300_000)

async function jobAt({ url }: ServerProcess, id: string): Promise<Job> {
  return (await (await fetch(`${url}api/jobs/${id}`)).json()) as Job
}

describe.each(ADDRESSES)('a server on an $name store that is killed', ({ address }) => {
  test('goes on with its jobs when it is there again, and reads nothing twice', async () => {
    const { store, drop } = await address()
    const lines = Array.from({ length: COUNT }, (_, i) =>
      JSON.stringify({
        id: `k${i}`,
        publishedAt: `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`,
        text: `Shells hit a house in ${TOWNS[i % TOWNS.length] ?? ''}, killing ${i + 2} people.`,
      }),
    )
    let server = await startServer(command, store)
    const handed = await fetch(`${server.url}api/uploads?name=wire.ndjson`, {
      method: 'POST',
      body: lines.join('\n'),
      headers: {
        'content-type': 'application/octet-stream',
        origin: server.url.slice(0, -1),
      },
    })
    expect(handed.status).toBe(200)
    const { id } = (await handed.json()) as Job
    for (const share of [0.1, 0.5]) {
      while ((await jobAt(server, id)).done < COUNT * share) await wait(20)
      await server.end('SIGKILL')
      server = await startServer(command, store)
    }
    for (;;) {
      const job = await jobAt(server, id)
      if (job.state === 'done') break
      await wait(50)
    }
    expect(await jobAt(server, id)).toMatchObject({ done: COUNT, failed: 0, waiting: 0 })
    await server.end('SIGTERM')
    const db = await openStore(store)
    const reports = await listReports(db, '', 500)
    expect(reports.map((report) => report.id).sort()).toEqual(lines.map((_, i) => `k${i}`).sort())
    const { faults, operations } = await verifyStore(db, () => [])
    expect(faults).toEqual([])
    expect(operations).toBe(COUNT)
    await db.close()
    await drop()
  }, 300_000)
})
