import { X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { AscribeError } from '../base/errors.ts'
import { hasAccount, type Db } from '../store/index.ts'
import type { Bind } from './site.ts'

/** Where a server is to listen, as the command line says it. */
export interface BindOptions {
  readonly port: number
  readonly host?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  /** The https address of a server of ours that stands before it. */
  readonly behindProxy?: string
}

/** Where a server listens, and what it is called there. */
export interface Binding extends Bind {
  readonly port: number
  readonly host: string
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer }
  /** Names that it is called by, without the port that it listens on. */
  readonly names: readonly string[]
  /** The address that people know, where it is not the one it listens on. */
  readonly address?: string
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1']
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::']

/** This machine alone, by http. */
export function localBinding(port: number): Binding {
  return {
    port,
    host: '127.0.0.1',
    names: ['127.0.0.1', 'localhost'],
    ...{ isSecure: false, isLocal: true, isProxied: false },
  }
}

/** Checks that what is reached from elsewhere is safe there: somebody must log in, and nobody on the way can listen. Throws `bad-usage`. */
export async function checkBinding(options: BindOptions, db: Db): Promise<Binding> {
  const { port, host = '127.0.0.1', behindProxy } = options
  const tls = await loadTls(options)
  const isLoopback = LOOPBACK.includes(host)
  if (isLoopback && !tls && behindProxy === undefined)
    return host === '::1' ? { ...localBinding(port), host, names: ['[::1]'] } : localBinding(port)
  if (!tls && behindProxy === undefined)
    throw new AscribeError(
      'bad-usage',
      `--host ${host}: what is reached from elsewhere needs --tls-cert and --tls-key, or --behind-proxy https://…`,
    )
  const isLocal = isLoopback && behindProxy === undefined
  if (!isLocal && !(await hasAccount(db)))
    throw new AscribeError(
      'bad-usage',
      'what is reached from elsewhere needs an account: ascribe account add NAME --role admin',
    )
  const named = behindProxy === undefined ? undefined : addressOf(behindProxy)
  return {
    ...{ port, host, isLocal, isSecure: true, isProxied: named !== undefined },
    ...(tls && { tls }),
    names: named ? [named.host] : tls ? namesOf(host, tls.cert) : [],
    ...(named && { address: `${named.origin}/` }),
  }
}

async function loadTls({ tlsCert, tlsKey }: BindOptions): Promise<Binding['tls']> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined
  if (tlsCert === undefined || tlsKey === undefined)
    throw new AscribeError('bad-usage', '--tls-cert and --tls-key go together')
  const [cert, key, info] = await Promise.all([
    load(tlsCert),
    load(tlsKey),
    stat(tlsKey).catch(() => undefined),
  ])
  if (info && process.platform !== 'win32' && (info.mode & 0o077) !== 0)
    throw new AscribeError(
      'bad-usage',
      `${tlsKey}: others than its owner may read the key; chmod 600 it`,
    )
  return { cert, key }
}

async function load(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new AscribeError('bad-usage', `${path}: ${cause.message}`, { cause })
  })
}

function addressOf(text: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && !url.username)
    return url
  throw new AscribeError('bad-usage', `--behind-proxy ${text}: an address such as https://name`)
}

/** What the certificate is for, and the host itself where it is one. */
function namesOf(host: string, cert: Buffer): string[] {
  let listed: string
  try {
    listed = new X509Certificate(cert).subjectAltName ?? ''
  } catch (cause) {
    throw new AscribeError('bad-usage', '--tls-cert: not a certificate', { cause })
  }
  const names = listed
    .split(', ')
    .flatMap((entry) => /^(?:DNS|IP Address):(?!\*)(.+)$/.exec(entry)?.[1] ?? [])
    .map((name) => (name.includes(':') ? `[${name}]` : name.toLowerCase()))
  return [...new Set([...names, ...(EVERYWHERE.includes(host) ? [] : [host])])]
}
