// Offices reach the network through a proxy that the environment names; this machine itself is never asked that way.

import type { Agent } from 'node:http'
import { HttpProxyAgent } from 'http-proxy-agent'
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

export function proxyAgent(url: URL, proxy: URL, ca: string[] | undefined): Agent {
  const toProxy = ca ? { ca } : {}
  return url.protocol === 'https:' ? new HttpsProxyAgent(proxy, toProxy) : new HttpProxyAgent(proxy, toProxy)
}
