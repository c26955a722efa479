import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { PACKAGE_FOLDER } from '../../base/package-folder.ts'
import { addAll, type AddTools } from '../../bulk/add-all.ts'
import { openPool } from '../../bulk/index.ts'
import { openLinkKit, openVerifyKit } from '../../kit.ts'
import { checkBinding, serve, type BindOptions } from '../../server/index.ts'
import { pageSetting, parsePort } from '../options.ts'
import { listReports, type Db } from '../../store/index.ts'
import { doerWith, makeStore, storeOption, type StoreOption } from '../store/store-option.ts'
import { standardStreams, whenStopped } from '../streams.ts'

interface Options extends StoreOption, BindOptions {
  readonly samples?: true
}

const PORT = 4117

const EXAMPLES = `
Examples:
  $ ascribe serve                          the store of this folder, at http://127.0.0.1:${PORT}/
  $ ascribe serve --store ~/sahel --port 8080

It is reached from this machine alone, unless --host says otherwise: then somebody must be able
to log in (ascribe account add), and what is sent must be kept from others on the way, by
--tls-cert and --tls-key, or by a server of yours before it that speaks https (--behind-proxy).`

/** Adds `ascribe serve`. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('the workbench: read, review and see the whole in a browser')
    .addOption(storeOption())
    .option('--port <number>', 'where it listens', parsePort, PORT)
    .option('--host <address>', 'the address of this machine that it listens on', '127.0.0.1')
    .option('--tls-cert <file>', 'its certificate (PEM), which also says what it is called')
    .option('--tls-key <file>', 'the key of the certificate')
    .option('--behind-proxy <url>', 'the https address of the server before it')
    .option('--samples', 'add the sample reports where the store is empty')
    .addHelpText('after', EXAMPLES)
    .action(serveStore)
}

async function serveStore(options: Options): Promise<void> {
  await makeStore(options, async (db) => {
    const binding = await checkBinding(options, db)
    const jobs = Math.min(2, availableParallelism())
    const pool = openPool({ jobs, form: 'ndjson', setting: pageSetting() })
    const [link, verify] = await Promise.all([openLinkKit(), openVerifyKit()])
    const pages = fileURLToPath(new URL('dist/workbench/', PACKAGE_FOLDER))
    if (options.samples) await addSamples(db, { pool, doer: doerWith(link) })
    const site = { db, link, verify, pool, pages, now: () => new Date() }
    const { url, close } = await serve(site, binding)
    await standardStreams.write(`Ascribe is at ${url} (Ctrl+C ends it)\n`)
    await whenStopped()
    await close()
    await pool.close()
  })
}

/** Reports of ours about invented happenings, so that each screen shows something. */
async function addSamples(db: Db, reading: Pick<AddTools, 'pool' | 'doer'>): Promise<void> {
  if ((await listReports(db, '', 1)).length > 0) return
  const folder = fileURLToPath(new URL('data/samples/workbench/', PACKAGE_FOLDER))
  await addAll([folder], {}, { db, ...reading, streams: standardStreams, say: () => undefined })
}
