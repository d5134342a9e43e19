// Offices reach the network through a proxy that the environment names; this machine itself is never asked that way.

import type { Agent } from 'node:http'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { isLoopback } from '../hosts'

type Environment = Readonly<Record<string, string | undefined>>

const either = (environment: Environment, name: string): string =>
  environment[name.toLowerCase()] ?? environment[name] ?? ''

/** The proxy for an address, or undefined for none. NO_PROXY: host, .domain, host:port or *. */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  if (isLoopback(url.hostname) || isExempt(url, either(environment, 'NO_PROXY'))) return undefined
  const named =
    (url.protocol === 'https:' ? either(environment, 'HTTPS_PROXY') : either(environment, 'HTTP_PROXY')) ||
    either(environment, 'ALL_PROXY')
  if (named === '') return undefined
  try {
    const proxy = new URL(named.includes('://') ? named : `http://${named}`)
    return ['http:', 'https:'].includes(proxy.protocol) ? proxy : undefined
  } catch {
    return undefined
  }
}

function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .split(/[\s,]+/)
    .filter(each => each !== '')
    .some(each => {
      if (each === '*') return true
      const [, name = '', itsPort] = /^(.*?)(?::(\d+))?$/.exec(each.toLowerCase()) ?? []
      if (itsPort && itsPort !== port) return false
      const domain = name.replace(/^\*?\.?/, '')
      return host === domain || host.endsWith(`.${domain}`)
    })
}

/** Tunnels through the proxy (CONNECT); what goes through the tunnel is checked end to end. */
export const tunnelAgent = (proxy: URL, ca: string[] | undefined): Agent =>
  new HttpsProxyAgent(proxy, ca ? { ca } : {})

/** Plain http asks the proxy for the whole address. */
export const forwardOptions = (url: URL, proxy: URL) => ({
  hostname: proxy.hostname.replace(/^\[|\]$/g, ''),
  port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
  path: url.href,
  headers: {
    Host: url.host,
    ...(proxy.username !== '' && {
      'Proxy-Authorization': `Basic ${Buffer.from(
        `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`,
      ).toString('base64')}`,
    }),
  },
})
