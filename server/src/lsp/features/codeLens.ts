// Over the title: kind and score, the time limit, and the way to hand the report in.

import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver/node'
import type { Language } from '../../core'
import { clientCommands, type DeadlineState, type Status } from '../../protocol'
import { hasCommand } from '../client'
import type { OpenDocument } from '../documents'
import { lineAt } from '../lines'
import { checkedReport, type Feature, guarded, type Services } from '../services'
import { statusOf } from '../summary'

export const codeLens: Feature = services => {
  const { connection, client } = services
  connection.onCodeLens(
    guarded(services, 'codeLens', null, async ({ textDocument: { uri } }) => {
      const checked = await checkedReport(services, uri)
      return checked ? lensesOf(services, checked.document, statusOf(checked), checked.language) : []
    }),
  )
  services.onRefresh(() => {
    if (client.refreshesLenses)
      connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch(error => services.log('codeLens/refresh', error))
  })
  return { capabilities: { codeLensProvider: { resolveProvider: false } } }
}

function lensesOf(
  services: Services,
  document: OpenDocument,
  status: Status,
  language: Language,
): CodeLens[] {
  const line = titleLine(document)
  const range = { start: { line, character: 0 }, end: { line, character: 0 } }
  const { client } = services
  const lens = (title: string, command: string): CodeLens => ({
    range,
    // An empty command is text that cannot be clicked.
    command: { title, command: hasCommand(client, command) ? command : '', arguments: [document.uri] },
  })
  return [
    lens(summaryTitle(status, language), clientCommands.showReportCard),
    ...(status.deadline
      ? [lens(deadlineTitle(status.deadline, language), clientCommands.showReportCard)]
      : []),
    ...(hasCommand(client, clientCommands.submitReport)
      ? [lens(language === 'zh' ? '报送' : 'Hand in', clientCommands.submitReport)]
      : []),
  ]
}

function summaryTitle({ kindLabel, inferred, score, counts }: Status, language: Language): string {
  const serious = counts.error + counts.warning
  const all = serious + counts.information + counts.hint
  return language === 'zh'
    ? `${kindLabel}${inferred ? '（推断）' : ''} · ${score ?? '—'}分 · ${all === 0 ? '没有发现问题' : `${all}处提示`}`
    : `${kindLabel}${inferred ? ' (inferred)' : ''} · ${score ?? '—'} points · ${all} findings`
}

export function deadlineTitle(
  { state, left }: Pick<DeadlineState, 'state' | 'left'>,
  language: Language,
): string {
  const zh = language === 'zh'
  const span = spanText(Math.abs(left), language)
  switch (state) {
    case 'met':
      return zh ? '按时报送' : 'Handed in on time'
    case 'missed':
      return zh ? `迟报${span}` : `Handed in ${span} late`
    case 'overdue':
      return zh ? `已超时${span}` : `Overdue by ${span}`
    default:
      return zh ? `距报送时限还有${span}` : `Due in ${span}`
  }
}

function spanText(milliseconds: number, language: Language): string {
  const minutes = Math.floor(milliseconds / 60_000)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const zh = language === 'zh'
  if (days >= 3) return zh ? `${days}天` : `${days} days`
  if (minutes >= 60) {
    const rest = minutes % 60
    const whole = days * 24 + hours
    return zh ? `${whole}小时${rest ? `${rest}分` : ''}` : `${whole} h${rest ? ` ${rest} min` : ''}`
  }
  return zh ? `${minutes}分钟` : `${minutes} min`
}

/** The line of the first heading, of the title in the front matter, or the first. */
function titleLine({ draft, lines }: OpenDocument): number {
  const heading = draft.blocks.find(({ block }) => block.context.type === 'heading')
  const title = draft.frontMatter?.entries.get('标题')
  return lineAt(lines, heading?.start ?? title?.key.start ?? 0)
}
