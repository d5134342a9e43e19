// Installs Debian packages where that is possible without asking anybody: as root on a Debian-like system.
import { findOnPath, run } from './run.mjs'

export const canInstallPackages = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && findOnPath('apt-get') !== undefined

let updated = false

export async function installPackages(packages, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt-get may be at work on the machine: wait for it instead of failing.
  const apt = args => run('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], { env })
  say(`Installing Debian packages: ${packages.join(' ')} …`)
  if (!updated) await apt(['update', '-qq'])
  updated = true
  await apt(['install', '-y', '--no-install-recommends', ...packages])
}
