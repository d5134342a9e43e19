// The secrets of channels from the environment. A folder's ligao.config.yaml may give any address the name of the office's
// channel, so a secret goes only to a place that its owner named once (--bind-secret); that is kept in the user's own
// folder, as a hash, and never in the workspace.

import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type * as submission from '../../../../client/src/submission'
import type { Terminal } from '../terminal'

type Library = typeof submission

/**
 * LIGAO_SECRET_<NAME IN CAPITALS>; what no shell takes in a name may be written as an underscore. `given` is the address that
 * the caller typed.
 */
export function secretsFrom(
  library: Library,
  env: Terminal['env'],
  given: string | undefined,
): submission.SecretSource {
  return async place => {
    const name = place.channel.toUpperCase()
    const secret = env[`LIGAO_SECRET_${name}`] ?? env[`LIGAO_SECRET_${name.replace(/[^\p{L}\p{N}]/gu, '_')}`]
    if (!secret) return undefined
    const key = library.secretKey(place)
    const file = boundFile(env)
    const bound = await boundIn(file)
    if (bound.includes(key)) return secret
    if (given?.trim() !== place.target)
      return library.notice('secret-elsewhere', { name: place.channel, target: place.target })
    // What cannot be kept is asked for again: the secret goes where its owner says, all the same.
    if (file) await keep(file, [...bound, key]).catch(() => undefined)
    return secret
  }
}

function boundFile(env: Terminal['env']): string | undefined {
  const home = env.HOME || env.USERPROFILE
  const base = env.XDG_CONFIG_HOME || env.APPDATA || (home && path.join(home, '.config'))
  return base && path.isAbsolute(base) ? path.join(base, 'ligao', 'bound-secrets.json') : undefined
}

async function boundIn(file: string | undefined): Promise<readonly string[]> {
  try {
    const value: unknown = file ? JSON.parse(await readFile(file, 'utf8')) : []
    return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
  } catch {
    return []
  }
}

async function keep(file: string, keys: readonly string[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.tmp`
  await writeFile(temporary, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  await chmod(temporary, 0o600).catch(() => undefined)
  await rename(temporary, file)
}
