// The pre-flight page as HTML: what must be mended, what to look at, what goes out and where to. No VS Code in here.

import type { CardFinding, DeadlineState } from '../../../../server/src/protocol'
import { say, t } from '../../l10n'
import type { FormKey } from '../../submission'
import { button, escapeHtml, link, page, type Row, table } from './html'
import { library } from './library'
import { type Preflight, sorted } from './preflight'
import { timeOf, typeName } from './words'

export interface PreflightView {
  readonly drafts: readonly Preflight[]
  /** Drafts that could not be checked at all. */
  readonly unchecked: readonly { readonly uri: string; readonly file: string; readonly problem: string }[]
  readonly channel:
    | { readonly name: string; readonly type: string; readonly target: string; readonly setIn: string }
    | undefined
  readonly hasOtherChannels: boolean
  readonly channelRemarks: readonly string[]
  readonly withDocx: boolean
  /** Something to say about what was done last. */
  readonly message?: string
  readonly language: 'zh-CN' | 'en'
}

export function preflightPage(view: PreflightView): string {
  const { drafts, unchecked, language } = view
  const title = t('报送前核对')
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    view.message ? `<p class="lead look" role="status">${escapeHtml(view.message)}</p>` : '',
    lead(view),
    actions(view),
    ...drafts.map(draft => draftPart(draft, view)),
    ...unchecked.map(
      ({ file, problem }) => `<h2>${escapeHtml(file)}</h2><p class="bad">${escapeHtml(problem)}</p>`,
    ),
    channelPart(view),
    drafts.some(draft => draft.state === 'ready') ? actions(view) : '',
  ]
  return page(language, title, body.join('\n'))
}

function lead({ drafts, unchecked }: PreflightView): string {
  const { ready, stopped, done } = sorted(drafts)
  const says = (kind: '' | 'stop' | 'look', text: string) =>
    `<p class="lead ${kind}" role="status"><strong>${escapeHtml(text)}</strong></p>`
  if (drafts.length + unchecked.length > 1) {
    const toMend = stopped.length + unchecked.length
    const words = [
      t('{0} 篇可以报送', ready.length),
      toMend > 0 ? t('{0} 篇要先修改', toMend) : '',
      done.length > 0 ? t('{0} 篇已经报过', done.length) : '',
    ]
    const text = words.filter(word => word).join(t('，'))
    return says(ready.length === 0 ? 'stop' : toMend > 0 ? 'look' : '', text)
  }
  const [draft] = drafts
  if (!draft) return says('stop', t('不能报送。'))
  if (draft.state === 'done') return says('look', knownText(draft))
  if (draft.state !== 'ready')
    return says(
      'stop',
      t('还不能报送：有 {0} 处必须先改。', draft.errors.length + draft.blocking.length || 1),
    )
  const remarks = draft.warnings.length + draft.remarks.length
  if (remarks > 0) return says('look', t('可以报送，但有 {0} 条提醒，请先看一遍。', remarks))
  if (draft.prepared.timeliness === 'late') return says('look', t('可以报送，会记为迟报。'))
  return says('', t('没有发现问题，可以报送。'))
}

function knownText({ known }: Preflight): string {
  if (known?.state !== 'delivered') return t('这一稿已在报送队列里，不会重复发送。')
  return t(
    '这一稿已经报送过，不再重发。回执号 {0}，{1} 送达。',
    known.receipt ?? '',
    timeOf(known.deliveredAt, known.timeZone),
  )
}

function actions({ drafts, channel, hasOtherChannels, withDocx }: PreflightView): string {
  const { ready, stopped, done } = sorted(drafts)
  const [known] = drafts.length === 1 ? done : []
  const parts = [
    known?.known ? button(t('查看'), 'ligao.openSubmission', known.known.key) : '',
    ready.length > 0 && channel
      ? button(drafts.length > 1 ? t('确认报送 {0} 篇', ready.length) : t('确认报送'), 'ligao.confirmHandIn')
      : '',
    ready.length === 0 && stopped.length > 0 ? button(t('重新核对'), 'ligao.changeHandIn', 'check') : '',
    hasOtherChannels ? button(t('换渠道'), 'ligao.changeHandIn', 'channel') : '',
    channel && channel.type !== 'smtp' && ready.length > 0
      ? button(withDocx ? t('不附 Word 文档') : t('附上 Word 文档'), 'ligao.changeHandIn', 'docx')
      : '',
    button(known ? t('关闭') : t('先不报'), 'ligao.changeHandIn', 'close'),
  ]
  return `<p class="actions">${parts.join('')}</p>`
}

function draftPart(draft: Preflight, { drafts, channel }: PreflightView): string {
  const { prepared, card, uri } = draft
  const heading =
    drafts.length > 1
      ? `<h2>${escapeHtml(prepared.title || card.title)}</h2><p class="hint">${escapeHtml(stateLine(draft))}</p>`
      : `<h2>${escapeHtml(prepared.title || card.title)}</h2>`
  // A marked text must not be copied into anything, this page included.
  if (draft.state === 'classified')
    return `<h2>${escapeHtml(draft.file)}</h2><ul>${draft.blocking
      .filter(({ code }) => code.startsWith('classified'))
      .map(each => `<li class="stop"><p>${escapeHtml(say(each))}</p></li>`)
      .join('')}</ul>`
  const blocks = [
    ...(card.isReport ? [] : [() => notAReport(draft)]),
    ...draft.errors.map(each => () => finding(uri, each, 'stop')),
    ...draft.blocking.map(
      each => () =>
        `<li class="stop"><p>${escapeHtml(say(each))}${
          each.code === 'late-without-reason'
            ? ` ${link(t('填写迟报原因'), 'ligao.changeHandIn', 'reason', uri)}`
            : each.code === 'secret-missing'
              ? ` ${link(t('设置口令'), 'ligao.setChannelSecret', channel?.name)}`
              : ''
        }</p></li>`,
    ),
  ]
  const looks = [
    ...draft.warnings.map(each => () => finding(uri, each, 'look')),
    ...draft.remarks.map(each => () => `<li class="look"><p>${escapeHtml(say(each))}</p></li>`),
  ]
  const minor = card.counts.information + card.counts.hint
  return [
    heading,
    list(t('必须先改'), blocks),
    list(t('提醒'), looks),
    minor > 0
      ? `<p class="hint">${escapeHtml(t('另有 {0} 条提示和建议，', minor))}${link(t('见体检单'), 'ligao.showReportCard', uri)}</p>`
      : '',
    personalPart(draft),
    table(elementRows(draft), t('报送要素')),
    table(fileRows(draft, channel?.type), t('报出去的文件')),
  ].join('\n')
}

function stateLine(draft: Preflight): string {
  if (draft.state === 'done') return knownText(draft)
  return draft.state === 'ready' ? t('可以报送') : t('要先修改，这次不报')
}

/** Items are made only where they are shown: a long draft may have thousands. */
function list(heading: string, items: readonly (() => string)[]): string {
  if (items.length === 0) return ''
  const shown = items.slice(0, most).map(item => item())
  const more =
    items.length > most
      ? `<p class="hint">${escapeHtml(t('还有 {0} 条没有列出。', items.length - most))}</p>`
      : ''
  return `<h3>${escapeHtml(heading)}（${items.length}）</h3><ul>${shown.join('')}</ul>${more}`
}

/** A longer list is not read; the report card has them all. */
const most = 40

const notAReport = ({ card, uri }: Preflight): string =>
  `<li class="stop"><p>${escapeHtml(card.reason)}。${escapeHtml(t('砺稿没有检查这个文件。如果它是政务信息稿，请写明类型：'))} ${link(t('选择类型'), 'ligao.changeKind', uri)}</p></li>`

const place = (uri: string, { range }: CardFinding): string =>
  link(t('第 {0} 行', range.start.line + 1), 'ligao.reveal', uri, range)

const finding = (uri: string, each: CardFinding, kind: 'stop' | 'look'): string =>
  `<li class="${kind}"><p>${place(uri, each)} <strong>${escapeHtml(each.what)}</strong>${
    each.excerpt && each.rule !== 'classified-content' ? `：${escapeHtml(each.excerpt)}` : ''
  }</p>${placesOf(uri, each)}<p>${escapeHtml(t('怎么改：'))}${escapeHtml(each.doNext)}。</p></li>`

/** Where one line tells many places, each of them, with the way there. */
function placesOf(uri: string, { places = [] }: CardFinding): string {
  if (places.length === 0) return ''
  const items = places
    .slice(0, most)
    .map(
      ({ range, excerpt }) =>
        `<li>${link(t('第 {0} 行', range.start.line + 1), 'ligao.reveal', uri, range)} ${escapeHtml(excerpt)}</li>`,
    )
  const more =
    places.length > most ? `<li>${escapeHtml(t('还有 {0} 条没有列出。', places.length - most))}</li>` : ''
  return `<ul class="places">${items.join('')}${more}</ul>`
}

function personalPart({ personal, prepared, uri }: Preflight): string {
  const phones = prepared.form.联系电话 ?? []
  // What is an error is listed above, and does not leave.
  const leaving = personal.filter(({ severity }) => severity !== 'error')
  if (leaving.length === 0 && phones.length === 0) return ''
  const items = [
    ...leaving
      .slice(0, most)
      .map(each => `${place(uri, each)} ${escapeHtml(`${each.what}：${each.excerpt}`)}`),
    ...(leaving.length > most ? [escapeHtml(t('还有 {0} 条没有列出。', leaving.length - most))] : []),
    ...(phones.length > 0 ? [escapeHtml(t('报送要素里的联系电话：{0}', phones.join('、')))] : []),
  ]
  return `<h3>${escapeHtml(t('随稿带出的个人信息'))}</h3><ul>${items.map(each => `<li class="look"><p>${each}</p></li>`).join('')}</ul>`
}

/** The elements of the hand-in form in their order; the first ones have to be there. */
const required: readonly FormKey[] = [
  '标题',
  '类型',
  '单位',
  '拟稿人',
  '审核人',
  '签发人',
  '联系电话',
  '报送对象',
]
const optional: readonly FormKey[] = ['成稿日期', '事发时间', '接报时间', '密级', '附件', '迟报原因']

function elementRows({ prepared, card, handIn }: Preflight): Row[] {
  const { form } = prepared
  const shown = [...required, ...optional.filter(key => form[key] !== undefined)]
  const rows = shown.map(key => ({ label: key, value: element(key, form[key], card.kindLabel) }))
  return [...rows, { label: t('报送时限'), value: deadlineText(card.deadline, handIn.timeZone) }]
}

function element(key: FormKey, values: readonly string[] | undefined, kindLabel: string): string {
  const text = (values ?? []).join('、')
  if (text) return escapeHtml(text)
  if (key === '类型' && kindLabel) return escapeHtml(t('{0}（按内容推断）', kindLabel))
  return `<span class="none">${escapeHtml(t('未填'))}</span>`
}

function deadlineText(deadline: DeadlineState | null, zone: string | undefined): string {
  if (!deadline) return `<span class="none">${escapeHtml(t('没有规定'))}</span>`
  const due = library().readableTime(Date.parse(deadline.due), zone)
  const isLate = deadline.state === 'overdue' || deadline.state === 'missed'
  const words = [due, deadline.standing, deadline.basis].filter(part => part).join('，')
  return isLate ? `<span class="bad">${escapeHtml(words)}</span>` : escapeHtml(words)
}

const roleName = (role: string): string =>
  ({ report: t('稿件'), image: t('图片'), attachment: t('附件') })[role] ?? role

function fileRows({ prepared, handIn }: Preflight, channelType: string | undefined): Row[] {
  const rows = prepared.files.map(file => ({
    label: roleName(file.role),
    value: escapeHtml(`${file.path}（${library().readableSize(file.bytes)}）`),
  }))
  // A mail always has it.
  return handIn.withDocx || channelType === 'smtp'
    ? [...rows, { label: t('Word 文档'), value: escapeHtml(t('报送时生成')) }]
    : rows
}

function channelPart({ channel, channelRemarks, drafts }: PreflightView): string {
  if (!channel)
    return `<h2>${escapeHtml(t('报到哪里'))}</h2><p class="bad">${escapeHtml(t('没有可用的报送渠道。'))}</p>${remarks(channelRemarks)}`
  const recipients = [...new Set(drafts.flatMap(({ prepared }) => prepared.form.报送对象 ?? []))]
  const rows = [
    { label: t('渠道'), value: escapeHtml(`${channel.name}（${typeName(channel.type)}）`) },
    { label: t('地址'), value: escapeHtml(channel.target) },
    { label: t('在哪里设置'), value: escapeHtml(channel.setIn) },
    { label: t('报送对象'), value: escapeHtml(recipients.join('、') || t('未填')) },
  ]
  return `<h2>${escapeHtml(t('报到哪里'))}</h2>${table(rows, t('渠道'))}${remarks(channelRemarks)}`
}

const remarks = (texts: readonly string[]): string =>
  texts.length === 0
    ? ''
    : `<ul>${texts.map(text => `<li class="look"><p>${escapeHtml(text)}</p></li>`).join('')}</ul>`
