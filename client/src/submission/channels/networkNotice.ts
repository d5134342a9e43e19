// Turns what the network stack says into what a writer understands, and tells "nobody answered" from the rest.
import { errorCode } from '../disk'
import { type Notice, notice } from '../messages'

const offline = new Set(['ENETUNREACH', 'ENETDOWN', 'EAI_AGAIN', 'ENONET', 'EADDRNOTAVAIL'])
const unknownHost = new Set(['ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME', 'EDNS', 'EAI_FAIL'])
const noAnswer = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN'])
const slow = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT'])

/** Certificate and handshake failures: nothing of the report has left. */
export const isTlsFailure = (code: string): boolean =>
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE|CRL_)/.test(
    code,
  )

const certificateTroubles: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: '自签的证书，没有可信机构担保',
  SELF_SIGNED_CERT_IN_CHAIN: '证书链里有自签的证书',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '缺少上级证书',
  UNABLE_TO_GET_ISSUER_CERT: '缺少上级证书',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: '缺少上级证书',
  CERT_HAS_EXPIRED: '证书已过期，也可能是本机日期不对',
  CERT_NOT_YET_VALID: '证书还没有生效，也可能是本机日期不对',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书是发给别的地址的',
}

/** The trouble in words, and its code for whoever is asked for help. */
export const certificateWords = (code: string): string => {
  const words = certificateTroubles[code]
  return words ? `${words}，${code}` : code
}

export interface NetworkFailure {
  notice: Notice
  unreachable: boolean
}

export function networkFailure(error: unknown, host: string, connectMs: number): NetworkFailure {
  // Happy eyeballs gathers one error an address.
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const code = rootCode(inner)
  if (offline.has(code)) return { notice: notice('offline'), unreachable: true }
  if (unknownHost.has(code)) return { notice: notice('host-not-found', { host }), unreachable: true }
  if (noAnswer.has(code)) return { notice: notice('connection-refused', { host }), unreachable: true }
  if (slow.has(code))
    return { notice: notice('connect-timeout', { host, seconds: seconds(connectMs) }), unreachable: true }
  if (isTlsFailure(code))
    return { notice: notice('tls-untrusted', { host, detail: certificateWords(code) }), unreachable: true }
  return { notice: notice('connection-lost', { host }), unreachable: false }
}

// nodemailer puts its own code (ESOCKET) over the one that says what happened.
export function rootCode(error: unknown): string {
  const { originalCode } = (error ?? {}) as { originalCode?: unknown }
  return typeof originalCode === 'string' ? originalCode : errorCode(error)
}

export const seconds = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1000))
