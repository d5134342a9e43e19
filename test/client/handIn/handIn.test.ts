// What the editor decides before a hand-in, and what its pages say: without VS Code.

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { channelsOf, needsSecret, plainHostsOf } from '../../../client/src/features/handIn/channels'
import { provideLibrary } from '../../../client/src/features/handIn/library'
import { originsIn } from '../../../client/src/features/handIn/origins'
import {
  blockingErrors,
  type CheckedDraft,
  chooseChannel,
  deadlineFor,
  onlyReasonMissing,
  preflightOf,
} from '../../../client/src/features/handIn/preflight'
import { preflightPage } from '../../../client/src/features/handIn/preflightPage'
import { submissionPage } from '../../../client/src/features/handIn/submissionPage'
import { lineOf, needsSomebody, reasonOf } from '../../../client/src/features/handIn/words'
import * as submission from '../../../client/src/submission'
import type { CardFinding, ReportCard } from '../../../server/src/protocol'

provideLibrary(submission)
const { applyEdits, lateReasonEdit, notice } = submission

const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } }
const finding = (rule: string, severity: CardFinding['severity'], excerpt = '原文'): CardFinding => ({
  rule,
  title: rule,
  severity,
  what: `出了什么 ${rule}`,
  why: '为什么',
  doNext: '怎么办',
  range,
  excerpt,
})

const card = (findings: readonly CardFinding[], more: Partial<ReportCard> = {}): ReportCard => ({
  uri: 'file:///w/a.md',
  version: 3,
  isReport: true,
  kind: 'brief',
  kindLabel: '动态',
  inferred: false,
  reason: '',
  score: 90,
  deadline: null,
  counts: {
    error: findings.filter(({ severity }) => severity === 'error').length,
    warning: findings.filter(({ severity }) => severity === 'warning').length,
    information: 0,
    hint: 0,
  },
  title: '青石镇清淤',
  authors: [],
  length: 100,
  dimensions: [],
  first: [],
  ceiling: null,
  families: [{ family: 'form', label: '格式', findings }],
  notes: [],
  ...more,
})

const draft = (
  own: ReportCard,
  blocking: submission.Notice[] = [],
  more: Partial<submission.Prepared> = {},
): CheckedDraft => ({
  uri: own.uri,
  file: 'a.md',
  card: own,
  handIn: { file: '/w/a.md', root: '/w', checked: { errors: 0, warnings: 0, ruleSet: '1' } },
  prepared: {
    id: `lg1-${'0'.repeat(40)}`,
    title: '青石镇清淤',
    text: '',
    form: { 标题: ['青石镇清淤'], 联系电话: ['0839-5550112'] },
    files: [],
    bytes: 0,
    timeliness: 'no-deadline',
    blocking,
    warnings: [],
    unread: [],
    ...more,
  },
})

/** What `ligao/reportCard` says of a draft in which three blanks are left. */
const blanksLeft: CardFinding = {
  ...finding('unfilled-placeholder', 'hint', ''),
  stopsHandIn: true,
  places: [
    { range, excerpt: '【填：月日】' },
    { range: { start: { line: 8, character: 0 }, end: { line: 8, character: 2 } }, excerpt: '××' },
  ],
}

const preflight = (checked: CheckedDraft, known?: submission.EntryView) =>
  preflightOf({ ...checked, known, channelProblems: [] })

const entry = (more: Partial<submission.EntryView> = {}) =>
  ({
    schema: 'ligao/entry@1',
    key: `lg1-${'0'.repeat(40)}.${'1'.repeat(10)}`,
    id: `lg1-${'0'.repeat(40)}`,
    channel: '接收点',
    channelType: 'http',
    target: 'https://intake.example/',
    title: '青石镇<b>清淤</b>',
    unit: '青石镇',
    kind: '动态',
    authors: ['周敏'],
    acceptedAt: '2026-04-28T09:50:00+08:00',
    deadline: '2026-04-28T10:00:00+08:00',
    timeliness: 'on-time',
    lateReason: null,
    files: 1,
    bytes: 2048,
    manifestSha256: '',
    timeZone: 'Asia/Shanghai',
    state: 'queued',
    sequence: 1,
    attempts: 1,
    nextAttemptAt: Date.parse('2026-04-28T10:05:00+08:00'),
    uncertain: false,
    receipt: null,
    deliveredAt: null,
    notice: notice('offline'),
    remarks: [],
    acceptNewPlace: false,
    history: [{ sequence: 1, verb: 'accepted', at: '2026-04-28T09:50:00+08:00' }],
    packageFolder: '/spool/entries/x/package',
    ...more,
  }) as submission.EntryView

const page = (drafts: readonly ReturnType<typeof preflight>[], type = 'folder') =>
  preflightPage({
    drafts,
    unchecked: [],
    channel: { name: '报送箱', type, target: '/w/报送箱', setIn: '默认' },
    hasOtherChannels: false,
    channelRemarks: [],
    withDocx: false,
    language: 'zh-CN',
  })

describe('before a hand-in', () => {
  it('errors stop it, warnings and notes do not', () => {
    assert.equal(preflight(draft(card([finding('x', 'warning'), finding('y', 'hint')]))).state, 'ready')
    assert.equal(preflight(draft(card([finding('x', 'error')]))).state, 'stop')
    assert.equal(preflight(draft(card([], { isReport: false }))).state, 'stop')
    assert.equal(preflight(draft(card([]), [notice('report-outside', { file: 'a' })])).state, 'stop')
  })

  it('blanks stop it although they are only a hint', () => {
    const own = card([blanksLeft])
    assert.equal(preflight(draft(own)).state, 'stop')
    assert.equal(blockingErrors(own), 1)
  })

  it('lateness stops it until there is a reason, and counts once', () => {
    const late = card([finding('overdue-report', 'error')])
    const checked = draft(late, [notice('late-without-reason', { deadline: '2026-04-28 10:00' })])
    assert.equal(blockingErrors(late), 0)
    assert.equal(preflight(checked).state, 'stop')
    assert.equal(onlyReasonMissing(preflight(checked)), true)
    const worse = draft(
      card([finding('x', 'error'), finding('overdue-report', 'error')]),
      checked.prepared.blocking,
    )
    assert.equal(onlyReasonMissing(preflight(worse)), false)
    const explained = card([finding('overdue-report', 'information')])
    assert.equal(preflight(draft(explained)).state, 'ready')
  })

  it('what was handed in before is not handed in again; what came back may be', () => {
    const checked = draft(card([]))
    for (const state of ['queued', 'sending', 'delivered'] as const)
      assert.equal(preflight(checked, entry({ state })).state, 'done')
    for (const state of ['refused', 'cancelled'] as const)
      assert.equal(preflight(checked, entry({ state })).state, 'ready')
  })

  it('a corrected version of a report that was in time is not late', () => {
    const deadline = { due: '2026-04-28T10:00:00+08:00', left: 0, basis: '', standing: '', arithmetic: '' }
    assert.equal(deadlineFor(card([], { deadline: { ...deadline, state: 'met' } })), undefined)
    assert.equal(deadlineFor(card([], { deadline: { ...deadline, state: 'overdue' } })), deadline.due)
  })

  it('the reason for lateness goes where it belongs, whatever it holds', () => {
    const write = (text: string, reason: string) => {
      const edit = lateReasonEdit(text, reason)
      return edit && applyEdits(text, [edit])
    }
    assert.equal(write('---\n标题: 甲\n---\n正文', '路断了'), '---\n标题: 甲\n迟报原因: 路断了\n---\n正文')
    assert.equal(
      write('---\r\n迟报原因:\r\n标题: 甲\r\n---\r\n', '路断'),
      '---\r\n迟报原因: 路断\r\n标题: 甲\r\n---\r\n',
    )
    assert.equal(write('正文', '路断'), '---\n迟报原因: 路断\n---\n\n正文')
    assert.equal(write('---\n{标题: 甲}\n---\n', '路断'), undefined)
    assert.equal(write('---\n迟报原因: 已有\n---\n', '路断'), undefined)
    for (const reason of ['a: b\n状态: 已采用', '"引号" #井号', '- 列表', '路断\u2028了']) {
      const text = write('---\n标题: 甲\n---\n', reason)!
      const { values, broken } = submission.readFrontMatter(text)!
      assert.equal(broken, undefined)
      assert.deepEqual(values.状态, undefined)
      assert.deepEqual(values.迟报原因, [reason.replace(/\s+/g, ' ')])
    }
  })
})

describe('channels', () => {
  const request = (values: Record<string, unknown>, origin = 'editor') =>
    channelsOf({ values, origins: { channels: origin }, root: path.resolve('/w/稿件'), plainHosts: [] })

  it('without any setting there is a folder in the workspace', () => {
    const { channels, setIn } = request({ channels: [] })
    assert.equal(setIn, 'default')
    assert.deepEqual(
      channels.map(({ channel }) => [channel.name, channel.type, channel.target]),
      [['报送箱', 'folder', path.resolve('/w/稿件/报送箱')]],
    )
  })

  it('a path in a settings file counts from that file, and names the same place everywhere', () => {
    const file = pathToFileURL(path.resolve('/w/ligao.config.yaml')).href
    const { channels } = request({ channels: [{ name: '盘', type: 'folder', path: '收稿' }] }, file)
    assert.equal(channels[0]!.channel.target, path.resolve('/w/收稿'))
    assert.equal(channels[0]!.source.raw.path, path.resolve('/w/收稿'))
  })

  it('garbage is left out with a word, the good ones work', () => {
    const { channels, problems } = request({
      channels: [7, null, { name: 'x', type: '?' }, { name: '盘', type: 'folder', path: 'a' }],
    })
    assert.deepEqual(
      channels.map(({ channel }) => channel.name),
      ['盘'],
    )
    assert.equal(problems.length, 3)
  })

  it('only the user’s own settings open a host to plain http', () => {
    assert.deepEqual(
      plainHostsOf([
        { type: 'http', url: 'http://oa.local/x' },
        { type: 'http', url: 'https://safe.local/' },
        { type: 'smtp', host: 'mail.local', security: 'none' },
        { type: 'http', url: 'nonsense' },
        null,
      ]),
      ['oa.local', 'mail.local'],
    )
    assert.deepEqual(plainHostsOf('x'), [])
  })

  it('the wish goes first, then what is set, then the one used last', () => {
    const { channels } = request({
      channels: ['甲', '乙', '丙'].map(name => ({ name, type: 'folder', path: name })),
    })
    const chosen = (...wishes: (string | undefined)[]) => chooseChannel(channels, ...wishes)?.channel.name
    assert.equal(chosen('丙', '乙'), '丙')
    assert.equal(chosen(undefined, '', '乙'), '乙')
    assert.equal(chosen(undefined, '没有'), '甲')
  })

  it('knows who asks for a secret', () => {
    const { channels } = request({
      channels: [
        { name: 'a', type: 'http', url: 'https://a.example/', auth: 'bearer' },
        { name: 'b', type: 'http', url: 'https://b.example/' },
        { name: 'c', type: 'smtp', host: 'm.example', from: 'a@b.cn', to: 'c@d.cn', user: 'a' },
        { name: 'd', type: 'folder', path: 'd' },
      ],
    })
    assert.deepEqual(
      channels.map(({ channel }) => needsSecret(channel)),
      [true, false, true, false],
    )
  })
})

describe('what is remembered of a hand-in', () => {
  it('comes back as it was; a damaged one is as none', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ligao-origins-'))
    try {
      const origins = originsIn(path.join(folder, 'origins'))
      const origin = {
        draft: 'file:///w/a.md',
        channel: { raw: { name: '盘' }, base: '/w', plainHosts: [] },
        timeZone: 'Asia/Shanghai',
        written: false,
      }
      assert.equal(await origins.read('k'), undefined)
      await origins.save('k', origin)
      await origins.save('k', { ...origin, written: true })
      assert.deepEqual(await origins.read('k'), { ...origin, written: true })
      assert.deepEqual(readdirSync(path.join(folder, 'origins')), ['k.json'])
      writeFileSync(path.join(folder, 'origins', 'k.json'), '{"draft":')
      assert.equal(await origins.read('k'), undefined)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a record that somebody edited by hand', () => {
  const values = [null, 1, -1, 1e300, '', '甲', true, [], ['甲', 1], [{}], {}, { code: 'x' }]

  it('is shown, or set aside, whatever stands in any of its fields; the ledger goes on', async function () {
    this.timeout(120_000)
    const root = mkdtempSync(path.join(tmpdir(), 'ligao-edited-'))
    try {
      const file = path.join(root, '汛情.md')
      writeFileSync(file, '---\n标题: 汛情\n---\n\n正文。\n')
      const { channels } = submission.parseChannels([{ name: '报送箱', type: 'folder', path: '箱' }], {
        root,
        plainHosts: [],
      })
      const { spool } = await submission.openSpool(path.join(root, 'spool'))
      const handIn = { file, root, checked: { errors: 0, warnings: 0, ruleSet: 'test' } }
      const taken = await submission.accept(spool, handIn, channels[0]!, { trusted: true })
      assert.ok(taken.outcome === 'accepted')
      const folder = path.dirname(taken.entry.packageFolder)
      const counts = { shown: 0, aside: 0 }
      for (const name of ['entry.json', 'status.json']) {
        const original = readFileSync(path.join(folder, name), 'utf8')
        const fields = JSON.parse(original) as Record<string, unknown>
        for (const key of Object.keys(fields))
          for (const value of [...values, undefined]) {
            writeFileSync(path.join(folder, name), JSON.stringify({ ...fields, [key]: value }))
            const { entries, setAside } = await submission.listEntries(spool)
            assert.equal(entries.length + setAside.length, 1, `${name} ${key} ${JSON.stringify(value)}`)
            for (const entry of entries) {
              lineOf(entry, 0)
              reasonOf(entry)
              needsSomebody(entry)
              submissionPage({ entry, files: [], hasDraft: true, now: 0, language: 'zh-CN' })
              await submission.completeLedger(spool)
              counts.shown++
            }
            for (const { folder: aside } of setAside) {
              rmSync(path.join(aside, '为什么在这里.txt'))
              renameSync(aside, folder)
              counts.aside++
            }
          }
        writeFileSync(path.join(folder, name), original)
      }
      assert.ok(counts.shown > 30 && counts.aside > 300, JSON.stringify(counts))
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})

describe('the pages', () => {
  it('have no scripts, and texts of drafts and servers are text', () => {
    const nasty = '<script>x</script>"\'&'
    const html = [
      page([preflight(draft(card([finding('x', 'warning', nasty)]), [], { title: nasty }))]),
      submissionPage({
        entry: entry({ title: nasty, notice: { ...notice('refused'), zh: nasty }, state: 'refused' }),
        files: [{ path: nasty }],
        hasDraft: true,
        now: 0,
        language: 'zh-CN',
      }),
    ]
    for (const each of html) {
      assert.doesNotMatch(each, /<script/)
      assert.match(each, /&#60;script&#62;/)
      assert.match(each, /default-src 'none'/)
    }
  })

  it('a clean draft can be confirmed at once; a blocked one cannot, and leads to the place', () => {
    assert.match(page([preflight(draft(card([])))]), /command:ligao\.confirmHandIn/)
    const blocked = page([preflight(draft(card([finding('x', 'error')])))])
    assert.doesNotMatch(blocked, /command:ligao\.confirmHandIn/)
    assert.match(blocked, /command:ligao\.reveal\?[^"]*%22line%22%3A4/)
    assert.match(blocked, /第 5 行/)
  })

  it('blanks are listed one by one, each with the way to it', () => {
    const html = page([preflight(draft(card([blanksLeft])))])
    assert.match(html, /还不能报送/)
    assert.match(html, /第 5 行<\/a> 【填：月日】/)
    assert.match(html, /第 9 行<\/a> ××/)
  })

  it('a mail says that the Word document goes with it', () => {
    const clean = [preflight(draft(card([])))]
    assert.match(page(clean, 'smtp'), /Word 文档<\/th><td>报送时生成/)
    assert.doesNotMatch(page(clean), /报送时生成/)
  })

  it('nothing of a marked draft is shown', () => {
    const marked = draft(
      card([finding('x', 'error', '库区值守')]),
      [notice('classified-mark', { line: 3 })],
      {
        title: '关于库区的情况',
      },
    )
    const html = page([preflight(marked)])
    assert.match(html, /密级标志/)
    assert.doesNotMatch(html, /库区|confirmHandIn/)
  })

  it('personal information that leaves is listed; what is an error does not leave', () => {
    const html = page([preflight(draft(card([finding('personal-information', 'warning', '13800138000')])))])
    assert.match(html, /随稿带出的个人信息[\s\S]*13800138000[\s\S]*0839-5550112/)
  })

  it('a hand-in that waits says when it is tried again, and offers to', () => {
    const html = submissionPage({
      entry: entry(),
      files: [],
      hasDraft: false,
      now: Date.parse('2026-04-28T10:00:30+08:00'),
      language: 'zh-CN',
    })
    assert.match(html, /10:05 再试/)
    assert.match(html, /现在重试/)
    assert.match(html, /连不上网络/)
    assert.doesNotMatch(html, /打开稿件/)
  })

  it('late or on time is judged by the arrival', () => {
    const at = (deliveredAt: string) =>
      lineOf(entry({ state: 'delivered', receipt: 'R-1', deliveredAt, notice: null }), 0)
    assert.match(at('2026-04-28T09:59:00+08:00'), /按时/)
    assert.match(at('2026-04-28T10:01:00+08:00'), /迟报/)
  })

  it('only what does not pass by itself asks for somebody', () => {
    assert.equal(needsSomebody(entry()), false)
    assert.equal(needsSomebody(entry({ notice: notice('secret-missing', { name: 'a' }) })), true)
    assert.equal(needsSomebody(entry({ state: 'refused' })), true)
    assert.equal(needsSomebody(entry({ notice: null })), false)
  })
})
