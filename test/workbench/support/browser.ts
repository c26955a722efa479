import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { build } from 'vite'
import type { ReportInput } from '../../../src/records/index.ts'
import { serve, type Served, type Site } from '../../../src/server/index.ts'
import { fill, openSite } from '../../support/site.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** A browser that is there: the one that `ASCRIBE_CHROMIUM` names, else Debian's. */
export const CHROMIUM = [
  process.env['ASCRIBE_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

if (CHROMIUM === undefined)
  console.warn('no Chromium: the workbench is not tested (test/workbench)')

/** The workbench on a store of its own, with a browser before it. */
export interface Bench {
  readonly site: Site
  readonly url: string
  readonly browser: Browser
  /** A page at an address below the server's, in a browser profile of its own; whatever it complains of fails `close`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** Ends the server, and starts one again at the same port. */
  leave(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Builds the workbench as it stands, serves it with some reports, and starts a browser. */
export async function openBench(reports: readonly ReportInput[]): Promise<Bench> {
  const pages = mkdtempSync(join(tmpdir(), 'ascribe-pages-'))
  await buildPages(pages)
  const site = await openSite({ pages })
  await fill(site, reports)
  const served = await serve(site, 0)
  const browser = await openBrowser()
  return benchOf({ site, served, browser })
}

/** Waits until a page shows what it loads. It never falls silent: it listens for what others do. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.getByText('Loading…').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(500)
}

/** Starts the browser that is there; it asks for nothing by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}

/** Builds the workbench into a folder. */
export async function buildPages(folder: string): Promise<void> {
  await build({
    root: join(ROOT, 'workbench'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
}

interface Parts {
  readonly site: Site
  readonly served: Served
  readonly browser: Browser
}

function benchOf({ site, browser, ...parts }: Parts): Bench {
  let { served } = parts
  const { url } = served
  const complaints: string[] = []
  return {
    site,
    url,
    browser,
    async open(path, options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        reducedMotion: 'reduce',
        ...options,
      })
      const page = await context.newPage()
      watch(page, url, complaints)
      await page.goto(path)
      return page
    },
    leave: () => served.close(),
    async comeBack() {
      served = await serve(site, Number(new URL(url).port))
    },
    async close() {
      await browser.close()
      await served.close()
      await site.db.close()
      if (complaints.length > 0) throw new Error(complaints.join('\n'))
    },
  }
}

/** Writes down every error of a page, every breach of its content policy, and every request that leaves the machine. */
function watch(page: Page, url: string, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith(url) && !/^(?:data|blob|about):/.test(address))
      complaints.push(`asked for ${address}`)
  })
}
