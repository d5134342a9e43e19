// Over the title: kind and score, the time limit, and the way to hand the report in.

import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver/node'
import type { Instant, Language } from '../../core'
import { clientCommands, type DeadlineState, type Status } from '../../protocol'
import { hasCommand } from '../client'
import { deadlineAt } from '../deadline'
import type { OpenDocument } from '../documents'
import { lineAt } from '../lines'
import { matrixOf, owesProblems } from '../matrix'
import { type Checked, checkedReport, type Feature, guarded, type Services } from '../services'
import { statusOf } from '../summary'
import { createWake } from '../wake'

export const codeLens: Feature = services => {
  const { connection, client, documents, runtime } = services
  // When the words of a lens ("35 minutes left") are next out of date, by document.
  const wordings = new Map<string, Instant | undefined>()
  const refresh = () => {
    if (client.refreshesLenses)
      connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch(error => services.log('codeLens/refresh', error))
  }
  const wake = createWake(
    runtime.clock,
    () => [...wordings.values()],
    () => false,
    refresh,
  )
  documents.listen({ closed: ({ uri }) => wordings.delete(uri) })
  connection.onCodeLens(
    guarded(services, 'codeLens', null, async ({ textDocument: { uri } }) => {
      const checked = await checkedReport(services, uri)
      if (!checked) return []
      const { document, check, settings, language } = checked
      const now = runtime.clock.now()
      wordings.set(uri, deadlineAt(check.draft, check.report, settings.settings, now).nextWordingAt)
      if (client.refreshesLenses) wake.schedule()
      return lensesOf(services, document, statusOf(checked, now), language, blanksOf(services, checked))
    }),
  )
  services.onRefresh(refresh)
  return { capabilities: { codeLensProvider: { resolveProvider: false } }, dispose: wake.dispose }
}

function lensesOf(
  services: Services,
  document: OpenDocument,
  status: Status,
  language: Language,
  blanks: number,
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
    ...(blanks > 0 ? [lens(blanksTitle(blanks, language), clientCommands.showProblemMatrix)] : []),
    ...(hasCommand(client, clientCommands.submitReport)
      ? [lens(language === 'zh' ? '报送' : 'Hand in', clientCommands.submitReport)]
      : []),
  ]
}

/** Cells of the problem matrix that are still empty, where somebody can be shown them. */
function blanksOf({ client }: Services, checked: Checked): number {
  if (!hasCommand(client, clientCommands.showProblemMatrix) || !owesProblems(checked)) return 0
  return matrixOf(checked).blanks
}

const blanksTitle = (blanks: number, language: Language) =>
  language === 'zh' ? `对照表 ${blanks}处未填` : `Problem matrix: ${blanks} blank`

function summaryTitle({ kindLabel, inferred, score, counts }: Status, language: Language): string {
  const serious = counts.error + counts.warning
  const all = serious + counts.information + counts.hint
  return language === 'zh'
    ? `${kindLabel}${inferred ? '（推断）' : ''} · ${score === null ? '—' : `${score}分`} · ${all === 0 ? '没有发现问题' : `${all}处提示`}`
    : `${kindLabel}${inferred ? ' (inferred)' : ''} · ${score === null ? '—' : `${score} points`} · ${all} findings`
}

function deadlineTitle({ due, standing, state }: DeadlineState, language: Language): string {
  const zh = language === 'zh'
  // Month, day, hour and minute of the ISO instant: they are in the zone of the settings already.
  const [, month, day, clock] = /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(due) ?? []
  const at = zh ? `${Number(month)}月${Number(day)}日 ${clock}` : `${due.slice(0, 10)} ${clock}`
  if (state === 'met' || state === 'missed' || state === 'submitted') return standing
  return zh ? `报送时限 ${at}，${standing}` : `Due ${at}, ${standing}`
}

/** The line of the first heading, of the title in the front matter, or the first. */
function titleLine({ draft, lines }: OpenDocument): number {
  const heading = draft.blocks.find(({ block }) => block.context.type === 'heading')
  const title = draft.frontMatter?.entries.get('标题')
  return lineAt(lines, heading?.start ?? title?.key.start ?? 0)
}
