// The custom messages of server/src/protocol.ts.

import assert from 'node:assert/strict'
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver/node'
import {
  type CheckFilesResult,
  checkFilesRequest,
  type ReportCard,
  type RuleDocsResult,
  reportCardRequest,
  ruleDocsRequest,
  type SettingsInfo,
  type Status,
  settingsRequest,
  statusRequest,
} from '../../server/src/protocol'
import { disposeAll, draftUri, head, start, type TestClient, textAt } from './support/client'

const text = `${head}# 青石镇防汛\n\n青石镇高度重视防汛工作。县里也高度重视。\n`
const ask = <T>(client: TestClient, method: string, params: object) =>
  client.connection.sendRequest(method, params) as Promise<T>

describe('status', () => {
  afterEach(disposeAll)

  it('is told when it changes, and only then, to a client that wants it', async () => {
    const client = await start({ options: { status: true }, settings: () => ({ typingPause: 0 }) })
    client.open(text)
    await client.pull()
    await client.settle()
    const [first] = client.notifications
    assert.deepEqual(
      [first?.uri, first?.kind, first?.kindLabel, first?.inferred, first?.counts.warning, first?.isReport],
      [draftUri, 'brief', '动态', false, 2, true],
    )
    client.insert('。', '防汛')
    await client.pull()
    await client.settle()
    assert.equal(client.notifications.length, 1)
    client.change([{ range: client.range('县里也高度重视。'), text: '' }])
    await client.pull()
    await client.settle()
    assert.equal(client.notifications.length, 2)
    assert.ok((client.notifications[1]?.score ?? 0) > (first?.score ?? 100))
    const quiet = await start()
    quiet.open(text)
    await quiet.pull()
    await quiet.settle()
    assert.equal(quiet.notifications.length, 0)
  })

  it('answers a request; a file that is no report says so, an unknown one is null', async () => {
    const client = await start()
    client.open(text)
    client.open('# README\n\nhello\n', 'file:///w/README.md')
    assert.equal((await ask<Status>(client, statusRequest, { uri: draftUri })).counts.warning, 2)
    const other = await ask<Status>(client, statusRequest, { uri: 'file:///w/README.md' })
    assert.deepEqual([other.isReport, other.score, other.deadline], [false, null, null])
    assert.equal(await ask(client, statusRequest, { uri: 'file:///w/none.md' }), null)
  })
})

describe('report card', () => {
  afterEach(disposeAll)

  it('groups findings by family and says where each point went', async () => {
    const client = await start({ files: { 'file:///w/closed.md': text } })
    client.open(text)
    for (const uri of [draftUri, 'file:///w/closed.md']) {
      const card = await ask<ReportCard>(client, reportCardRequest, { uri })
      assert.equal(card.title, '青石镇防汛')
      assert.deepEqual(
        card.families.map(family => [family.label, family.findings.map(each => textAt(text, each.range))]),
        [['套话空话', ['高度重视', '高度重视']]],
      )
      assert.equal(card.families[0]?.findings[0]?.excerpt, '高度重视')
      const lost = card.dimensions.flatMap(each => each.deductions.map(({ title }) => [each.label, title]))
      assert.deepEqual(lost, [
        ['时效', 'report-due-soon'],
        ['文风', '套话'],
      ])
      for (const { points, full, deductions } of card.dimensions)
        assert.equal(points, full - deductions.reduce((sum, each) => sum + each.points, 0))
      assert.equal(card.score, Math.round(card.dimensions.reduce((total, each) => total + each.points, 0)))
      assert.equal(card.length, 25)
    }
    const shared = 'file:///w/shared.md'
    client.open('---\n类型: 动态\n拟稿人:\n  - 周敏: 采写\n  - 陈立（线索）\n---\n\n正文。\n', shared)
    const { authors } = await ask<ReportCard>(client, reportCardRequest, { uri: shared })
    assert.deepEqual(authors, ['周敏（采写）', '陈立（线索）'])
    assert.equal(await ask(client, reportCardRequest, { uri: 'file:///w/none.md' }), null)
  })
})

describe('checking many files', () => {
  afterEach(disposeAll)
  const files = {
    'file:///w/a.md': text,
    'file:///w/sub/b.md': `${head}查堤3.2公里。\n`,
    'file:///w/README.md': '# README\n',
    'file:///w/note.txt': '高度重视',
  }

  it('reads every Markdown file of the workspace, open ones as they are in the editor', async () => {
    const client = await start({ files })
    client.open(`${head}高度重视。高度重视。高度重视。\n`, 'file:///w/sub/b.md')
    const result = await ask<CheckFilesResult>(client, checkFilesRequest, {})
    assert.deepEqual(
      result.checked.map(({ status, diagnostics }) => [status.uri, diagnostics.length, status.version]),
      [
        ['file:///w/a.md', 2, 0],
        ['file:///w/sub/b.md', 3, 1],
      ],
    )
    assert.deepEqual(
      [result.skipped, result.unreadable, result.truncated, result.cancelled],
      [1, [], false, false],
    )
  })

  it('follows workspace folders that come and go', async () => {
    const client = await start({ files: { ...files, 'file:///other/x.md': text } })
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [{ uri: 'file:///w', name: 'w' }] },
    })
    const result = await ask<CheckFilesResult>(client, checkFilesRequest, {})
    assert.deepEqual(
      result.checked.map(each => each.status.uri),
      ['file:///other/x.md'],
    )
  })

  it('takes a list, with texts of the client and files that cannot be read', async () => {
    const client = await start({ files })
    const result = await ask<CheckFilesResult>(client, checkFilesRequest, {
      files: [{ uri: 'vscode-vfs://x/c.md', text }, { uri: 'file:///w/none.md' }],
    })
    assert.deepEqual(
      result.checked.map(each => [each.status.uri, each.diagnostics.length]),
      [['vscode-vfs://x/c.md', 2]],
    )
    assert.deepEqual(
      result.unreadable.map(each => each.uri),
      ['file:///w/none.md'],
    )
  })

  it('reports progress and stops when it is told to, with what was done', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`file:///w/${i}.md`, text]))
    for (const by of ['request', 'progress'] as const) {
      const client = await start({ files: many })
      const cancel = new CancellationTokenSource()
      const seen: string[] = []
      client.connection.onProgress(WorkDoneProgress.type, 'token', value => {
        seen.push(value.kind)
        if (value.kind !== 'report' || (value.percentage ?? 0) < 10) return
        if (by === 'request') cancel.cancel()
        else client.connection.sendNotification('window/workDoneProgress/cancel', { token: 'token' })
      })
      const result = (await client.connection.sendRequest(
        checkFilesRequest,
        { workDoneToken: 'token' },
        cancel.token,
      )) as CheckFilesResult
      assert.equal(result.cancelled, true)
      assert.ok(result.checked.length >= 3 && result.checked.length < 30, `${result.checked.length}`)
      await client.settle()
      assert.deepEqual([seen[0], seen.at(-1)], ['begin', 'end'])
    }
  })

  it('lets other requests through in between', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`file:///w/${i}.md`, text]))
    const client = await start({ files: many })
    client.open(text)
    let done = false
    const all = ask<CheckFilesResult>(client, checkFilesRequest, {}).then(() => {
      done = true
    })
    await client.pull()
    assert.equal(done, false)
    await all
  })
})

describe('rules and settings', () => {
  afterEach(disposeAll)

  it('lists the rules and gives a page', async () => {
    const client = await start({
      options: { ruleDocs: 'file:///ext/rules' },
      files: { 'file:///ext/rules/stock-phrase.md': '# 套话\n' },
    })
    const list = await ask<RuleDocsResult>(client, ruleDocsRequest, {})
    assert.deepEqual(
      list.rules.map(rule => [rule.id, rule.familyLabel]),
      [
        ['stock-phrase', '套话空话'],
        ['overdue', '时限'],
        ['throwing', '形式与安全'],
      ],
    )
    assert.equal(
      (await ask<RuleDocsResult>(client, ruleDocsRequest, { rule: 'stock-phrase' })).markdown,
      '# 套话\n',
    )
    assert.match(
      (await ask<RuleDocsResult>(client, ruleDocsRequest, { rule: 'overdue' })).markdown ?? '',
      /迟报要说明原因/,
    )
    assert.equal(await ask(client, ruleDocsRequest, { rule: 'none' }), null)
  })

  it('tells the merged settings with their origins', async () => {
    const near = 'file:///w/ligao.config.yaml'
    const client = await start({ files: { [near]: 'unit: 青石镇\n' }, settings: () => ({ dueSoonHours: 3 }) })
    const info = await ask<SettingsInfo>(client, settingsRequest, { uri: draftUri })
    assert.equal(info.values.unit, '青石镇')
    assert.deepEqual(
      [info.origins.unit, info.origins.dueSoonHours, info.origins.timeZone],
      [near, 'editor', 'default'],
    )
    assert.deepEqual(info.files, [near])
  })
})
