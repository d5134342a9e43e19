// ligao/explain and ligao/explainFix: what a kind should contain, what the draft has of it, and putting in what it lacks.

import assert from 'node:assert/strict'
import { rules } from '../../server/src/core'
import {
  type DiagnosticData,
  type Explanation,
  explainFixRequest,
  explainRequest,
} from '../../server/src/protocol'
import { disposeAll, draftUri, start, type TestClient, textAt } from './support/client'

const text =
  '---\n标题: 东湾乡滑坡\n类型: 突发初报\n接报时间: 2026-04-28 09:35\n---\n\n# 东湾乡柳树村山体滑坡\n\n4月28日9时20分，东湾乡柳树村三组发生山体滑坡，无人员伤亡。\n'
const ask = <T>(client: TestClient, method: string, params: object) =>
  client.connection.sendRequest(method, params) as Promise<T>
const explain = (client: TestClient, uri = draftUri) => ask<Explanation>(client, explainRequest, { uri })

describe('what a kind of report should contain', () => {
  afterEach(disposeAll)

  it('purpose, order, a pair, the limit with its source, and each item with its place', async () => {
    const client = await start({ rules })
    client.open(text)
    const page = await explain(client)
    assert.equal(page.kindLabel, '突发·初报')
    assert.match(page.purpose, /先报事实/)
    assert.ok(page.pair && page.pair.bad !== page.pair.good)
    assert.deepEqual([page.length?.from, page.length?.to], [100, 500])
    assert.match(page.limit?.title ?? '', /24小时/)
    assert.match(page.limit?.from ?? '', /^从事发时算起$/)
    assert.match(page.limit?.source ?? '', /通行要求/)
    assert.ok(page.deadline?.due)
    const law = page.otherLimits.find(({ title }) => /生产安全事故：单位负责人/.test(title))
    assert.match(law?.source ?? '', /^依据《生产安全事故报告和调查处理条例》.*第九条$/)
    assert.ok(page.otherLimits.every(({ title }) => !/已被替代/.test(title)))
    const item = (id: string) => page.items.find(each => each.id === id)
    assert.equal(textAt(text, item('element:伤亡情况')!.range!), '无人员伤亡')
    assert.equal(item('element:续报说明')?.present, false)
    assert.match(item('element:续报说明')?.fix ?? '', /续报说明/)
    assert.match(item('key:单位')?.how ?? '', /规范全称/)
  })

  it('a missing item is put in where it belongs; one that is there is not', async () => {
    const client = await start({ rules })
    client.open(text.replace(/\n/g, '\r\n'))
    const data = await ask<DiagnosticData | null>(client, explainFixRequest, {
      uri: draftUri,
      item: 'element:现场负责人和电话',
    })
    const [edit] = data?.fixes[0]?.edits ?? []
    assert.equal(edit?.newText, '\r\n现场负责人：${1:姓名}（${2:职务}），电话${3:电话}。\r\n')
    assert.equal(data?.version, 1)
    for (const item of ['element:伤亡情况', 'nothing', 'key:标题'])
      assert.equal(await ask(client, explainFixRequest, { uri: draftUri, item }), null)
  })

  it('follows the draft', async () => {
    const client = await start({ rules })
    client.open(text)
    const missing = async () =>
      (await explain(client)).items.filter(({ present }) => !present).map(({ id }) => id)
    assert.ok((await missing()).includes('element:续报说明'))
    client.insert('后续情况将及时续报。', '无人员伤亡。')
    assert.ok(!(await missing()).includes('element:续报说明'))
  })

  it('works on a file that is not open, says what is no report, and knows nothing of a file that is not there', async () => {
    const client = await start({ rules, files: { 'file:///w/old.md': text } })
    assert.equal((await explain(client, 'file:///w/old.md')).kindLabel, '突发·初报')
    client.open('# README\n\n## Install\n\n    npm install\n', 'file:///w/README.md')
    const other = await explain(client, 'file:///w/README.md')
    assert.deepEqual([other.isReport, other.items], [false, []])
    assert.equal(await explain(client, 'file:///w/none.md'), null)
  })

  it('in English where that is asked for', async () => {
    const client = await start({ rules, settings: () => ({ language: 'en' }) })
    client.open(text)
    const page = await explain(client)
    assert.match(page.purpose, /^What is known/)
    assert.match(page.limit?.from ?? '', /^From /)
  })
})
