import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { get as getPlain } from 'node:http'
import { get, type RequestOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkBinding, serve } from '../../../src/server/index.ts'
import { makeCertificate } from '../../support/certificate.ts'
import { addPerson } from '../../support/people.ts'
import { openSite } from '../../support/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-tls-'))
const { cert, key } = makeCertificate(['ascribe.example', 'localhost'])
const write = (name: string, text: string, mode: number): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}
const tlsCert = write('cert.pem', cert, 0o644)
const tlsKey = write('key.pem', key, 0o600)
const site = await openSite()
afterAll(() => site.db.close())

const ask = (path: string, options: RequestOptions): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    get(`https://127.0.0.1${path}`, { ca: cert, servername: 'localhost', ...options }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk) => (body += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    }).on('error', reject)
  })

// Label Studio 1.23.2: a key that everybody could read.
test('a key that others than its owner may read is refused', async () => {
  for (const mode of [0o640, 0o604, 0o660, 0o644]) {
    const open = write('open.pem', key, mode)
    await expect(checkBinding({ port: 0, tlsCert, tlsKey: open }, site.db)).rejects.toThrow(
      'chmod 600',
    )
  }
  await expect(checkBinding({ port: 0, tlsCert }, site.db)).rejects.toThrow('go together')
  const none = join(folder, 'none.pem')
  await expect(checkBinding({ port: 0, tlsCert, tlsKey: none }, site.db)).rejects.toThrow('ENOENT')
})

test('with key and certificate it answers by https, under the names of the certificate alone', async () => {
  const reached = { port: 0, host: '0.0.0.0', tlsCert, tlsKey }
  await expect(checkBinding(reached, site.db)).rejects.toThrow('needs an account')
  await addPerson(site.db, 'ada', 'admin')
  const binding = await checkBinding(reached, site.db)
  const { url, close } = await serve(site, binding)
  try {
    expect(url).toMatch(/^https:\/\/ascribe\.example:\d+\/$/)
    const { port } = new URL(url)
    const as = (host: string) => ask('/api/session', { port, headers: { host } })
    const known = await as(`ascribe.example:${port}`)
    expect(known).toEqual({ status: 200, body: '{"hasAccounts":true}' })
    expect((await as(`evil.example:${port}`)).status).toBe(403)
    const reports = await ask('/api/reports', { port, headers: { host: `localhost:${port}` } })
    expect(reports.status).toBe(401)
    // Spoken to without https it says nothing.
    const plain = new Promise((resolve, reject) => {
      getPlain(`http://127.0.0.1:${port}/api/session`, resolve).on('error', reject)
    })
    await expect(plain).rejects.toThrow()
  } finally {
    await close()
  }
})
