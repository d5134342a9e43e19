// One hand-in as HTML: state and reason first, then what can be done, then the record. No VS Code in here.

import { say, t } from '../../l10n'
import type { EntryView, LedgerVerb } from '../../submission'
import { button, escapeHtml, link, page, type Row, table } from './html'
import { library } from './library'
import { arrivalName, nextTry, reasonOf, stateName, timeOf, typeName } from './words'

export interface SubmissionView {
  readonly entry: EntryView
  readonly files: readonly { readonly path: string }[]
  readonly hasDraft: boolean
  readonly now: number
  readonly language: 'zh-CN' | 'en'
}

export function submissionPage(view: SubmissionView): string {
  const { entry, files, language } = view
  const body = [
    `<h1>${escapeHtml(entry.title)}</h1>`,
    lead(view),
    ...reasonOf(entry).map(text => `<p>${escapeHtml(text)}</p>`),
    actions(view),
    table(recordRows(view), t('报送情况')),
    table(
      files.map(({ path }) => ({
        label: path === 'manifest.json' ? t('清单') : t('文件'),
        value: link(path, 'ligao.openPackage', entry.key, path),
      })),
      t('报送包'),
    ),
    table(historyRows(entry), t('经过')),
  ]
  return page(language, entry.title, body.join('\n'))
}

function lead({ entry, now }: SubmissionView): string {
  const kind = { queued: 'look', sending: '', delivered: '', refused: 'stop', cancelled: 'look' }[entry.state]
  const next = nextTry(entry, now)
  const words = [
    stateName(entry.state),
    arrivalName(entry),
    entry.receipt ? t('回执 {0}', entry.receipt) : '',
    next && t('{0} 再试', next),
  ]
  return `<p class="lead ${kind}" role="status"><strong>${escapeHtml(words.filter(word => word).join(' · '))}</strong></p>`
}

function actions({ entry, hasDraft }: SubmissionView): string {
  const { key, state, notice, channel } = entry
  const canRetry = state === 'queued' || state === 'refused' || state === 'cancelled'
  const parts = [
    canRetry ? button(state === 'queued' ? t('现在重试') : t('重新报送'), 'ligao.retrySubmissions', key) : '',
    notice?.code === 'folder-gone' ? button(t('使用新文件夹'), 'ligao.useNewFolder', key) : '',
    notice?.code.startsWith('secret') || notice?.code === 'refused-unauthorized'
      ? button(t('设置口令'), 'ligao.setChannelSecret', channel)
      : '',
    hasDraft ? button(t('打开稿件'), 'ligao.openSubmittedDraft', key) : '',
    state === 'queued' || state === 'sending' ? button(t('取消报送'), 'ligao.cancelSubmission', key) : '',
  ]
  return `<p class="actions">${parts.join('')}</p>`
}

function recordRows({ entry }: SubmissionView): Row[] {
  const { timeZone: zone } = entry
  const rows: readonly (readonly [string, string])[] = [
    [t('回执号'), entry.receipt ?? ''],
    [t('渠道'), `${entry.channel}（${typeName(entry.channelType)}）`],
    [t('地址'), entry.target],
    [t('单位'), entry.unit ?? ''],
    [t('类型'), entry.kind ?? ''],
    [t('拟稿人'), entry.authors.join('、')],
    [t('交出时间'), timeOf(entry.acceptedAt, zone)],
    [t('送达时间'), timeOf(entry.deliveredAt, zone)],
    [t('报送时限'), timeOf(entry.deadline, zone)],
    [t('迟报原因'), entry.lateReason ?? ''],
    [t('大小'), `${t('{0} 个文件', entry.files)}，${library().readableSize(entry.bytes)}`],
    [t('发送次数'), entry.attempts > 1 ? String(entry.attempts) : ''],
    [t('编号'), entry.id],
  ]
  return rows.filter(([, value]) => value).map(([label, value]) => ({ label, value: escapeHtml(value) }))
}

const verbName = (verb: LedgerVerb): string =>
  ({
    accepted: t('存入待报队列'),
    delivered: t('已送达'),
    refused: t('被退回'),
    cancelled: t('已取消'),
    requeued: t('重新报送'),
    'set-aside': t('记录损坏，已另放'),
    pruned: t('超过保存期，已清理稿件副本'),
  })[verb]

const historyRows = ({ history, timeZone, notice }: EntryView): Row[] =>
  history.map(({ verb, at, receipt }, index) => ({
    label: timeOf(at, timeZone),
    value: escapeHtml(
      [
        verbName(verb),
        receipt ? t('回执 {0}', receipt) : '',
        verb === 'refused' && index === history.length - 1 && notice ? say(notice) : '',
      ]
        .filter(part => part)
        .join('，'),
    ),
  }))
