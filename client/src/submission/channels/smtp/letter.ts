// The e-mail of a hand-in: a Chinese subject and body that a duty officer understands without opening anything.
import * as path from 'node:path'
import { Readable } from 'node:stream'
import { oneLine } from '../../text/frontMatter'
import { personText } from '../../text/people'
import type { Manifest, Timeliness } from '../../types'
import { readableTime } from '../../zone'
import type { DeliveryContext, Parcel } from '../types'

interface Envelope {
  from: string
  to: readonly string[]
}

const short = (text: string, most: number): string => {
  const chars = [...oneLine(text)]
  return chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : chars.join('')
}

const subjectOf = ({ report, timing }: Manifest): string => {
  const unit = report.unit ? `〔${short(report.unit, 30)}〕` : ''
  const late = timing.timeliness === 'late' ? '（迟报）' : ''
  return `政务信息报送${unit}${short(report.title, 80)}${late}`
}

const words: Record<Timeliness, string> = { 'on-time': '按时报送', late: '迟报', 'no-deadline': '无时限要求' }

export function bodyOf(manifest: Manifest, zone: string): string {
  const { report, timing, files } = manifest
  const when = (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : readableTime(Date.parse(iso), zone))
  const row = (label: string, value: string | null) => (value ? [`${label}：${short(value, 200)}`] : [])
  const lines = [
    `${report.recipients.length > 0 ? `${short(report.recipients.join('、'), 100)}：` : '您好：'}`,
    '',
    '现报送政务信息一篇，正文见附件（Word 与 Markdown 内容相同）。',
    '',
    ...row('标题', report.title),
    ...row('类别', report.kind),
    ...row('报送单位', report.unit),
    ...row('拟稿人', authorsLine(report) || null),
    ...row('审核人', report.reviewer),
    ...row('签发人', report.approver),
    ...row('联系电话', report.phone),
    ...row('报送时间', when(timing.handedInAt)),
    ...row('报送时限', timing.deadline && `${when(timing.deadline)}（${words[timing.timeliness]}）`),
    ...row('迟报原因', timing.lateReason),
    `附件：${files.length} 个文件及 manifest.json（各文件校验值）`,
    '',
    `报送编号：${manifest.id}`,
    '如重复收到同一报送编号的邮件，是网络中断后的重发，内容完全相同，只需留存一份。',
  ]
  return `${lines.join('\n')}\n`
}

const authorsLine = ({ contributions, authors }: Manifest['report']): string =>
  Array.isArray(contributions) ? contributions.map(personText).join('、') : authors.join('、')

/** The same for every retry: a mailbox that knows the Message-ID does not show it twice. */
const messageIdOf = (id: string, from: string): string =>
  `<${id}@${/@([a-z0-9.-]+)$/i.exec(from)?.[1] ?? 'ligao.invalid'}>`

// Opened only when its turn comes: no file stays open when the server refuses at the door.
const lazily = (open: () => AsyncIterable<Uint8Array>): Readable =>
  Readable.from(
    (async function* () {
      yield* open()
    })(),
    { objectMode: false },
  )

export function letterOf(envelope: Envelope, parcel: Parcel, { disk }: DeliveryContext) {
  const { manifest, manifestBytes, folder } = parcel
  // What people open first comes first.
  const order = { docx: 0, report: 1, attachment: 2, image: 3 }
  const files = [...manifest.files].sort((a, b) => order[a.role] - order[b.role])
  const attachments = files.map(file => ({
    filename: path.posix.basename(file.path),
    contentType: file.role === 'report' ? 'text/markdown; charset=utf-8' : file.mediaType,
    contentTransferEncoding: 'base64' as const,
    content: lazily(() => disk.stream(path.join(folder, ...file.path.split('/')))),
  }))
  return {
    from: envelope.from,
    to: [...envelope.to],
    subject: subjectOf(manifest),
    text: bodyOf(manifest, parcel.timeZone),
    messageId: messageIdOf(manifest.id, envelope.from),
    date: new Date(manifest.createdAt),
    headers: { 'X-Ligao-Package': manifest.id },
    attachments: [
      ...attachments,
      { filename: 'manifest.json', contentType: 'application/json', content: manifestBytes },
    ],
    disableUrlAccess: true,
    disableFileAccess: true,
  }
}
