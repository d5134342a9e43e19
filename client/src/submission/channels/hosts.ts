// Which hosts may be spoken to without encryption: this machine, and what the user's own settings name.

export function isLoopback(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    /^127(?:\.\d{1,3}){3}$/.test(host)
  )
}

export const mayBePlain = (hostname: string, plainHosts: readonly string[]): boolean =>
  isLoopback(hostname) || plainHosts.some(each => each.trim().toLowerCase() === hostname.toLowerCase())
