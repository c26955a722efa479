import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { AscribeError } from '../../base/errors.ts'

/** What a password costs to try: 32 MiB and some tenths of a second. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32
/** Twice what the cost takes: node refuses at exactly as much. */
const MEMORY = 64 * 1024 * 1024

/** Fewest and most characters of a password. */
const SHORTEST = 12
const LONGEST = 256

/** A password as it is kept: how it was made, its salt and its hash. Throws `bad-usage` where it is too short to keep anybody out. */
export async function hashPassword(password: string): Promise<string> {
  const { length } = [...password]
  if (length < SHORTEST || length > LONGEST)
    throw new AscribeError('bad-usage', `a password has ${SHORTEST} to ${LONGEST} characters`)
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, COST)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one that is kept; where none is (a name that nobody has) it takes as long to say no. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? NOBODY).split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const given = await derive(password.slice(0, 4 * LONGEST), Buffer.from(salt, 'base64url'), cost)
  const isSame = timingSafeEqual(given, Buffer.from(hash, 'base64url'))
  return isSame && kept !== undefined
}

/** No password has this hash that anybody could find. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, '', randomBytes(HASH_BYTES).toString('base64url')]
  .map(String)
  .join('$')

/** How many are tried at once: each takes memory, and there may be many who try. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await new Promise((resolve, reject) => {
      // The same letter may be typed in several ways.
      const options = { ...cost, maxmem: MEMORY }
      scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, hash) =>
        error ? reject(error) : resolve(hash),
      )
    })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
