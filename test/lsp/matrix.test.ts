// The problem matrix over the wire: places that lead into the text, blanks only where something is owed, ways to it.

import assert from 'node:assert/strict'
import { CodeActionRequest, CodeLensRequest, type Range } from 'vscode-languageserver/node'
import { rules } from '../../server/src/core'
import { clientCommands, type ProblemMatrixResult, problemMatrixRequest } from '../../server/src/protocol'
import { disposeAll, draftUri, start, type TestClient } from './support/client'

const draft = `---
标题: 青石镇沟渠淤堵问题
类型: 问题
---

# 青石镇沟渠淤堵问题

## 一、存在的问题

（一）沟渠淤堵。32处沟渠淤堵，其中李村11处，4月以来3次漫水。

（二）管护费停发。18名管护员两年未领补助，共18万元。

## 二、原因分析

（一）沟渠淤堵是因为清淤只在汛前做一次。

## 三、下一步措施

（一）清理淤堵沟渠。由农业农村办（张某）牵头，5月10日前完成32处沟渠清淤，达到过水标准。

（二）补发管护费。抓好补发工作。
`
const ask = (client: TestClient, uri = draftUri) =>
  client.connection.sendRequest<ProblemMatrixResult | null>(problemMatrixRequest, { uri })
const wordsAt = (text: string, { start, end }: Range) => {
  const lines = text.split('\n')
  return start.line === end.line ? lines[start.line]!.slice(start.character, end.character) : ''
}

describe('the problem matrix', () => {
  afterEach(disposeAll)

  it('has a row for each problem, with places that lead to its words', async () => {
    const client = await start({ rules })
    client.open(draft)
    const matrix = await ask(client)
    assert.ok(matrix)
    assert.deepEqual([matrix.title, matrix.owes, matrix.kindLabel], ['青石镇沟渠淤堵问题', true, '问题'])
    assert.deepEqual(
      matrix.rows.map(row => [row.problem?.text, row.causes.length, row.measures.map(each => each.owner)]),
      [
        ['沟渠淤堵', 1, ['农业农村办']],
        ['管护费停发', 0, ['']],
      ],
    )
    // A cause, and owner and day of the second measure.
    assert.equal(matrix.blanks, 3)
    const [first, second] = matrix.rows
    assert.equal(wordsAt(draft, first!.problem!.range), '（一）沟渠淤堵')
    assert.equal(wordsAt(draft, second!.measures[0]!.range), '（二）补发管护费')
    assert.equal(first!.measures[0]!.person, '张某')
    assert.match(matrix.markdown, /\| 沟渠淤堵 \|.*\| 农业农村办 \| 张某 \| 5月10日前 \| 达到过水标准 \|/)
  })

  it('follows the draft, edit by edit', async () => {
    const client = await start({ rules })
    client.open(draft)
    assert.equal((await ask(client))?.blanks, 3)
    const before = client.range('抓好补发工作。')
    client.change([{ range: before, text: '由镇财政所5月15日前补发18万元。' }])
    assert.equal((await ask(client))?.blanks, 1)
  })

  it('asks nothing of kinds that owe no problems, and says so', async () => {
    const client = await start({ rules })
    client.open('---\n类型: 动态\n---\n\n# 青石镇清淤\n\n4月12日，青石镇清理河道3.2公里。\n')
    const matrix = await ask(client)
    assert.deepEqual([matrix?.isReport, matrix?.owes, matrix?.blanks, matrix?.rows], [true, false, 0, []])
  })

  it('is there for files that are not open, and for no others', async () => {
    const client = await start({
      rules,
      files: { 'file:///w/x.md': draft, 'file:///w/README.md': '# 说明\n\n运行 `npm install`。\n' },
    })
    assert.equal((await ask(client, 'file:///w/x.md'))?.rows.length, 2)
    assert.equal((await ask(client, 'file:///w/README.md'))?.isReport, false)
    assert.equal(await ask(client, 'file:///w/gone.md'), null)
  })

  it('is offered over the title and beside its findings, where the client can show it', async () => {
    for (const commands of [[clientCommands.showProblemMatrix], []]) {
      const client = await start({ rules, options: { commands } })
      client.open(draft)
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri: draftUri },
      })
      const finding = (await client.items()).find(item => item.code === 'measure-without-owner')
      assert.ok(finding)
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: draftUri },
        range: finding.range,
        context: { diagnostics: [finding] },
      })
      const titles = [
        ...(lenses ?? []).map(lens => lens.command?.title),
        ...(actions ?? []).map(each => each.title),
      ]
      const shown = titles.filter(title => /对照表/.test(title ?? ''))
      assert.deepEqual(shown, commands.length ? ['对照表 3处未填', '看问题—原因—措施对照表'] : [])
    }
  })
})
