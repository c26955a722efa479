/** Loads a server with readers and writers and counts afterwards what it holds: `npm run build && npx tsx bench/serve.ts [--seconds 120] [--store ADDRESS]`; a new folder where no address is given. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    store: { type: 'string', default: mkdtempSync(join(tmpdir(), 'ascribe-load-')) },
  },
})
const seconds = Number(values.seconds)
/** Connections, and requests a second of all of them. */
const READERS = { connections: 200, rate: 150 }
const WRITERS = { connections: 20, rate: 10 }
/** Reports that there are before. */
const REPORTS = 200
const TOWNS = ['Darun', 'Selin', 'Oster', 'Kasto', 'Tavrin', 'Marsk', 'Velkov']

const child = spawn(
  process.execPath,
  ['dist/cli/main.js', 'serve', '--store', values.store, '--port', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const url = await new Promise<URL>((resolve) => {
  createInterface({ input: child.stdout }).on('line', (line) => {
    const found = /http:\/\/\S+/.exec(line)?.[0]
    if (found !== undefined) resolve(new URL(found))
  })
})

interface Answer {
  readonly status: number
  readonly body: string
}

interface Sent {
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

function ask(agent: Agent, path: string, { body, headers = {} }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, url),
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json', origin: url.origin }),
          ...headers,
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => (text += String(part)))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
      },
    )
    sent.on('error', reject).end(body)
  })
}

const one = new Agent({ keepAlive: true, maxSockets: 1 })
const ids = await fill()

async function fill(): Promise<string[]> {
  const lines = Array.from({ length: REPORTS }, (_, i) =>
    JSON.stringify({
      id: `load-${i}`,
      publishedAt: `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`,
      text: `Shells hit a house in ${TOWNS[i % TOWNS.length] ?? ''}, killing ${2 + (i % 9)} people, the mayor said.`,
    }),
  )
  const sent = await ask(one, '/api/uploads?name=load.ndjson', {
    body: lines.join('\n'),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id } = JSON.parse(sent.body) as { id: string }
  for (;;) {
    const job = JSON.parse((await ask(one, `/api/jobs/${id}`)).body) as { state: string }
    if (job.state === 'done') break
    await wait(200)
  }
  return Array.from({ length: REPORTS }, (_, i) => `load-${i}`)
}

/** What an event of a report is called. */
const events = new Map<string, string>()
for (const id of ids) {
  const reading = JSON.parse((await ask(one, `/api/reports/${id}`)).body) as {
    events?: { id: string }[]
  }
  const event = reading.events?.[0]
  if (event) events.set(id, event.id)
}
const decided = [...events]

const reads = (i: number): string =>
  [
    '/api/incidents?limit=50',
    `/api/reports/${ids[(i * 7) % ids.length] ?? ''}`,
    '/api/reports?limit=50',
    `/api/reports/${ids[(i * 13) % ids.length] ?? ''}/decisions`,
  ][i % 4] ?? ''

interface Load {
  readonly connections: number
  readonly rate: number
  send(agent: Agent, i: number): Promise<Answer>
}

/** Sends at a rate, whether or not the server keeps up: a request that has to wait for a connection waits in the count, too. */
async function load({ connections, rate, send }: Load) {
  const agents = Array.from(
    { length: connections },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  )
  const times: number[] = []
  const errors: string[] = []
  const all: Promise<void>[] = []
  const began = performance.now()
  for (let i = 0; i < rate * seconds; i += 1) {
    const due = began + (i * 1000) / rate
    const early = due - performance.now()
    if (early > 1) await wait(early)
    const agent = agents[i % connections] as Agent
    all.push(
      send(agent, i)
        .then(({ status, body }) => {
          times.push(performance.now() - due)
          if (status >= 300) errors.push(`${status} ${body.slice(0, 200)}`)
        })
        .catch((error: unknown) => void errors.push(String(error))),
    )
  }
  await Promise.all(all)
  for (const agent of agents) agent.destroy()
  times.sort((a, b) => a - b)
  const share = (part: number): number => Math.round(times[Math.floor(times.length * part)] ?? 0)
  return { count: times.length, errors, p50: share(0.5), p95: share(0.95), p99: share(0.99) }
}

const groups: string[] = []
/** Every tenth decision is sent twice at once, as a browser does that lost an answer. */
async function decide(agent: Agent, i: number): Promise<Answer> {
  const [report = '', record = ''] = decided[i % decided.length] ?? []
  const group = randomUUID()
  groups.push(group)
  const body = JSON.stringify({
    group,
    decisions: [{ report, version: 1, record, verdict: i % 2 === 0 ? 'accept' : 'reject' }],
  })
  const headers = { 'idempotency-key': group }
  const send = () => ask(agent, '/api/decisions', { body, headers })
  if (i % 10 === 0) await send()
  return send()
}

const [read, written] = await Promise.all([
  load({ ...READERS, send: (agent, i) => ask(agent, reads(i)) }),
  load({ ...WRITERS, send: decide }),
])
for (const [name, { count, errors, ...times }] of Object.entries({ read, written })) {
  console.log(
    `${name}: ${count} answered, ${errors.length} errors, p50 ${times.p50} ms, p95 ${times.p95} ms, p99 ${times.p99} ms`,
  )
  for (const error of errors.slice(0, 3)) console.log(`  ${error}`)
}
const found: string[] = []
for (const [id] of decided) {
  const listed = JSON.parse((await ask(one, `/api/reports/${id}/decisions`)).body) as
    readonly { group: string }[] | { rows: readonly { group: string }[] }
  found.push(...('rows' in listed ? listed.rows : listed).map(({ group }) => group))
}
const lost = groups.filter((group) => !found.includes(group)).length
const doubled = found.length - new Set(found).size
console.log(
  `decisions: ${groups.length} sent, ${found.length} held, ${lost} lost, ${doubled} doubled`,
)
child.kill('SIGTERM')
one.destroy()
