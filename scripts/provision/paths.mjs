// Where provisioned tools live: one cache folder, outside version control, shareable between clones by $LIGAO_CACHE.
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The folder that keeps what provisioning installed. */
export const cacheDir = () => resolve(process.env.LIGAO_CACHE || join(root, '.cache'))
