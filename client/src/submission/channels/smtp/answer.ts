// What a mail server's answer means: 5xx is a refusal, 4xx and a broken connection are tried again.
import { errorCode } from '../../disk'
import { notice } from '../../messages'
import { oneLine } from '../../text/frontMatter'
import { certificateWords, isTlsFailure, networkFailure, rootCode, seconds } from '../networkNotice'
import type { DeliveryLimits, Outcome } from '../types'

interface MailError {
  responseCode?: number
  response?: string
  command?: string
}

/** The server's own queue number where it says one, so that an administrator can find the mail. */
export function mailReceipt(response: string, id: string): string {
  const queued = /(?:queued as|id=|queue id:?|ok:? id=)\s*<?([A-Za-z0-9._-]{4,80})/i.exec(
    oneLine(response),
  )?.[1]
  return queued ? `MAIL-${queued}` : `MAIL-${id.slice(4, 16).toUpperCase()}`
}

export function mailFailure(
  error: unknown,
  host: string,
  limits: DeliveryLimits,
  timedOut: boolean,
): Outcome {
  const { responseCode = 0, response = '', command = '' } = error as MailError
  const code = errorCode(error)
  // After the data was sent, only an answer tells whether it was taken.
  const mayHaveArrived = command === 'DATA' || timedOut
  const status = responseCode || code
  const words = oneLine(String(response)).slice(0, 150)
  const detail = words === '' ? '' : `对方说：“${words}”。`
  if (timedOut)
    return {
      kind: 'retry',
      notice: notice('total-timeout', { host, seconds: seconds(limits.totalMs) }),
      mayHaveArrived,
    }
  if (responseCode >= 500 && (code === 'EAUTH' || responseCode === 535 || responseCode === 530))
    return { kind: 'refused', notice: notice('refused-unauthorized', { status, detail }) }
  // 5xx to the greeting or to STARTTLS is the server's state, not a word about this mail.
  if (responseCode >= 500 && responseCode < 600 && code !== 'ETLS' && command !== 'CONN')
    return { kind: 'refused', notice: notice('mail-refused', { status, detail }) }
  if (responseCode >= 400 && responseCode < 500)
    return { kind: 'retry', notice: notice('server-error', { status }), mayHaveArrived: false }
  if (code === 'ETLS' || code === 'EREQUIRETLS') return tlsOutcome(error, host)
  if (code === 'EPROTOCOL' || code === 'ECONNECTION')
    return { kind: 'retry', notice: notice('connection-lost', { host }), mayHaveArrived, unreachable: true }
  const failure = networkFailure(error, host, limits.connectMs)
  return { kind: 'retry', notice: failure.notice, mayHaveArrived, unreachable: failure.unreachable }
}

// "Not offered" and "offered, but the certificate is wrong" want different things from the writer.
function tlsOutcome(error: unknown, host: string): Outcome {
  const cause = rootCode(error)
  const what = isTlsFailure(cause)
    ? notice('tls-untrusted', { host, detail: certificateWords(cause) })
    : notice('tls-required', { host })
  return { kind: 'retry', notice: what, mayHaveArrived: false, unreachable: true }
}
