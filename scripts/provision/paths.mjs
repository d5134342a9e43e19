// Where provisioned tools live: one cache folder, outside version control, shareable between clones by $LIGAO_CACHE.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The folder that keeps what provisioning installed. */
export const cacheDir = () => resolve(process.env.LIGAO_CACHE || join(root, '.cache'))

/** What Chromium needs in its environment to draw Chinese alike everywhere: scripts/provision/fonts.conf. */
export const fontEnv = () =>
  process.platform === 'linux' && existsSync('/etc/fonts/fonts.conf')
    ? { FONTCONFIG_FILE: join(root, 'scripts/provision/fonts.conf') }
    : {}
