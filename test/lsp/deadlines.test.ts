// The time limit of a draft and the times in its text, as lens, status and hints show them. It is 28 April 2026, 10:00.

import assert from 'node:assert/strict'
import { CodeLensRequest, type InlayHint, InlayHintRequest } from 'vscode-languageserver/node'
import { type Status, statusRequest } from '../../server/src/protocol'
import { disposeAll, draftUri, offsetIn, start, type TestClient } from './support/client'

const urgent =
  '---\n标题: 青石镇山洪\n类型: 突发初报\n事发时间: 2026-04-28 09:20\n接报时间: 2026-04-28 09:30\n报送时限: 1小时\n---\n\n# 青石镇山洪\n\n4月28日9时20分，青石镇发生山洪。\n'

const lensTitles = async (client: TestClient) =>
  (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: draftUri } }))?.map(
    lens => lens.command?.title,
  ) ?? []

describe('the time limit of a draft', () => {
  afterEach(disposeAll)

  it('stands in the status and over the title, and its words follow the clock', async () => {
    const client = await start()
    client.open(urgent)
    const status = (await client.connection.sendRequest(statusRequest, { uri: draftUri })) as Status
    assert.deepEqual(
      [status.deadline?.due, status.deadline?.left],
      ['2026-04-28T10:30:00+08:00', 30 * 60_000],
    )
    assert.match(status.deadline?.arithmetic ?? '', /接报.*09:30.*1 ?小时.*10:30/)
    assert.ok(['open', 'soon'].includes(status.deadline?.state ?? ''))
    assert.match((await lensTitles(client))[1] ?? '', /^报送时限 4月28日 10:30，还剩 30 分钟$/)
    client.clock.advance(61_000)
    await client.settle()
    assert.ok(client.asked.includes('workspace/codeLens/refresh'))
    assert.match((await lensTitles(client))[1] ?? '', /还剩 28 分钟/)
    client.clock.advance(40 * 60_000)
    assert.match((await lensTitles(client))[1] ?? '', /已超 11 分钟/)
  })

  it('is met or missed once the report was handed in, and nothing where none applies', async () => {
    const client = await start()
    const titleWith = async (line: string) => {
      client.open(urgent.replace('---\n\n', `${line}\n---\n\n`))
      return (await lensTitles(client))[1]
    }
    assert.equal(await titleWith('报送时间: 2026-04-28 10:05'), '按时报送')
    assert.equal(await titleWith('报送时间: 2026-04-28 12:30'), '迟报 2 小时')
    client.open('---\n类型: 经验\n---\n\n# 做法\n\n查堤3.2公里。\n')
    assert.equal((await lensTitles(client)).length, 1)
  })
})

describe('hints behind times', () => {
  afterEach(disposeAll)

  async function hints(client: TestClient, uri = draftUri) {
    const text = client.text(uri)
    const end = { line: text.split('\n').length, character: 0 }
    const list = (await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end },
    })) as InlayHint[]
    return list.map(hint => {
      const at = offsetIn(text, hint.position)
      return `${text.slice(text.lastIndexOf('\n', at - 1) + 1, at).slice(-8)}|${hint.label}`
    })
  }

  it('show the day that the words come to and the days left; what was done has none', async () => {
    const client = await start()
    client.open(
      '---\n类型: 问题\n成稿日期: 2026-04-27\n---\n\n# 清淤\n\n' +
        '县水利局须于3个工作日内完成清淤。\n\n各村要在5月20日前上报台账。\n\n4月12日已清淤3.2公里。\n\n' +
        '| 措施 | 责任单位 | 完成时限 |\n|---|---|---|\n| 更换管网 | 县水利局 | 6月底前 |\n',
    )
    assert.deepEqual(await hints(client), [
      '须于3个工作日内|→ 4月30日 · 还剩 2 天',
      '要在5月20日前|还剩 22 天',
      '局 | 6月底前|→ 6月30日 · 还剩 63 天',
    ])
    client.clock.advance(24 * 3_600_000)
    await client.settle()
    assert.ok(client.asked.includes('workspace/inlayHint/refresh'))
    assert.match((await hints(client))[1] ?? '', /还剩 21 天/)
  })

  it('say no days left once the report was handed in, and nothing in a file that is no report', async () => {
    const client = await start()
    client.open(
      '---\n类型: 问题\n成稿日期: 2026-04-27\n状态: 已报送\n---\n\n县水利局须于3个工作日内完成清淤。\n',
    )
    assert.deepEqual(await hints(client), ['须于3个工作日内|→ 4月30日'])
    client.open('# README\n\n请于3日内安装。\n', 'file:///w/README.md')
    assert.deepEqual(await hints(client, 'file:///w/README.md'), [])
  })
})
