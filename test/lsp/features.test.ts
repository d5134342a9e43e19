// Everything beside findings and fixes: hover, outline, folding, links, lenses, completion.

import assert from 'node:assert/strict'
import {
  CodeLensRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  type DocumentLink,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type MarkupContent,
} from 'vscode-languageserver/node'
import { clientCommands } from '../../server/src/protocol'
import {
  disposeAll,
  draftUri,
  fullCapabilities,
  head,
  pulling,
  start,
  type TestClient,
  textAt,
} from './support/client'

const report =
  '---\n标题: 青石镇内涝整治\n类型: 问题\n单位: 云岭县青石镇人民政府\n拟稿人: 王某、李某\n附件: [附件/台账.xlsx, 照片.jpg]\n---\n\n' +
  '# 青石镇内涝整治\n\n一、存在问题\n\n3个村内涝，镇里高度重视。\n\n（一）管网老化。2015年前的管网占38.5%。\n\n（二）清淤不及时。\n\n' +
  '二、下一步打算\n\n![河道](图/河道.png "清淤后")\n\n责任单位：\n'
const notOurs = '# README\n\n## Install\n\n    npm install\n\n![logo](logo.png)\n'

async function hoverAt(client: TestClient, words: string, uri = draftUri) {
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: client.position(words, uri),
  })
  return hover && { ...hover, contents: hover.contents as MarkupContent }
}

describe('hover', () => {
  afterEach(disposeAll)

  it('shows the card of a finding: before and after, source, how to switch it off; its message stands above it already', async () => {
    const client = await start({ options: { ruleDocs: 'file:///ext/rules', messageOverHover: true } })
    client.open(report)
    const hover = await hoverAt(client, '高度重视')
    assert.ok(hover?.range)
    assert.equal(textAt(report, hover.range), '高度重视')
    for (const part of [
      '**套话** （套话空话 · 警告）',
      '改前：青石镇【高度重视】防汛工作。',
      '改后：青石镇4月12日查堤3.2公里，堵漏2处。',
      '依据：县委办〔2020〕3号',
      '停用规则: [套话]',
      '(file:///ext/rules/stock-phrase.md)',
    ])
      assert.ok(hover.contents.value.includes(part), `${part} in\n${hover.contents.value}`)
    assert.doesNotMatch(hover.contents.value, /怎么改/)
    assert.equal(hover.contents.kind, 'markdown')
  })

  it('says all by itself, and names no key, where the editor shows no message above it', async () => {
    const client = await start()
    client.open(report)
    const card = (await hoverAt(client, '高度重视'))?.contents.value ?? ''
    for (const part of ['“高度重视”是套话', '为什么：谁都能写，看不出做了什么', '怎么改：写明谁做了什么'])
      assert.ok(card.includes(part), `${part} in\n${card}`)
    assert.doesNotMatch(card, /Ctrl/)
  })

  it('links to where the client shows the page of a rule', async () => {
    const client = await start({
      options: { ruleDocs: 'file:///ext/rules', ruleLink: 'command:show?{rule}' },
    })
    client.open(report)
    assert.match((await hoverAt(client, '高度重视'))?.contents.value ?? '', /\(command:show\?stock-phrase\)/)
    const [finding] = await client.items()
    assert.equal(finding?.codeDescription?.href, 'command:show?stock-phrase')
  })

  it('is plain text for a client without Markdown', async () => {
    const client = await start({ capabilities: pulling })
    client.open(report)
    const hover = await hoverAt(client, '高度重视')
    assert.equal(hover?.contents.kind, 'plaintext')
    assert.doesNotMatch(hover.contents.value, /\*\*|\\|\]\(/)
  })

  it('says what a key of the front matter means', async () => {
    const client = await start()
    client.open(report)
    assert.match((await hoverAt(client, '单位: 云岭'))?.contents.value ?? '', /规范全称/)
    assert.equal(await hoverAt(client, '3个村'), null)
  })

  it('says what a setting does, its value and the layer it comes from', async () => {
    const near = 'file:///w/a/ligao.config.yaml'
    const text = 'dueSoonHours: 3\nrules:\n  stock-phrase: hint\nterms: [青石茶]\n'
    const client = await start({
      files: { [near]: text, 'file:///w/ligao.config.yaml': 'dueSoonHours: 9\n' },
      settings: () => ({ dueSoonHours: 12 }),
    })
    client.open(text, near, 'yaml')
    const value = async (words: string) => (await hoverAt(client, words, near))?.contents.value ?? ''
    assert.match(await value('dueSoonHours'), /离报送时限还有几小时[\s\S]*`3`[\s\S]*本文件/)
    assert.match(await value('stock-phrase'), /套话[\s\S]*"level":"hint"/)
    client.files.set(near, '')
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: near, type: 2 }],
    })
    assert.match(await value('dueSoonHours'), /`9`[\s\S]*`file:\/\/\/w\/ligao\.config\.yaml`/)
    client.files.delete('file:///w/ligao.config.yaml')
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: near, type: 2 }],
    })
    assert.match(await value('dueSoonHours'), /`12`[\s\S]*VS Code 设置/)
  })

  it('the name of a folder or a value stays inside its code, whatever backticks it holds', async () => {
    const folder = 'file:///w/a`[点](command:x)`'
    const near = `${folder}/b/ligao.config.yaml`
    const text = 'unit: "甲`](command:y)``乙"\nterms: [青石茶]\n'
    const client = await start({ files: { [near]: '', [`${folder}/ligao.config.yaml`]: text } })
    client.open(text, near, 'yaml')
    const shown = (await hoverAt(client, 'unit', near))!.contents.value
    assert.match(shown, /``` "甲`\]\(command:y\)``乙" ```/)
    assert.match(shown, /`` file:\/\/\/w\/a`\[点\]\(command:x\)`\/ligao\.config\.yaml ``/)
  })
})

describe('outline', () => {
  afterEach(disposeAll)

  it('symbols follow # and 一、（一） in one tree', async () => {
    const client = await start()
    client.open(report)
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: draftUri },
    })) as DocumentSymbol[]
    const names = (list: readonly DocumentSymbol[]): unknown[] =>
      list.map(each => (each.children?.length ? [each.name, names(each.children)] : each.name))
    assert.deepEqual(names(symbols), [
      ['青石镇内涝整治', [['一、存在问题', ['（一）管网老化', '（二）清淤不及时']], '二、下一步打算']],
    ])
    const walk = (list: readonly DocumentSymbol[]) => {
      for (const { range, selectionRange, children } of list) {
        assert.ok(textAt(report, range).includes(textAt(report, selectionRange)))
        for (const child of children ?? [])
          assert.ok(textAt(report, range).includes(textAt(report, child.range)))
        walk(children ?? [])
      }
    }
    walk(symbols)
  })

  it('symbols are flat for a client without trees', async () => {
    const client = await start({ capabilities: pulling })
    client.open(report)
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: draftUri },
    })
    assert.deepEqual(
      symbols?.map(each => [each.name, 'containerName' in each ? each.containerName : undefined]),
      [
        ['青石镇内涝整治', undefined],
        ['一、存在问题', '青石镇内涝整治'],
        ['（一）管网老化', '一、存在问题'],
        ['（二）清淤不及时', '一、存在问题'],
        ['二、下一步打算', '青石镇内涝整治'],
      ],
    )
  })

  it('folds sections and the front matter', async () => {
    const client = await start()
    client.open(report)
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: draftUri },
    })
    const lines = report.split('\n')
    assert.deepEqual(
      folds?.map(fold => [lines[fold.startLine], lines[fold.endLine]]),
      [
        ['---', '---'],
        ['# 青石镇内涝整治', '责任单位：'],
        ['一、存在问题', '（二）清淤不及时。'],
        ['二、下一步打算', '责任单位：'],
      ],
    )
  })
})

describe('links and lenses', () => {
  afterEach(disposeAll)

  it('pictures and attachments lead to their files', async () => {
    const client = await start()
    client.open(report)
    const links = (await client.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: draftUri },
    })) as DocumentLink[]
    assert.deepEqual(
      links.map(link => [textAt(report, link.range), decodeURI(link.target ?? '')]),
      [
        ['图/河道.png', 'file:///w/a/图/河道.png'],
        ['附件/台账.xlsx', 'file:///w/a/附件/台账.xlsx'],
        ['照片.jpg', 'file:///w/a/照片.jpg'],
      ],
    )
  })

  it('a lens over the title shows kind and score; what the client cannot do is no button', async () => {
    for (const [commands, expected] of [
      [[], [['问题 · N分 · 1处提示', '']]],
      [
        Object.values(clientCommands),
        [
          ['问题 · N分 · 1处提示', 'ligao.showReportCard'],
          ['对照表 4处未填', 'ligao.showProblemMatrix'],
          ['报送', 'ligao.submitReport'],
        ],
      ],
    ] as const) {
      const client = await start({ options: { commands } })
      client.open(report)
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri: draftUri },
      })
      assert.deepEqual(
        lenses?.map(lens => [lens.command?.title.replace(/\d+分/, 'N分'), lens.command?.command]),
        expected,
      )
      assert.equal(report.split('\n')[lenses?.[0]?.range.start.line ?? -1], '# 青石镇内涝整治')
    }
  })
})

describe('a file that is no report', () => {
  afterEach(disposeAll)

  it('gets nothing from anything', async () => {
    const client = await start({ options: { commands: Object.values(clientCommands) } })
    const uri = client.open(notOurs, 'file:///w/README.md')
    const textDocument = { uri }
    const position = { line: 0, character: 3 }
    const { connection } = client
    assert.deepEqual(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), [])
    assert.deepEqual(await connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [])
    assert.deepEqual(await connection.sendRequest(DocumentLinkRequest.type, { textDocument }), [])
    assert.deepEqual(await connection.sendRequest(CodeLensRequest.type, { textDocument }), [])
    assert.equal(await connection.sendRequest(HoverRequest.type, { textDocument, position }), null)
    assert.equal(await connection.sendRequest(CompletionRequest.type, { textDocument, position }), null)
  })
})

describe('completion', () => {
  afterEach(disposeAll)

  async function complete(client: TestClient, after: string, trigger?: string, uri = draftUri) {
    const list = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: client.range(after, uri).end,
      context: trigger
        ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger }
        : { triggerKind: CompletionTriggerKind.Invoked },
    })) as CompletionList | null
    return list?.items ?? []
  }
  const labels = (items: readonly CompletionItem[]) => items.map(item => item.label)

  it('keys that the head still lacks, while it is being written', async () => {
    const client = await start()
    client.open('---\n类型: 动态\ntitle: 清淤\n\n---\n\n查堤3.2公里。\n')
    const keys = labels(await complete(client, '清淤\n'))
    assert.ok(keys.includes('单位') && keys.includes('审核人'))
    assert.ok(!keys.includes('类型') && !keys.includes('标题') && !keys.includes('回执号'))
    client.open('---\n', 'file:///w/new.md')
    assert.ok(labels(await complete(client, '---\n', undefined, 'file:///w/new.md')).includes('标题'))
  })

  it('what follow-ups and final reports count from, and the grades of an event', async () => {
    const client = await start()
    client.open('---\n类型: 突发续报\n等级: \n上次报送时间: \n\n---\n\n截至4月28日8时，无人员伤亡。\n')
    assert.deepEqual(labels(await complete(client, '等级: ')), ['一般', '较大', '重大', '特别重大'])
    assert.match(labels(await complete(client, '上次报送时间: '))[0]!, /^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    const keys = labels(await complete(client, '上次报送时间: \n'))
    assert.ok(keys.includes('处置结束时间') && !keys.includes('上次报送时间') && !keys.includes('等级'))
  })

  it('values of a key: kinds, statuses, today, a blank behind the colon of YAML', async () => {
    const client = await start({ settings: () => ({ deadlineLimits: { 动态: '2个工作日' } }) })
    client.open('---\n类型:\n状态：\n成稿日期: \n报送时限: \n---\n\n查堤3.2公里。\n')
    const kinds = await complete(client, '类型:', ':')
    assert.deepEqual(labels(kinds).slice(0, 5), ['突发初报', '突发续报', '突发终报', '动态', '问题'])
    assert.equal(kinds[3]?.insertText, ' 动态')
    const statuses = await complete(client, '状态：', '：')
    assert.deepEqual(labels(statuses), ['草稿', '待审', '已报送', '已采用', '退回'])
    assert.equal(statuses[0]?.insertText, '草稿')
    assert.deepEqual(labels(await complete(client, '成稿日期: ')), ['2026-04-28'])
    const limits = await complete(client, '报送时限: ')
    assert.deepEqual([limits[0]?.label, limits[0]?.detail], ['2个工作日', '动态'])
    assert.equal(new Set(labels(limits)).size, limits.length)
    assert.match(limits.find(item => item.label === '24小时')?.detail ?? '', /24小时/)
  })

  it('units and people that stand in other drafts of the workspace', async () => {
    const client = await start({
      files: {
        'file:///w/old.md': '---\n单位: 柳河街道办事处\n审核人: 赵某\n拟稿人: 王某：初稿、孙某\n---\n',
      },
    })
    client.open(report)
    client.open('---\n类型: 动态\n单位: \n审核人: \n---\n', 'file:///w/b.md')
    assert.deepEqual(labels(await complete(client, '单位: ', undefined, 'file:///w/b.md')), [
      '云岭县青石镇人民政府',
      '柳河街道办事处',
    ])
    assert.deepEqual(labels(await complete(client, '审核人: ', undefined, 'file:///w/b.md')).sort(), [
      '孙某',
      '李某',
      '王某',
      '赵某',
    ])
    assert.deepEqual(labels(await complete(client, '责任单位：', '：')), [
      '云岭县青石镇人民政府',
      '柳河街道办事处',
    ])
    client.insert('柳河街道办事处、', '责任单位：')
    assert.deepEqual(labels(await complete(client, '责任单位：柳河街道办事处、', '、')), [
      '云岭县青石镇人民政府',
    ])
  })

  it('names and parts in a list of people', async () => {
    const client = await start({
      files: {
        'file:///w/old.md': '---\n单位: 柳河街道办事处\n拟稿人: [王某（采写、摄影）, 孙某：线索]\n---\n',
      },
    })
    const uri = 'file:///w/b.md'
    client.open('---\n类型: 动态\n拟稿人:\n  - \n  - 周敏（\n附件:\n  - 附件/\n---\n', uri)
    const named = labels(await complete(client, '拟稿人:\n  - ', undefined, uri))
    assert.deepEqual(named.filter(name => name !== '周敏').sort(), ['孙某', '王某'])
    const parts = labels(await complete(client, '周敏（', '（', uri))
    assert.ok(parts.includes('采写') && parts.includes('线索') && !parts.includes('王某'))
    assert.deepEqual(labels(await complete(client, '  - 附件/', undefined, uri)), [])
  })

  it('a lead has its own few keys, and people who are known', async () => {
    const client = await start({
      files: { 'file:///w/old.md': '---\n拟稿人: [王某, 【填：拟稿人】]\n---\n' },
    })
    const uri = 'file:///w/线索/a.md'
    client.open('---\n类型: 线索\n提供人: \n时间: \n\n---\n', uri)
    assert.deepEqual(labels(await complete(client, '提供人: ', undefined, uri)), ['王某'])
    assert.match(
      labels(await complete(client, '时间: ', undefined, uri)).join(),
      /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
    )
    assert.deepEqual(labels(await complete(client, '时间: \n', undefined, uri)), ['标题', '地点'])
  })

  it('comparisons behind a figure, not behind a date or a figure that is compared already', async () => {
    const client = await start()
    client.open(
      `${head}接待游客3.2万人次（\n\n投资8.4亿元，同比增长5%（\n\n截至2026年（\n\n镇里部署（\n\n收入520万元\n`,
    )
    const items = await complete(client, '3.2万人次（', '（')
    assert.equal(items[0]?.label, '同比增长×%')
    assert.equal(items[0]?.insertText, '同比增长${1:×}%')
    for (const place of ['同比增长5%（', '2026年（', '镇里部署（'])
      assert.deepEqual(await complete(client, place, '（'), [])
    assert.equal((await complete(client, '520万元'))[1]?.insertText?.[0], '，')
    const plain = await start({
      capabilities: { ...fullCapabilities, textDocument: { diagnostic: {} } },
    })
    plain.open(`${head}接待游客3.2万人次（\n`)
    assert.equal((await complete(plain, '万人次（', '（'))[0]?.insertText, '同比增长×%')
  })

  it('headings of the parts that the kind still lacks, numbered on', async () => {
    const client = await start()
    client.open('---\n类型: 问题\n---\n\n一、存在问题\n\n管网老化。\n\n')
    assert.deepEqual(
      (await complete(client, '管网老化。\n\n')).map(item => item.insertText),
      ['二、原因分析', '二、对策建议'],
    )
    client.open('---\n类型: 问题\n---\n\n## 问题\n\n管网老化。\n\n## ', 'file:///w/b.md')
    assert.deepEqual(
      (await complete(client, '管网老化。\n\n## ', undefined, 'file:///w/b.md')).map(item => item.insertText),
      ['## 原因分析', '## 对策建议'],
    )
    client.insert('原', '管网老化。\n\n## ', 'file:///w/b.md')
    const [cause, ...others] = await complete(client, '管网老化。\n\n## 原', undefined, 'file:///w/b.md')
    assert.deepEqual([cause?.textEdit?.newText, others], ['## 原因分析', []])
    assert.deepEqual(await complete(client, '管网老化'), [])
  })

  it('an offer stands for what was typed of it: Chinese has no blanks between words', async () => {
    const client = await start({
      files: { 'file:///w/old.md': '---\n单位: 柳河街道办事处\n---\n' },
    })
    client.open(`${head}收入520万元\n\n责任单位：街道\n`)
    const [figure] = await complete(client, '收入520万元')
    assert.ok(figure?.textEdit && 'range' in figure.textEdit)
    assert.deepEqual(figure.textEdit.range.start, figure.textEdit.range.end)
    const [owner] = await complete(client, '责任单位：街道')
    assert.ok(owner?.textEdit && 'range' in owner.textEdit)
    assert.equal(textAt(client.text(), owner.textEdit.range), '街道')
    assert.equal(owner.textEdit.newText, '柳河街道办事处')
    // What an editor looks for begins a word: any part of the name does.
    assert.match(owner.filterText ?? '', /(?:^| )街道办事/)
    assert.ok((owner.filterText ?? '').length <= 127)
  })

  it('whoever was given something to do in a draft, behind 责任单位： and 由', async () => {
    const client = await start({
      files: {
        'file:///w/old.md':
          '---\n类型: 问题\n单位: 云岭县青石镇人民政府\n---\n\n由镇水利站牵头，6月30日前清淤。责任单位：县交通局，责任人：周敏。各村要负责清运。\n',
      },
    })
    client.open(`${head}责任单位：\n\n责任人：\n\n下一步，由\n\n由于\n\n理由\n`)
    const owners = labels(await complete(client, '责任单位：', '：'))
    assert.deepEqual([...owners].sort(), ['云岭县青石镇人民政府', '县交通局', '镇水利站'].sort())
    assert.deepEqual(labels(await complete(client, '责任人：', '：')), ['周敏'])
    assert.deepEqual([...labels(await complete(client, '下一步，由'))].sort(), [...owners].sort())
    for (const place of ['由于', '理由']) assert.deepEqual(await complete(client, place), [])
  })

  it('days by which a measure can be promised, near ones left out', async () => {
    const client = await start()
    client.open(`${head}责任单位：镇水利站，完成时限：\n\n由镇水利站牵头，\n\n镇里清淤，\n`)
    const days = ['5月31日前', '6月30日前', '12月31日前']
    assert.deepEqual(labels(await complete(client, '，完成时限：', '：')), days)
    assert.deepEqual(labels(await complete(client, '由镇水利站牵头，')), days)
    assert.deepEqual(await complete(client, '镇里清淤，'), [])
  })

  it('comparisons in the unit of the figure; a rate is compared in points', async () => {
    const client = await start()
    client.open(`${head}改厕86户（\n\n合格率92.5%（\n`)
    assert.ok(labels(await complete(client, '改厕86户（', '（')).includes('较年初增加×户'))
    assert.equal(
      (await complete(client, '合格率92.5%（', '（'))[0]?.insertText,
      '较上年同期提高${1:×}个百分点',
    )
  })

  it('behind a key its values are asked for at once, by a client that can', async () => {
    for (const commands of [[], Object.values(clientCommands)]) {
      const client = await start({ options: { commands } })
      client.open('---\n类型: 动态\n\n---\n\n查堤3.2公里。\n')
      const [key] = await complete(client, '类型: 动态\n')
      assert.equal(key?.command?.command, commands.length ? 'editor.action.triggerSuggest' : undefined)
    }
  })
})
