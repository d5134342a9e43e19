// Channel `smtp`: an e-mail with the report as Word document and Markdown, pictures and manifest attached. Encrypted
// by default, one Message-ID per version, so that a mailbox that gets a retry shows one message.
import * as path from 'node:path'
import { type Notice, notice, noticeOf } from '../messages'
import { isLoopback, mayBePlain } from './hosts'
import { secretPlaceOf } from './secretKey'
import { badValue, missingValue, textValue } from './settings'
import { mailFailure, mailReceipt } from './smtp/answer'
import { letterOf } from './smtp/letter'
import { trustedCertificates } from './tls'
import type { Channel, ChannelType, DeliveryContext, Outcome, Parcel } from './types'

type Security = 'tls' | 'starttls' | 'none'

export interface SmtpSettings {
  host: string
  port: number
  security: Security
  user: string
  from: string
  to: string[]
  ca?: string
}

// One plain address. A display name or a list in one value is where header injection starts.
const address = /^[^\s@<>",;:\\()[\]]{1,64}@[^\s@<>",;:\\()[\]]{1,190}$/u

export const smtp: ChannelType<SmtpSettings> = {
  type: 'smtp',
  keys: ['host', 'port', 'security', 'user', 'from', 'to', 'ca'],
  alwaysDocx: true,
  parse(name, raw, { root, plainHosts }) {
    const problems: Notice[] = []
    const read = (key: string) => {
      const { value, problem } = textValue(name, raw, key)
      if (problem) problems.push(problem)
      return value
    }
    const host = read('host')
    const user = read('user') ?? ''
    const from = read('from')
    const ca = read('ca')
    const port = raw.port ?? 465
    const security = read('security') ?? (port === 465 ? 'tls' : 'starttls')
    const to = (Array.isArray(raw.to) ? raw.to : [raw.to]).filter(each => each !== undefined && each !== null)
    if (host === undefined) problems.push(missingValue(name, 'host'))
    else if (!/^[\p{L}\p{N}.:[\]-]{1,253}$/u.test(host))
      problems.push(badValue(name, 'host', '不是主机名 / not a host'))
    if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65535)
      problems.push(badValue(name, 'port', '1–65535'))
    if (!isSecurity(security)) problems.push(badValue(name, 'security', 'tls | starttls | none'))
    if (security === 'none' && !mayBePlain(host ?? '', plainHosts))
      problems.push(notice('channel-not-https', { name }))
    if (from === undefined) problems.push(missingValue(name, 'from'))
    else if (!address.test(from)) problems.push(badValue(name, 'from', '不是邮箱地址 / not an address'))
    if (to.length === 0) problems.push(missingValue(name, 'to'))
    if (to.length > 50 || !to.every(each => typeof each === 'string' && address.test(each)))
      problems.push(badValue(name, 'to', '不是邮箱地址 / not an address'))
    if (problems.length > 0 || !isSecurity(security)) return { problems }
    const settings = { host: host!, port: port as number, security, user, from: from!, to: to as string[] }
    return {
      target: `${settings.to.join(', ')} (${settings.host}:${settings.port})`,
      settings: { ...settings, ...(ca && { ca: path.resolve(root, ca) }) },
    }
  },
  deliver,
}

const isSecurity = (value: string): value is Security => ['tls', 'starttls', 'none'].includes(value)

const waits = (what: Notice): Outcome => ({
  kind: 'retry',
  notice: what,
  mayHaveArrived: false,
  unreachable: true,
})

async function deliver(
  channel: Channel<SmtpSettings>,
  parcel: Parcel,
  context: DeliveryContext,
): Promise<Outcome> {
  const { settings } = channel
  const { limits, signal } = context
  let pass: string | undefined
  if (settings.user !== '') {
    const secret = await context.secret(secretPlaceOf(channel))
    if (typeof secret === 'object') return waits(secret)
    if (!secret) return waits(notice('secret-missing', { name: channel.name }))
    pass = secret
  }
  let ca: string[] | undefined
  try {
    ca = await trustedCertificates(settings.ca, context.disk)
  } catch (error) {
    return waits(noticeOf(error)!)
  }
  const letter = letterOf(settings, parcel, context)
  const { createTransport } = await import('./smtp/transport')
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca && { ca }) },
    ...(settings.user !== '' && { auth: { user: settings.user, pass } }),
    // The machine's own name is no business of the receiver's.
    name: isLoopback(settings.host) ? 'localhost' : 'ligao',
    connectionTimeout: limits.connectMs,
    dnsTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    socketTimeout: limits.idleMs,
    maxResponseSize: limits.responseBytes,
    disableUrlAccess: true,
    logger: false,
  })
  const total = AbortSignal.timeout(limits.totalMs)
  try {
    const sent = await transport.sendMail({ ...letter, signal: AbortSignal.any([signal, total]) })
    const lost = sent.rejected.map(String)
    const remarks = lost.length > 0 ? [notice('mail-some-refused', { recipients: lost.join('、') })] : []
    return {
      kind: 'delivered',
      receipt: mailReceipt(String(sent.response ?? ''), parcel.manifest.id),
      remarks,
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'retry', notice: notice('interrupted'), mayHaveArrived: true }
    return mailFailure(error, settings.host, limits, total.aborted)
  } finally {
    transport.close()
  }
}
