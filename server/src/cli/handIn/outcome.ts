// What became of each draft that was handed in at the terminal: the form that `--format json` prints, and as text.

import path from 'node:path'
import type * as submission from '../../../../client/src/submission'
import type { Finding } from '../../core'
import { positionsOf } from '../format/positions'
import { messageOf } from '../format/result'
import type { CheckedDraft } from './draft'

export interface Outcome {
  readonly file: string
  readonly title: string
  readonly outcome: 'delivered' | 'queued' | 'refused' | 'cancelled' | 'stopped'
  readonly receipt: string | null
  readonly id: string | null
  readonly channel: string
  readonly messages: readonly { readonly code: string; readonly text: string }[]
}

export function stoppedOutcome(
  { shown, report, errors, handIn }: CheckedDraft,
  channel: string,
  answer: submission.Accepted,
): Outcome {
  const notices = answer.notices.filter(({ code }) => code !== 'has-errors')
  // A marked text is named by its place only.
  const isMarked = notices.some(({ code }) => code.startsWith('classified'))
  const own = isMarked
    ? []
    : errors.flatMap(each => [messageOfError(each), ...placesOf(each, handIn.text ?? '')])
  const none = report.isReport
    ? []
    : [
        {
          code: 'not-a-report',
          text: `${report.classification.reason[0]}。如果是政务信息稿，请在文首写明“类型”。`,
        },
      ]
  // Delivered from this spool before, and its entry was cleared away since: the receipt is in the ledger.
  const receipt = answer.outcome === 'known' ? (answer.receipt ?? null) : null
  return {
    file: shown,
    title: path.basename(handIn.file),
    outcome: receipt === null ? 'stopped' : 'delivered',
    receipt,
    id: null,
    channel,
    messages: [...none, ...own, ...notices.map(({ code, zh }) => ({ code, text: zh }))],
  }
}

const messageOfError = (error: Finding) => ({ code: error.rule, text: messageOf(error, 'zh') })

/** Where one line tells many places, each of them. */
function placesOf({ gathered, reasons = [] }: Finding, text: string): Outcome['messages'] {
  if (!gathered || reasons.length === 1) return []
  const position = positionsOf(text)
  return reasons.map(({ rule, start, what }) => ({
    code: rule,
    text: `第${position(start).line + 1}行：${what[0]}`,
  }))
}

export function entryOutcome(file: string, entry: submission.EntryView): Outcome {
  const { state, title, receipt, id, channel, notice, remarks } = entry
  return {
    file,
    title,
    outcome: state === 'sending' ? 'queued' : state,
    receipt,
    id,
    channel,
    messages: [...(notice ? [notice] : []), ...remarks].map(({ code, zh }) => ({ code, text: zh })),
  }
}

const names: Readonly<Record<Outcome['outcome'], string>> = {
  delivered: '已送达',
  queued: '待报',
  refused: '被退回',
  cancelled: '已取消',
  stopped: '没有报送',
}

export function textOf(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return '没有等待报送的稿件。\n'
  return outcomes
    .map(({ file, title, outcome, receipt, channel, messages }) => {
      const head = `${names[outcome]}  ${file || title}${receipt ? `  回执号 ${receipt}` : ''}  （${channel}）`
      const shown = outcome === 'delivered' && receipt ? messages.slice(1) : messages
      return [head, ...shown.map(({ text }) => `  ${text}`)].join('\n')
    })
    .join('\n')
    .concat('\n')
}
