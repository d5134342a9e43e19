// 待报事项: what the drafts of the workspace owe, kept true by edits, files and the clock. It is 28 April 2026, 10:00.

import assert from 'node:assert/strict'
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver/node'
import { fileKey } from '../../server/src/lsp/uri'
import {
  type DueFile,
  type DueItemsChange,
  type DueItemsResult,
  dueItemsNotification,
  dueItemsRequest,
} from '../../server/src/protocol'
import { disposeAll, type Setup, start, type TestClient, textAt } from './support/client'
import { fakeClock } from './support/clock'

const draft = (sentence: string, head = '成稿日期: 2026-04-27') =>
  `---\n标题: 青石镇清淤\n类型: 问题\n${head}\n---\n\n# 清淤\n\n${sentence}\n`

/** A client that follows the notifications, as ours does. */
async function follow(setup: Setup) {
  const client = await start(setup)
  const files = new Map<string, DueFile>()
  const changes: DueItemsChange[] = []
  client.connection.onNotification(dueItemsNotification, (change: DueItemsChange) => {
    changes.push(change)
    for (const file of change.changed) files.set(file.uri, file)
    for (const uri of change.removed) files.delete(uri)
  })
  const ask = (params = {}) =>
    client.connection.sendRequest(dueItemsRequest, params) as Promise<DueItemsResult>
  return { client, files, changes, ask }
}

/** Lets the pause after a change pass. */
async function passes(client: TestClient, milliseconds = 200) {
  await client.settle()
  client.clock.advance(milliseconds)
  await client.settle()
}

const owed = (files: ReadonlyMap<string, DueFile>) =>
  [...files.values()].flatMap(({ items }) => items.map(({ text, due }) => `${text} ${due.slice(0, 16)}`))

const uri = fileKey('file:///w/a/清淤.md')

describe('what is due in the workspace', () => {
  afterEach(disposeAll)

  it('is found in all drafts and in nothing else, with place, owner and the end of the clause', async () => {
    const text = draft('县水利局须于4月30日前完成清淤，费用由县财政承担。4月12日已清淤3.2公里。')
    const { files, ask } = await follow({
      files: {
        [uri]: text,
        'file:///w/README.md': '# 说明\n\n请于3日内安装依赖。\n',
        'file:///w/b/旧稿.md': draft('4月12日已清淤3.2公里。'),
      },
    })
    assert.deepEqual(await ask(), { looked: 3, truncated: false, cancelled: false })
    assert.deepEqual([...files.keys()], [uri])
    const [item] = files.get(uri)!.items
    assert.deepEqual(
      [item!.text, item!.nature, item!.due, item!.owner, item!.wholeDay],
      ['4月30日前', 'obligation', '2026-04-30T23:59:59+08:00', '县水利局', true],
    )
    assert.equal(textAt(text, item!.range), '4月30日前')
    assert.match(textAt(text, { start: { line: 0, character: 0 }, end: item!.doneAt! }), /完成清淤$/)
    assert.equal(item!.nearFrom, '2026-04-29T00:00:00+08:00')
    assert.equal(files.get(uri)!.title, '青石镇清淤')
  })

  it('tells of the report itself until it is handed in', async () => {
    const urgent =
      '---\n标题: 山洪\n类型: 突发初报\n接报时间: 2026-04-28 09:30\n报送时限: 1小时\n---\n\n青石镇发生山洪。\n'
    const { client, files, ask } = await follow({ files: { [uri]: urgent } })
    await ask()
    const [item] = files.get(uri)!.items
    assert.deepEqual([item!.of, item!.due, item!.wholeDay], ['report', '2026-04-28T10:30:00+08:00', false])
    assert.ok(Date.parse(item!.nearFrom) <= client.clock.now() + 15 * 60_000)
    client.open(urgent.replace('---\n\n', '报送时间: 2026-04-28 10:01\n---\n\n'), uri)
    await passes(client)
    assert.equal(files.size, 0)
  })

  it('follows an edit within 200 ms, and one notification tells of many keys', async () => {
    const { client, files, changes, ask } = await follow({ files: {} })
    await ask()
    client.open(draft('县水利局须于4月30日前完成清淤。'), uri)
    await passes(client)
    assert.deepEqual(owed(files), ['4月30日前 2026-04-30T23:59'])
    const before = changes.length
    client.insert('，5月8日前验收', '完成清淤', uri)
    client.insert('（已完成）', '完成清淤', uri)
    await passes(client)
    assert.deepEqual(owed(files), ['5月8日前 2026-05-08T23:59'])
    assert.equal(changes.length, before + 1)
    // Words elsewhere that change nothing of it are not told, unless a place moved.
    client.change([{ range: client.range('验收', uri), text: '验收合格率' }], uri)
    await passes(client)
    client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await passes(client)
    assert.equal(files.size, 0, 'closed without saving: nothing of it is on disk')
  })

  it('follows files that others write and delete', async () => {
    const { client, files, ask } = await follow({ files: { [uri]: draft('各村须于4月30日前上报。') } })
    await ask()
    assert.ok(client.asked.includes('client/registerCapability'))
    const changed = (type: 1 | 2 | 3) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })
    client.files.set(uri, draft('各村须于5月6日前上报。'))
    changed(2)
    await passes(client)
    assert.deepEqual(owed(files), ['5月6日前 2026-05-06T23:59'])
    client.files.delete(uri)
    changed(3)
    await passes(client)
    assert.deepEqual(owed(files), [])
  })

  it('an edit that comes while the workspace is read is not covered by what was read before it', async () => {
    let release: (() => void) | undefined
    const slow = draft('各村须于4月30日前上报。')
    const { client, files, ask } = await follow({
      runtime: {
        files: {
          list: async () => [uri],
          picture: async () => undefined,
          read: file =>
            file === uri
              ? new Promise(resolve => {
                  release = () => resolve(slow)
                })
              : Promise.resolve(undefined),
        },
      },
    })
    const asked = ask()
    await client.settle()
    client.open(draft('各村须于5月6日前上报。'), uri)
    await passes(client)
    release!()
    await asked
    await passes(client)
    assert.deepEqual(owed(files), ['5月6日前 2026-05-06T23:59'])
  })

  it('asked again, it finds what went unnoticed and forgets what is gone', async () => {
    const { client, files, ask } = await follow({ files: { [uri]: draft('各村须于4月30日前上报。') } })
    await ask()
    client.files.delete(uri)
    client.files.set('file:///w/b.md', draft('各村须于5月6日前上报。'))
    await ask()
    assert.deepEqual([...files.keys()], ['file:///w/b.md'])
  })

  it('shows progress, and ends when it is cancelled, with what was found until then', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`file:///w/${i}.md`, draft('各村须于4月30日前上报。')]),
    )
    const clock = fakeClock()
    let at = clock.now()
    // Each look at the clock takes a moment, so that there is something to report.
    const { client, files, ask } = await follow({
      files: many,
      runtime: { clock: { ...clock, now: () => (at += 20) } },
    })
    const seen: string[] = []
    const source = new CancellationTokenSource()
    client.connection.onProgress(WorkDoneProgress.type, 'due', value => {
      seen.push(value.kind)
      if (value.kind === 'report') source.cancel()
    })
    const result = (await client.connection.sendRequest(
      dueItemsRequest,
      { workDoneToken: 'due' },
      source.token,
    )) as DueItemsResult
    assert.deepEqual([seen[0], seen.at(-1), result.cancelled], ['begin', 'end', true])
    assert.ok(result.looked < 400 && files.size > 0, `${result.looked} looked at`)
    assert.equal((await ask()).cancelled, false)
    assert.equal(files.size, 400)
  })

  it('a refresh under the same settings looks at nothing again', async () => {
    let dueSoonHours = 6
    const { client, ask } = await follow({
      files: { [uri]: draft('各村须于5月6日前上报。') },
      settings: () => ({ dueSoonHours }),
    })
    const refresh = async () => {
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
      await passes(client)
    }
    await ask()
    let reads = 0
    const get = client.files.get.bind(client.files)
    client.files.get = key => {
      if (key === uri) reads++
      return get(key)
    }
    await refresh()
    assert.equal(reads, 0)
    dueSoonHours = 48
    await refresh()
    assert.equal(reads, 1)
  })

  it('midnight moves what counts from today, also when the machine slept over it', async () => {
    const { client, files, ask } = await follow({
      files: {
        [uri]: draft('各村须于2日内上报。', '单位: 青石镇'),
        'file:///w/b.md': draft('各村须于2日内上报。'),
      },
    })
    await ask()
    // Which file is read first is nobody's business.
    assert.deepEqual(owed(files).sort(), ['2日内 2026-04-29T23:59', '2日内 2026-04-30T23:59'])
    client.clock.advance(14 * 3_600_000 + 1000)
    await passes(client)
    assert.match(owed(files).sort().join(), /2日内 2026-04-29T23:59,2日内 2026-05-06/)
    client.clock.jump(30 * 24 * 3_600_000)
    await passes(client, 5 * 60_000 + 1000)
    assert.match(owed(files).join(), /2日内 2026-06-01T23:59/)
  })

  it('a monthly duty moves to the next month when its day has passed', async () => {
    const { client, files, ask } = await follow({ files: { [uri]: draft('每月28日前报送月报。') } })
    await ask()
    assert.deepEqual(owed(files), ['每月28日前 2026-04-28T23:59'])
    assert.equal(files.get(uri)!.items[0]!.doneAt, undefined)
    client.clock.advance(15 * 3_600_000)
    await passes(client)
    assert.deepEqual(owed(files), ['每月28日前 2026-05-28T23:59'])
  })

  it('another time zone or calendar changes what is due', async () => {
    let calendar = {}
    const { client, files, ask } = await follow({
      files: { [uri]: draft('各村须于3个工作日内上报。') },
      settings: () => ({ calendar }),
    })
    await ask()
    assert.deepEqual(owed(files), ['3个工作日内 2026-04-30T23:59'])
    calendar = { '2026-04-29': '休' }
    client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await client.settle()
    await passes(client)
    assert.deepEqual(owed(files), ['3个工作日内 2026-05-06T23:59'])
  })

  it('is silent until it is asked for', async () => {
    const { client, changes } = await follow({ files: {} })
    client.open(draft('各村须于4月30日前上报。'), uri)
    await passes(client)
    assert.deepEqual(changes, [])
    assert.equal(client.clock.pending(), 0)
  })
})
