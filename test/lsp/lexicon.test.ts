// The unit's own lexicon as the server sees it: read from files, followed when they change, and judged where it stands.

import assert from 'node:assert/strict'
import { genericPhrase } from '../../server/src/core/rules/generic-phrase'
import { type AllowTermResult, allowTermRequest, clientCommands } from '../../server/src/protocol'
import { disposeAll, draftUri, start, type TestClient } from './support/client'

const rules = [genericPhrase]
const root = 'file:///w/ligao.lexicon.yaml'
const text = '---\n类型: 总结\n---\n\n青石镇一盘棋推进河道清理，全镇高度重视。\n'
const told = async (client: TestClient, uri?: string) =>
  (await client.items(uri)).flatMap(item =>
    [
      ...String(item.message)
        .split('\n')[0]!
        .matchAll(/“(.+?)”/g),
    ].map(([, words]) => words),
  )
const changed = (client: TestClient, uri: string, type = 2) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })

describe('the own lexicon in the server', () => {
  afterEach(disposeAll)

  it('its phrases are found and its allowed wordings are not, and a change takes effect at once', async () => {
    const client = await start({ rules })
    client.open(text)
    assert.deepEqual(await told(client), ['高度重视'])
    client.files.set(root, 'phrases:\n  - 一盘棋推进\n')
    changed(client, root, 1)
    await client.settle()
    assert.ok(client.asked.includes('workspace/diagnostic/refresh'))
    assert.deepEqual(await told(client), ['一盘棋推进', '高度重视'])
    client.files.set(root, 'allowed: [高度重视]\n')
    changed(client, root)
    await client.settle()
    assert.deepEqual(await told(client), [])
    client.files.delete(root)
    changed(client, root, 3)
    await client.settle()
    assert.deepEqual(await told(client), ['高度重视'])
  })

  it('lexicons above the draft add up; those of other folders do not count', async () => {
    const client = await start({
      rules,
      files: {
        [root]: 'allowed: [高度重视]\n',
        'file:///w/a/ligao.lexicon.yaml': 'phrases: [河道清理]\n',
        'file:///w/b/ligao.lexicon.yaml': 'phrases: [一盘棋推进]\n',
      },
    })
    client.open(text)
    assert.deepEqual(await told(client), ['河道清理'])
  })

  it('is judged while it is edited, at the key at fault', async () => {
    const client = await start({ rules })
    client.open('phrases:\n  - phrase: 一盘棋\n    bad: [一盘旗]\n', root, 'yaml')
    const [problem, ...others] = await client.items(root)
    assert.deepEqual(others, [])
    assert.equal(problem?.source, 'ligao')
    assert.deepEqual(problem?.range, client.range('一盘旗', root))
    client.change([{ range: client.range('一盘旗', root), text: '全镇一盘棋' }], root)
    assert.deepEqual(await client.items(root), [])
    client.change([{ text: 'phrases: [一盘棋\n' }], root)
    assert.match(String((await client.items(root))[0]?.message), /写法有误/)
  })

  it('is judged when it is not open, once it takes part in a check', async () => {
    const client = await start({ rules, files: { [root]: 'phrases:\n  - 的\n' } })
    client.open(text)
    await client.items()
    await client.settle()
    const sent = client.published.filter(each => each.uri === root)
    assert.match(String(sent.at(-1)?.diagnostics[0]?.message), /至少两个字/)
    client.files.set(root, 'phrases:\n  - 一盘棋推进\n')
    changed(client, root)
    await client.settle()
    assert.deepEqual(client.published.filter(each => each.uri === root).at(-1)?.diagnostics, [])
  })

  it('takes an allowed wording: into the nearest lexicon, or a new one at the root of the workspace', async () => {
    const client = await start({ rules, options: { commands: [clientCommands.addTerm] } })
    client.open(text)
    const ask = (term: string, uri = draftUri) =>
      client.connection.sendRequest<AllowTermResult | null>(allowTermRequest, { uri, term })
    const made = await ask('高度重视')
    assert.deepEqual([made?.lexicon, made?.create, made?.outcome], [root, true, 'edit'])
    assert.match(made?.edit?.newText ?? '', /- 高度重视/)
    client.files.set('file:///ligao.lexicon.yaml', 'allowed: []\n')
    client.files.set('file:///w/a/ligao.lexicon.yaml', 'allowed:\n  - 青石夜话\n')
    changed(client, root)
    await client.settle()
    const near = await ask('高度重视')
    assert.deepEqual([near?.lexicon, near?.create], ['file:///w/a/ligao.lexicon.yaml', false])
    assert.deepEqual(near?.edit?.range.start, { line: 1, character: '  - 青石夜话'.length })
    assert.equal((await ask('青石夜话'))?.outcome, 'already')
    const outside = await ask('高度重视', 'file:///elsewhere/x.md')
    assert.equal(outside?.lexicon, 'file:///elsewhere/ligao.lexicon.yaml')
    const unsaved = await ask('高度重视', 'untitled:Untitled-1')
    assert.equal(unsaved?.lexicon, root)
  })
})
