// 内容雷同 across the workspace: read in the background, followed when files change, never in the way of typing.

import assert from 'node:assert/strict'
import { duplicateContent } from '../../server/src/core/rules/duplicate-content'
import { type CheckFilesResult, checkFilesRequest } from '../../server/src/protocol'
import { disposeAll, start, type TestClient } from './support/client'

const rules = [duplicateContent]
const old = 'file:///w/a/old.md'
const report = (title: string, date: string, street = '东街') =>
  `---\n标题: ${title}\n类型: 动态\n成稿日期: ${date}\n---\n\n青石镇组织志愿者12人走进${street}社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳，发放告知书。\n`
const draft = report('西街防溺水', '2026-04-20', '西街')
const refresh = 'workspace/diagnostic/refresh'
const refreshes = (client: TestClient) => client.asked.filter(each => each === refresh).length
const told = async (client: TestClient) =>
  (await client.items()).map(item => /《(.+?)》/.exec(String(item.message))?.[1])
const changed = (client: TestClient, uri: string, type = 2) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })
/** Lets the pause pass and the reading end. */
async function pass(client: TestClient, milliseconds = 1500) {
  await client.settle()
  client.clock.advance(milliseconds)
  for (let i = 0; i < 20; i++) await client.settle()
}

describe('earlier reports of the workspace', () => {
  afterEach(disposeAll)

  it('are read after the first answer, and the draft is judged again', async () => {
    const client = await start({ rules, files: { [old]: report('东街防溺水', '2026-04-01') } })
    client.open(draft)
    assert.deepEqual(await told(client), [])
    assert.equal(refreshes(client), 0)
    await pass(client)
    assert.equal(refreshes(client), 1)
    assert.deepEqual(await told(client), ['东街防溺水'])
  })

  it('are followed: changed, made, removed', async () => {
    const client = await start({ rules })
    client.open(draft)
    await client.items()
    await pass(client)
    assert.equal(refreshes(client), 0, 'nothing was found, so nothing changed')
    client.files.set(old, report('东街防溺水', '2026-04-01'))
    changed(client, old, 1)
    await pass(client, 300)
    assert.deepEqual(await told(client), ['东街防溺水'])
    const before = refreshes(client)
    client.files.set(old, `${report('东街防溺水', '2026-04-01')}\n详见附件。\n`)
    changed(client, old)
    await pass(client, 300)
    assert.equal(refreshes(client), before, 'nothing that is compared has changed')
    client.files.delete(old)
    changed(client, old, 3)
    await pass(client, 300)
    assert.deepEqual(await told(client), [])
  })

  it('the draft is not compared with its own file on the disk', async () => {
    const uri = 'file:///w/a/draft.md'
    const client = await start({ rules, files: { [uri]: draft } })
    client.open(draft, uri)
    await client.items(uri)
    await pass(client)
    assert.deepEqual(await client.items(uri), [])
  })

  it('checking the workspace waits for them', async () => {
    const files = { [old]: report('东街防溺水', '2026-04-01'), 'file:///w/b/new.md': draft }
    const client = await start({ rules, files })
    const result = await client.connection.sendRequest<CheckFilesResult>(checkFilesRequest, {})
    assert.deepEqual(
      result.checked.map(({ status, diagnostics }) => [status.uri, diagnostics.length]),
      [
        [old, 0],
        ['file:///w/b/new.md', 1],
      ],
    )
  })

  it('a file that cannot be read, or is no report, is passed over', async () => {
    const client = await start({
      rules,
      files: { 'file:///w/README.md': draft, [old]: report('东街防溺水', '2026-04-01') },
      runtime: {
        files: {
          read: async uri => {
            if (uri === old) throw new Error('away')
            return uri === 'file:///w/README.md' ? draft : undefined
          },
          picture: async () => undefined,
          list: async () => ['file:///w/README.md', old],
        },
      },
    })
    client.open(draft)
    await client.items()
    await pass(client)
    assert.deepEqual(await client.items(), [])
    assert.deepEqual(
      client.logs.filter(line => line.startsWith('earlier')),
      [],
    )
  })

  it('answers while a large workspace is read, and reads no more than it must', async () => {
    let read = 0
    const uris = Array.from({ length: 3000 }, (_, i) => `file:///w/b/${i}.md`)
    const client = await start({
      rules,
      runtime: {
        files: {
          read: async uri => {
            if (!uris.includes(uri)) return undefined
            read++
            return report(`第${read}篇`, '2026-04-01')
          },
          picture: async () => undefined,
          list: async (_, __, limit) => uris.slice(0, limit),
        },
      },
    })
    client.open(draft)
    await client.items()
    await client.settle()
    client.clock.advance(1500)
    await client.settle()
    await client.items()
    assert.ok(read < 1000, `an answer came only after ${read} files`)
  })
})
