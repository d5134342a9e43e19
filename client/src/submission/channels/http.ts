// Channel `http`: a multipart POST to any intake that follows docs/intake-openapi.yaml, with the package id as
// idempotency key, so that asking again never hands in twice.
import * as path from 'node:path'
import { type Notice, notice, noticeOf } from '../messages'
import { generator } from '../package/manifest'
import { mayBePlain } from './hosts'
import { judgeAnswer } from './http/answer'
import { exchange } from './http/exchange'
import { multipartBody } from './http/multipart'
import { secretPlaceOf } from './secretKey'
import { badValue, missingValue, textValue } from './settings'
import { trustedCertificates } from './tls'
import type { Channel, ChannelType, DeliveryContext, Outcome, Parcel } from './types'

interface HttpSettings {
  url: string
  auth: 'bearer' | 'basic' | 'none' | 'if-set'
  user: string
  ca?: string
  plainHosts: readonly string[]
}

export const http: ChannelType<HttpSettings> = {
  type: 'http',
  keys: ['url', 'auth', 'user', 'ca'],
  alwaysDocx: false,
  parse(name, raw, { root, plainHosts }) {
    const problems: Notice[] = []
    const read = (key: string) => {
      const { value, problem } = textValue(name, raw, key)
      if (problem) problems.push(problem)
      return value
    }
    const url = read('url')
    const auth = read('auth') ?? 'if-set'
    const user = read('user') ?? ''
    const ca = read('ca')
    if (!isAuth(auth)) problems.push(badValue(name, 'auth', 'bearer | basic | none'))
    if (auth === 'basic' && (user === '' || user.includes(':'))) problems.push(missingValue(name, 'user'))
    const address = url === undefined ? missingValue(name, 'url') : checkUrl(name, url, plainHosts)
    if (!(address instanceof URL)) problems.push(address)
    if (problems.length > 0 || !(address instanceof URL) || !isAuth(auth)) return { problems }
    return {
      target: address.href,
      settings: { url: address.href, auth, user, plainHosts, ...(ca && { ca: path.resolve(root, ca) }) },
    }
  },
  deliver,
}

const isAuth = (value: string): value is HttpSettings['auth'] =>
  ['bearer', 'basic', 'none', 'if-set'].includes(value)

const secretQuery = /^(?:.*[_-])?(?:token|key|secret|password|pwd|sig|signature)$/i

function checkUrl(name: string, text: string, plainHosts: readonly string[]): URL | Notice {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return badValue(name, 'url', '不是网址 / not a URL')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return badValue(name, 'url', '应以 https:// 开头 / must be https')
  if (
    url.username !== '' ||
    url.password !== '' ||
    [...url.searchParams.keys()].some(key => secretQuery.test(key))
  )
    return notice('channel-secret-in-settings', { name, key: 'url' })
  if (url.protocol === 'http:' && !mayBePlain(url.hostname, plainHosts))
    return notice('channel-not-https', { name })
  url.hash = ''
  return url
}

async function deliver(
  channel: Channel<HttpSettings>,
  parcel: Parcel,
  context: DeliveryContext,
): Promise<Outcome> {
  const { settings } = channel
  const authorization = await authorize(channel, context)
  if (typeof authorization !== 'string') return authorization
  let ca: string[] | undefined
  try {
    ca = await trustedCertificates(settings.ca, context.disk)
  } catch (error) {
    return { kind: 'retry', notice: noticeOf(error)!, mayHaveArrived: false, unreachable: true }
  }
  const home = new URL(settings.url)
  let url = home
  for (let hop = 0; ; hop++) {
    const body = multipartBody(parcel, `ligao-${context.token()}`, context.disk)
    const headers = {
      'Content-Type': body.contentType,
      'Idempotency-Key': parcel.manifest.id,
      Accept: 'application/json',
      'User-Agent': `${generator.name}/${generator.version}`,
      // To where it was given for, and nowhere else: another port or protocol of the host is another place.
      ...(authorization !== '' && url.origin === home.origin && { Authorization: authorization }),
    }
    const expectContinue = context.lastCode === 'connection-lost'
    const answer = await exchange({ url, headers, body, ca, expectContinue }, context)
    if (answer.kind === 'failure') {
      const { notice: why, mayHaveArrived, unreachable } = answer
      return { kind: 'retry', notice: why, mayHaveArrived, unreachable }
    }
    if (answer.status < 300 || answer.status > 399) return judgeAnswer(answer, url.hostname, context.now())
    const next = hop < 3 ? sameHost(url, answer.headers.location, answer.status) : undefined
    if (!(next instanceof URL)) {
      const where = next ?? url.hostname
      return { kind: 'retry', notice: notice('redirected-away', { host: where }), mayHaveArrived: false }
    }
    url = next
  }
}

// Only to the very same place, or from http up to https on it; a login page elsewhere must not get the report.
// 303 means "the answer lies there", so posting there again would be wrong.
function sameHost(from: URL, location: string | undefined, status: number): URL | string | undefined {
  if (location === undefined || ![301, 302, 307, 308].includes(status)) return undefined
  let to: URL
  try {
    to = new URL(location, from)
  } catch {
    return undefined
  }
  const upgrade = from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname
  return to.origin === from.origin || upgrade ? to : to.hostname
}

async function authorize(
  channel: Channel<HttpSettings>,
  context: DeliveryContext,
): Promise<string | Outcome> {
  const { auth, user } = channel.settings
  if (auth === 'none') return ''
  const secret = await context.secret(secretPlaceOf(channel))
  if (typeof secret === 'object')
    return { kind: 'retry', notice: secret, mayHaveArrived: false, unreachable: true }
  if (secret === undefined || secret === '') {
    if (auth === 'if-set') return ''
    const why = notice('secret-missing', { name: channel.name })
    return { kind: 'retry', notice: why, mayHaveArrived: false, unreachable: true }
  }
  if (auth === 'basic') return `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}`
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    const why = notice('secret-unusable', { name: channel.name })
    return { kind: 'retry', notice: why, mayHaveArrived: false, unreachable: true }
  }
  return `Bearer ${secret}`
}
