import { addItems } from '../../src/bulk/add-all.ts'
import { newReader, type Pool } from '../../src/bulk/index.ts'
import { openWriter } from '../../src/export/index.ts'
import { openKit, openLinkKit, openVerifyKit } from '../../src/kit.ts'
import type { ReportInput } from '../../src/records/index.ts'
import type { Site } from '../../src/server/index.ts'
import { openStore } from '../../src/store/index.ts'

/** The day that it is in tests of the server. */
export const NOW = '2024-03-08T12:00:00Z'

/** A server's parts, on a store in memory or the one given; reports are read in this thread. */
export async function openSite(parts: Partial<Site> = {}): Promise<Site> {
  const [db, link, verify, pool] = await Promise.all([
    parts.db ?? openStore(),
    openLinkKit(),
    openVerifyKit(),
    parts.pool ?? openHere(),
  ])
  return {
    hosts: ['localhost'],
    bind: { isSecure: false, isLocal: true, isProxied: false },
    pages: '/nowhere',
    now: () => new Date(NOW),
    ...parts,
    ...{ db, link, verify, pool },
  }
}

async function openHere(): Promise<Pool> {
  const kit = await openKit()
  const read = newReader(kit, await openWriter('ndjson', { width: 80, colour: false }))
  return {
    jobs: 1,
    read: async (tasks, own = []) => read({ tasks, own }),
    close: async () => undefined,
  }
}

/** Reads reports and stores them. */
export async function fill(site: Site, inputs: readonly ReportInput[]): Promise<void> {
  const streams = { write: () => undefined, complain: (text: string) => console.error(text) }
  const doer = () => ({ at: NOW, by: 'test', kit: site.link })
  const tools = { db: site.db, pool: site.pool, doer, streams, say: () => undefined }
  await addItems(itemsOf(inputs), {}, tools)
}

async function* itemsOf(inputs: readonly ReportInput[]) {
  for (const [i, report] of inputs.entries())
    yield { where: `report ${i + 1}`, bytes: report.text.length, report }
}
