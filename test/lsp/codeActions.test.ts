// The light bulb, applied: what an action does to the text is what counts, so every edit is made and looked at.

import assert from 'node:assert/strict'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver/node'
import type { BlockRule, SentenceRule } from '../../server/src/core/engine/rule'
import { genericPhrase } from '../../server/src/core/rules/generic-phrase'
import { measureWithoutDeadline } from '../../server/src/core/rules/measure-without-deadline'
import { measureWithoutOwner } from '../../server/src/core/rules/measure-without-owner'
import { clientCommands, type MuteParams } from '../../server/src/protocol'
import {
  disposeAll,
  draftUri,
  fullCapabilities,
  head,
  offsetIn,
  pulling,
  start,
  type TestClient,
} from './support/client'
import { stockPhrase } from './support/rules'

async function actions(client: TestClient, diagnostics: readonly Diagnostic[], only?: string[]) {
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const params: CodeActionParams = {
    textDocument: { uri: draftUri },
    range,
    context: { diagnostics: [...diagnostics], only },
  }
  return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[]
}

/** The text after an action; tab stops stay as they are. */
function textAfter(text: string, action: CodeAction | undefined): string {
  assert.ok(action?.edit, 'the action has an edit')
  const changes = action.edit.documentChanges?.flatMap(change => ('edits' in change ? change.edits : []))
  const edits = (changes ?? Object.values(action.edit.changes ?? {}).flat()) as (TextEdit | SnippetTextEdit)[]
  return edits
    .map(edit => ({
      start: offsetIn(text, edit.range.start),
      end: offsetIn(text, edit.range.end),
      text: 'snippet' in edit ? edit.snippet.value : edit.newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text)
}

const titled = (list: readonly CodeAction[], words: string) => list.find(each => each.title.includes(words))

describe('quick fixes', () => {
  afterEach(disposeAll)
  const text = `${head}青石镇高度重视防汛工作。\n`

  it('come from what the diagnostic carries, with tab stops where the client has them', async () => {
    const client = await start()
    client.open(text)
    const list = await actions(client, await client.items())
    assert.equal(textAfter(text, titled(list, '删去')), `${head}青石镇防汛工作。\n`)
    assert.equal(titled(list, '删去')?.isPreferred, true)
    assert.equal(
      textAfter(text, titled(list, '写明做法')),
      `${head}青石镇${'由${1:【填：单位】}于${2:【填：日期】}$0'}防汛工作。\n`,
    )
    assert.deepEqual(
      list[0]?.edit?.documentChanges?.[0] && 'textDocument' in list[0].edit.documentChanges[0]
        ? list[0].edit.documentChanges[0].textDocument
        : undefined,
      { uri: draftUri, version: 1 },
    )
  })

  it('are plain text for a client without tab stops or versions', async () => {
    const client = await start({
      capabilities: {
        ...fullCapabilities,
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
    })
    client.open(text)
    const list = await actions(client, await client.items())
    assert.equal(
      textAfter(text, titled(list, '写明做法')),
      `${head}青石镇由【填：单位】于【填：日期】防汛工作。\n`,
    )
    assert.equal(list[0]?.edit?.documentChanges, undefined)
  })

  it('a finding that two rules make together is ignored for both', async () => {
    const client = await start({ rules: [measureWithoutOwner, measureWithoutDeadline] })
    const measures =
      '---\n类型: 问题\n---\n\n## 问题\n\n32处淤堵。\n\n## 措施\n\n（一）加快清淤。\n\n（二）由镇水利站5月20日前查完32处。\n'
    client.open(measures)
    const items = await client.items()
    assert.deepEqual(
      items.map(item => item.code),
      ['measure-without-owner'],
    )
    const after = textAfter(measures, titled(await actions(client, items), '不再提示'))
    assert.match(after, /<!-- 砺稿：此处不再提示 措施无责任单位、措施无时限 .*原因.* -->/)
    client.change([{ text: after.replace('${1:原因}', '另文布置') }])
    assert.deepEqual(await client.items(), [])
  })

  it('for another version of the text there are none', async () => {
    const client = await start()
    client.open(text)
    const items = await client.items()
    client.insert('\n\n县里部署。', head.trim())
    assert.deepEqual(await actions(client, items), [])
    const now = await client.items()
    assert.ok(titled(await actions(client, now), '删去'))
  })

  it('stay good after an edit that left everything where it was', async () => {
    const client = await start()
    client.open(`${text}\n查堤。\n`)
    const items = await client.items()
    client.insert('3.2公里', '查堤')
    const list = await actions(client, items)
    assert.equal(textAfter(client.text(), titled(list, '删去')), `${head}青石镇防汛工作。\n\n查堤3.2公里。\n`)
  })

  it('are found again for a client that drops the data', async () => {
    const client = await start()
    client.open(text)
    const items = (await client.items()).map(({ data: _, ...rest }) => rest)
    assert.ok(titled(await actions(client, items), '删去'))
  })

  it('use the line breaks of the draft', async () => {
    const broken: SentenceRule = {
      ...stockPhrase,
      check: (_, context) =>
        context.report({
          start: 0,
          end: 1,
          message: 'found',
          fixes: [{ title: ['分段', 'Split'], edits: [{ start: 0, end: 0, text: '一\n\n' }] }],
        }),
    }
    const client = await start({ rules: [broken] })
    const crlf = text.replace(/\n/g, '\r\n')
    client.open(crlf)
    const list = await actions(client, await client.items())
    assert.equal(textAfter(crlf, titled(list, '分段')), crlf.replace('青石', '一\r\n\r\n青石'))
  })

  it('nothing for foreign diagnostics, unknown documents, poor clients, other kinds', async () => {
    const client = await start()
    client.open(text)
    const items = await client.items()
    assert.deepEqual(
      await actions(
        client,
        items.map(item => ({ ...item, source: 'other' })),
      ),
      [],
    )
    assert.deepEqual(
      await actions(
        client,
        items.map(item => ({ ...item, data: { version: 'x' }, code: 'gone' })),
      ),
      [],
    )
    assert.deepEqual(await actions(client, items, [CodeActionKind.Refactor]), [])
    const poor = await start({ capabilities: pulling })
    poor.open(text)
    assert.deepEqual(await actions(poor, await poor.items()), [])
  })

  it('an own wording is offered where the client can take it', async () => {
    const client = await start({ options: { commands: [clientCommands.addTerm] } })
    client.open(text)
    const action = titled(await actions(client, await client.items()), '本单位词库')
    assert.deepEqual(action?.command?.arguments, [{ uri: draftUri, term: '高度重视' }])
    const other = await start()
    other.open(text)
    assert.equal(titled(await actions(other, await other.items()), '本单位词库'), undefined)
  })
})

describe('switching a finding off', () => {
  afterEach(disposeAll)

  /** Every finding of the text, switched off on its own, with all the others left. */
  async function check(text: string, expected: RegExp) {
    const client = await start()
    client.open(text)
    const items = await client.items()
    assert.ok(items.length > 0, text)
    for (const item of items) {
      const now = textAfter(text, titled(await actions(client, [item]), '此处不再提示')).replace(
        '${1:原因}',
        '县里的原话',
      )
      assert.match(now, expected)
      const fresh = await start({ settings: () => ({ rules: { 'unused-suppression': 'error' } }) })
      fresh.open(now)
      const left = await fresh.items()
      assert.equal(left.length, items.length - 1, now)
      const symbols = (value: string) =>
        value
          .replace(/^[> ]*<!--[^>]*-->$/gm, '')
          .replace(/<!--[^>]*-->/g, '')
          .replace(/\s+/g, '')
      assert.equal(symbols(now), symbols(text))
    }
  }

  const line = /^.*<!-- 砺稿：此处不再提示 套话 县里的原话 -->/m

  it('before a paragraph and a heading', async () => {
    await check(`${head}县里高度重视防汛。\n\n镇里也高度重视。\n`, line)
    await check('---\r\n类型: 动态\r\n---\r\n\r\n县里高度重视防汛。\r\n', line)
  })

  it('inside a hard-wrapped paragraph', async () => {
    await check(
      `${head}县里部署防汛，要求各镇值守到位、物资到位，\n镇里高度重视防汛，\n村里也高度重视。\n`,
      line,
    )
  })

  it('in lists, which stay one list', async () => {
    await check(`${head}- 县里高度重视。\n- 镇里高度重视。\n  - 村里高度重视。\n`, line)
    await check(`${head}1. 县里高度重视。\n2. 镇里高度重视。\n3. 村里高度重视。\n`, line)
  })

  it('in a quotation', async () => {
    await check(`${head}> 县里高度重视。\n> \n> 镇里高度重视。\n`, /^>.*<!-- 砺稿：此处不再提示/m)
  })

  it('around a table, whose rows leave no room', async () => {
    const cells: BlockRule = {
      ...stockPhrase,
      scope: 'table',
      cue: undefined,
      check(block, context) {
        for (const cell of block.rows.flat())
          if (cell.text === '若干')
            context.report({ ...cell.span, message: 'found', values: { words: cell.text } })
      },
    }
    for (const lead of ['查堤情况如下。\n\n', '']) {
      const text = `${head}${lead}| 村 | 处 |\n|---|---|\n| 甲 | 若干 |\n| 乙 | 3 |\n\n其余正常。\n`
      const client = await start({ rules: [cells] })
      client.open(text)
      const items = await client.items()
      assert.equal(items.length, 1)
      const now = textAfter(text, titled(await actions(client, items), '此处不再提示'))
      client.change([{ text: now }])
      assert.deepEqual(await client.items(), [], now)
      assert.match(now, /\n\| 甲 \| 若干 \|\n\| 乙 \| 3 \|\n/)
    }
  })

  it('for the whole file, in a new head or an old one', async () => {
    for (const [text, expected] of [
      [`${head}县里高度重视。\n`, '---\n类型: 动态\n停用规则: [套话]\n---\n\n县里高度重视。\n'],
      [
        '---\n类型: 动态\n停用规则:\n  - overdue\n单位: 青石镇\n---\n\n县里高度重视。\n',
        '---\n类型: 动态\n停用规则:\n  [overdue, 套话]\n单位: 青石镇\n---\n\n县里高度重视。\n',
      ],
      [
        '青石镇党委、政府高度重视防汛工作，4月12日组织干部群众排查隐患，村民反映的3处问题已整改，下一步加强监管。\n',
        '---\n停用规则: [套话]\n---\n\n青石镇党委、政府高度重视防汛工作，4月12日组织干部群众排查隐患，村民反映的3处问题已整改，下一步加强监管。\n',
      ],
    ] as const) {
      const client = await start()
      client.open(text)
      const now = textAfter(text, titled(await actions(client, await client.items()), '本文件不再检查'))
      assert.equal(now, expected)
      client.change([{ text: now }])
      assert.deepEqual(await client.items(), [])
    }
  })
})

describe('the light bulb of an editor with our commands', () => {
  afterEach(disposeAll)
  const commands = Object.values(clientCommands)

  it('has one entry for switching off, and it is the last; it names every rule that speaks', async () => {
    const client = await start({
      rules: [measureWithoutOwner, measureWithoutDeadline],
      options: { commands },
    })
    const text = '---\n类型: 问题\n---\n\n## 问题\n\n32处淤堵。\n\n## 措施\n\n（一）加快清淤。\n'
    client.open(text)
    const offered = await actions(client, await client.items())
    const mutes = offered.filter(({ title }) => title.includes('不再'))
    assert.deepEqual(
      mutes.map(({ title }) => title),
      ['砺稿：不再提示…'],
    )
    assert.equal(offered.at(-1), mutes[0])
    const [params] = mutes[0]!.command!.arguments as [MuteParams]
    assert.deepEqual(
      params.choices.map(({ label }) => label.replace(/^[^：]*：/, '')),
      ['措施无责任单位、措施无时限', '措施无责任单位、措施无时限'],
    )
    assert.match(
      params.choices[0]!.edits[0]!.newText,
      /砺稿：此处不再提示 措施无责任单位、措施无时限 \$\{1:原因\}/,
    )
    // Switched off for the whole file, nothing else comes up from under it.
    const { range, newText } = params.choices[1]!.edits[0]!
    const at = offsetIn(text, range.start)
    client.change([{ text: text.slice(0, at) + newText + text.slice(offsetIn(text, range.end)) }])
    assert.deepEqual(await client.items(), [])
  })

  it('offers a stock phrase a sentence to fill in, to delete it, and the page of its rule', async () => {
    const client = await start({ rules: [genericPhrase], options: { commands } })
    const text = '---\n类型: 总结\n---\n\n4月12日，石湾镇检查地块43处，取得了显著成效。\n'
    client.open(text)
    const offered = await actions(client, await client.items())
    assert.deepEqual(
      offered.map(({ title }) => title.replace(/：.*/, '')),
      [
        '改成具体的一句（谁、何时、做了什么、结果）',
        '删去这一句',
        '看规则说明',
        '加入本单位词库，以后不算套话',
        '砺稿',
      ],
    )
    assert.match(
      textAfter(text, offered[0]),
      /检查地块43处，\$\{1:【填：指标】\}由\$\{2:【填：原来的数】\}变为.*）。\n$/,
    )
    assert.equal(textAfter(text, offered[1]), text.replace('，取得了显著成效', ''))
  })
})

describe('source.fixAll.ligao', () => {
  afterEach(disposeAll)

  it('applies the safe fixes at once and leaves the others', async () => {
    const text = `${head}县里高度重视高度重视防汛，镇里高度重视。\n\n- 村里高度重视。\n`
    const client = await start()
    client.open(text)
    const [action, ...rest] = await actions(client, [], [CodeActionKind.SourceFixAll])
    assert.deepEqual(rest, [])
    assert.equal(action?.kind, 'source.fixAll.ligao')
    assert.equal(textAfter(text, action), `${head}县里防汛，镇里。\n\n- 村里。\n`)
  })

  it('leaves out a fix that would change the structure', async () => {
    const text = `${head}县里高度重视。\n\n高度重视\n\n# 高度重视\n`
    const client = await start()
    client.open(text)
    const [action] = await actions(client, [], ['source.fixAll.ligao'])
    assert.equal(textAfter(text, action), `${head}县里。\n\n高度重视\n\n# 高度重视\n`)
  })

  it('is not offered unasked, nor where nothing is safe', async () => {
    const client = await start()
    client.open(`${head}县里高度重视。\n`)
    assert.equal(titled(await actions(client, await client.items()), '改好全部'), undefined)
    client.change([{ text: `${head}查堤。\n` }])
    assert.deepEqual(await actions(client, [], ['source']), [])
  })
})
