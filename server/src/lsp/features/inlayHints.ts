// Behind a promise or a plan: the day that the words come to, and how many days are left.

import { type InlayHint, type InlayHintParams, InlayHintRefreshRequest } from 'vscode-languageserver/node'
import { type Language, type Settings, type Span, say } from '../../core'
import { type Commitment, commitmentsOf } from '../../core/report/commitments'
import { endOfDay, formatDay, humanize, wallTime } from '../../core/text/dates'
import { positionAt, spanOf } from '../lines'
import { type Checked, checkedReport, type Feature, guarded } from '../services'
import { createWake } from '../wake'

export const inlayHints: Feature = services => {
  const { connection, client, runtime } = services
  // "Days left" is wrong after midnight.
  let midnight: number | undefined
  const refresh = () => {
    if (client.refreshesHints)
      connection
        .sendRequest(InlayHintRefreshRequest.type)
        .catch(error => services.log('inlayHint/refresh', error))
  }
  const wake = createWake(
    runtime.clock,
    () => [midnight],
    () => false,
    refresh,
  )
  connection.languages.inlayHint.on(
    guarded(services, 'inlayHint', null, async (params: InlayHintParams) => {
      const checked = await checkedReport(services, params.textDocument.uri)
      if (!checked) return []
      const now = runtime.clock.now()
      const hints = hintsOf(checked, spanOf(checked.document.lines, params.range), now)
      const zone = checked.settings.settings.timeZone
      midnight = endOfDay(zone, wallTime(zone, now).day) + 1
      if (hints.length > 0 && client.refreshesHints) wake.schedule()
      return hints
    }),
  )
  services.onRefresh(refresh)
  return { capabilities: { inlayHintProvider: true }, dispose: wake.dispose }
}

function hintsOf({ document, check, settings, language }: Checked, shown: Span, now: number): InlayHint[] {
  const { draft } = check
  const status = draft.frontMatter?.entries.get('状态')?.text ?? ''
  const handedIn = /已报|已采用/.test(status) || Boolean(draft.frontMatter?.entries.get('报送时间')?.text)
  return commitmentsOf(draft, settings.settings, now, { within: shown }).all.flatMap(expression => {
    const label = labelOf(expression, settings.settings, language, handedIn ? undefined : now)
    if (!label) return []
    const tooltip = [
      expression.arithmetic ?? '',
      say(expression.reason, language),
      ...expression.ambiguities.map(each => say(each.text, language)),
    ]
    return [
      {
        position: positionAt(document.lines, expression.end),
        label,
        paddingLeft: true,
        tooltip: tooltip.filter(Boolean).join('\n'),
      },
    ]
  })
}

function labelOf(
  { nature, due, superseded, arithmetic, text, precision }: Commitment,
  { timeZone }: Settings,
  language: Language,
  now: number | undefined,
): string | undefined {
  if ((nature !== 'obligation' && nature !== 'plan') || due === null || superseded) return undefined
  const day = wallTime(timeZone, due).day
  const written = arithmetic === undefined && /\d\s*月\s*\d+\s*[日号]/.test(text)
  const date = written
    ? ''
    : `→ ${language === 'zh' ? formatDay(day) : new Date(day * 86_400_000).toISOString().slice(0, 10)}`
  const left =
    now === undefined || nature !== 'obligation'
      ? ''
      : standing(due, now, timeZone, precision !== 'minute', language)
  return [date, left].filter(Boolean).join(' · ') || undefined
}

function standing(due: number, now: number, zone: string, wholeDays: boolean, language: Language): string {
  const zh = language === 'zh'
  const days = wallTime(zone, due).day - wallTime(zone, now).day
  if (days === 0 && due >= now) {
    if (wholeDays) return zh ? '今天到期' : 'due today'
    return zh ? `还剩 ${humanize(due - now)}` : 'due today'
  }
  if (due >= now) return zh ? `还剩 ${days} 天` : `${days} days left`
  const past = Math.max(1, -days)
  return zh ? `已过 ${past} 天` : `${past} days past`
}
