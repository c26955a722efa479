import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Makes a certificate for some names, which nobody but itself vouches for. */
export function makeCertificate(names: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const body = bodyOf(names, publicKey)
  const signature = sign('sha256', body, privateKey)
  const cert = sequence(body, ALGORITHM, tagged(0x03, Buffer.of(0), signature))
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${cert.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** What is signed: RFC 5280, as little of it as serves. */
function bodyOf(names: readonly string[], publicKey: KeyObject): Buffer {
  const name = sequence(
    tagged(0x31, sequence(oid('2.5.4.3'), tagged(0x0c, Buffer.from(names[0] ?? '')))),
  )
  const valid = sequence(time('000101000000Z'), time('491231235959Z'))
  const listed = sequence(...names.map((one) => tagged(0x82, Buffer.from(one))))
  const others = sequence(oid('2.5.29.17'), tagged(0x04, listed))
  return sequence(
    tagged(0xa0, tagged(0x02, Buffer.of(2))),
    tagged(0x02, Buffer.of(1)),
    ALGORITHM,
    name,
    valid,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(others)),
  )
}

const time = (text: string): Buffer => tagged(0x17, Buffer.from(text))

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts)
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = rest.flatMap((part) => {
    const digits = [part & 0x7f]
    for (let left = part >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80)
    return digits
  })
  return tagged(0x06, Buffer.of(40 * first + second, ...bytes))
}

/** ECDSA with SHA-256. */
const ALGORITHM = sequence(oid('1.2.840.10045.4.3.2'))
