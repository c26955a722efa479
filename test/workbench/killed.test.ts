import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReports, openStore } from '../../src/store/index.ts'
import { buildDist } from '../support/build.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { buildPages, CHROMIUM, openBrowser } from './support/browser.ts'

const COUNT = 200
const TOWNS = ['Darun', 'Selin', 'Oster', 'Kasto', 'Tavrin', 'Marsk', 'Velkov']

/** As many reports as take some seconds, in a file. */
const FILE = Array.from({ length: COUNT }, (_, i) =>
  JSON.stringify({
    id: `k${i}`,
    text: `Shells hit a house in ${TOWNS[i % TOWNS.length] ?? ''}, killing ${i + 2} people. ${'Two men were hurt. '.repeat(10)}`,
  }),
).join('\n')

describe.skipIf(CHROMIUM === undefined)('a server that is killed while it reads', () => {
  const store = mkdtempSync(join(tmpdir(), 'ascribe-store-'))
  let command: string
  let server: ServerProcess
  let browser: Browser
  beforeAll(async () => {
    const dist = buildDist()
    await buildPages(join(dist, 'workbench'))
    command = join(dist, 'cli/main.js')
    server = await startServer(command, store)
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.end('SIGKILL')
  })

  test('reads on when it is there again, before the eyes of whoever waits', async () => {
    const page = await browser.newPage({ baseURL: server.url })
    await page.goto('/add')
    await page.locator('input[type=file]').setInputFiles({
      name: 'wire.ndjson',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from(FILE),
    })
    const read = async (): Promise<number> =>
      Number(/(\d+) of \d+ read/.exec(await page.getByText(/ of \d+ read/).innerText())?.[1])
    await page.getByText(/ of \d+ read/).waitFor()
    while (!((await read()) > 0)) await page.waitForTimeout(20)
    expect(await read()).toBeLessThan(COUNT)
    await server.end('SIGKILL')
    server = await startServer(command, store, Number(new URL(server.url).port))
    await page
      .getByText(`${COUNT} of ${COUNT} read, all of them well`)
      .waitFor({ timeout: 120_000 })
    await page.close()
    await server.end('SIGTERM')
    const db = await openStore(store)
    const ids = (await listReports(db, '', 2 * COUNT)).map(({ id }) => id)
    await db.close()
    expect(ids.sort()).toEqual(Array.from({ length: COUNT }, (_, i) => `k${i}`).sort())
    server = await startServer(command, store)
  }, 300_000)
})
