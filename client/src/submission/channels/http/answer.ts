// What an intake's answer means, by the contract in docs/intake-openapi.yaml: delivered, refused, or try again.
import { notice } from '../../messages'
import { oneLine } from '../../text/frontMatter'
import type { Outcome } from '../types'
import type { Answer } from './exchange'

// 407 is the proxy's word, not the receiver's.
const passing = new Set([407, 408, 409, 425, 429])

export function judgeAnswer(answer: Answer, host: string, now: number): Outcome {
  const { status } = answer
  if (status === 200 || status === 201) return receiptOf(answer, host)
  if (status >= 400 && status < 500 && !passing.has(status)) return refusal(answer)
  const afterMs = retryAfter(answer.headers['retry-after'], now)
  if (status === 407)
    return {
      kind: 'retry',
      notice: notice('proxy-failed', { host, detail: '407' }),
      mayHaveArrived: false,
      unreachable: true,
    }
  if (status === 429 || (status === 503 && afterMs !== undefined) || status === 425)
    return {
      kind: 'retry',
      notice: notice('server-busy', { status, wait: waitWords(afterMs) }),
      afterMs,
      mayHaveArrived: false,
    }
  if (status === 408 || status === 409 || status >= 500)
    return { kind: 'retry', notice: notice('server-error', { status }), afterMs, mayHaveArrived: true }
  return { kind: 'retry', notice: notice('unclear-receipt'), afterMs, mayHaveArrived: true }
}

function receiptOf(answer: Answer, host: string): Outcome {
  if (answer.incomplete === 'too-large')
    return { kind: 'retry', notice: notice('response-too-large', { host }), mayHaveArrived: true }
  const receipt = answer.incomplete === 'no' ? receiptIn(answer.body) : undefined
  return receipt === undefined
    ? { kind: 'retry', notice: notice('unclear-receipt'), mayHaveArrived: true }
    : { kind: 'delivered', receipt }
}

// It goes into front matter, ledger and screen: one line, of sane length, exactly as given.
function receiptIn(body: Buffer): string | undefined {
  const value = jsonField(body, ['receipt'])
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  if (typeof text !== 'string' || text.trim() === '' || text.length > 200) return undefined
  return oneLine(text) === text.trim() ? text.trim() : undefined
}

function jsonField(body: Buffer, names: readonly string[]): unknown {
  try {
    const value: unknown = JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const name = names.find(each => Object.hasOwn(value, each))
    return name === undefined ? undefined : (value as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

function refusal(answer: Answer): Outcome {
  const { status } = answer
  const said = jsonField(answer.body, ['message', 'error', 'detail', 'title'])
  const words = typeof said === 'string' ? oneLine(said).slice(0, 150) : ''
  const detail = words === '' ? '' : `对方说：“${words}”。`
  const values = { status, detail }
  switch (status) {
    case 401:
    case 403:
      return { kind: 'refused', notice: notice('refused-unauthorized', values) }
    case 404:
    case 410:
      return { kind: 'refused', notice: notice('refused-not-found', values) }
    case 413:
      return { kind: 'refused', notice: notice('refused-too-large', values) }
    default:
      return { kind: 'refused', notice: notice('refused', values) }
  }
}

/** Seconds or an HTTP date; undefined for anything else. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const at = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

const waitWords = (ms: number | undefined): string => {
  if (ms === undefined) return '稍后'
  return ms < 90_000 ? `${Math.max(1, Math.ceil(ms / 1000))} 秒` : `${Math.ceil(ms / 60_000)} 分钟`
}
