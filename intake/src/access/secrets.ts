// Random secrets and passwords. A secret of ours has so many random bits that its plain hash tells nothing; a password is chosen by
// a person, so its hash has to be slow.
import { createHash, randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto'

export const newSecret = (bytes = 24): string => randomBytes(bytes).toString('base64url')

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Parameters of scrypt as OWASP's password storage page gives them: 2^15 × 8 × 3 takes 32 MiB and some 0.2 s. */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const length = 32

export const shortestPassword = 10

const scrypt = (password: string, salt: Buffer, { N, r, p }: typeof cost) =>
  new Promise<Buffer>((resolve, reject) => {
    scryptWithCallback(
      password.normalize('NFKC'),
      salt,
      length,
      { N, r, p, maxmem: 256 * N * r },
      (error, key) => (error ? reject(error) : resolve(key)),
    )
  })

/** `scrypt$N$r$p$salt$hash`: the parameters stand with it, so that they can be raised later. */
export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await scrypt(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$')
  const key = await scrypt(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(key, Buffer.from(hash, 'base64'))
}

let unknown: Promise<string> | undefined

/** Takes as long as a true comparison: who has an account here is not to be told by the clock. */
export async function comparedWithNobody(password: string): Promise<false> {
  unknown ??= hashOfPassword(newSecret())
  await isPassword(password, await unknown)
  return false
}
