// Findings on their way to an editor: pulled, unchanged, cancelled, failing, sent; and the positions they stand at.

import assert from 'node:assert/strict'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node'
import { rules } from '../../server/src/core'
import { disposeAll, draftUri, fullCapabilities, head, start, textAt } from './support/client'
import { stockPhrase, testRules, throwing } from './support/rules'

const text = `${head}青石镇高度重视防汛工作。\n\n查堤3.2公里。\n`

/** A client that knows nothing but text and published diagnostics. */
const poor = { textDocument: { publishDiagnostics: {} } }

describe('diagnostics', () => {
  afterEach(disposeAll)

  it('a frame of blanks is one line at the top and a quiet mark at each blank: nothing red, nothing counted as wrong', async () => {
    const client = await start({ rules })
    const frame = `${head}# 石湾镇清淤\n\n【填：月日】，【填：谁】清淤____公里。\n`
    client.open(frame)
    const items = await client.items()
    assert.deepEqual(
      items.map(({ code, severity, range }) => [code, severity, textAt(frame, range)]),
      [
        ['unfilled-placeholder', 4, '---'],
        ['unfilled-placeholder', 4, '【填：月日】'],
        ['unfilled-placeholder', 4, '【填：谁】'],
        ['unfilled-placeholder', 4, '____'],
        ['front-matter', 3, '---'],
      ],
    )
    assert.match(String(items[0]!.message), /还有3处没填：月日、谁、____/)
  })

  it('a pull answers what, why and what to do at the place', async () => {
    const client = await start({ options: { ruleDocs: 'file:///ext/rules' } })
    client.open(text)
    const items = await client.items()
    assert.deepEqual(
      items.map(item => [
        item.code,
        item.source,
        item.severity,
        textAt(text, item.range),
        item.codeDescription?.href,
      ]),
      [['stock-phrase', 'ligao', 2, '高度重视', 'file:///ext/rules/stock-phrase.md']],
    )
    assert.equal(
      items[0]?.message,
      '“高度重视”是套话\n为什么：谁都能写，看不出做了什么\n怎么改：写明谁做了什么',
    )
  })

  it('an answer that says the same is unchanged, also after an edit elsewhere', async () => {
    const client = await start()
    client.open(text)
    const first = await client.pull()
    assert.equal(first.kind, 'full')
    client.insert('，堵漏2处', '查堤3.2公里')
    const second = await client.pull(draftUri, first.resultId)
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId })
    client.insert('\n\n', '---\n类型: 动态\n---')
    const third = await client.pull(draftUri, first.resultId)
    assert.equal(third.kind, 'full')
    assert.notEqual(third.resultId, first.resultId)
  })

  it('a result id of an earlier life is not taken for ours', async () => {
    const client = await start()
    client.open(text)
    assert.equal((await client.pull(draftUri, '1')).kind, 'full')
  })

  it('says of a GBK file that was opened as UTF-8 how to open it, and of one that lacks a character nothing', async () => {
    const client = await start()
    // 4月10日，东湾乡组织干部群众清理河道淤泥，出动三十二人。
    const gbk =
      '34d4c23130c8d5a3acb6abcde5cfe7d7e9d6afb8c9b2bfc8bad6dac7e5c0edbad3b5c0d3d9c4e0a3acb3f6b6afc8fdcaaeb6fec8cba1a3'
    client.open(Buffer.from(gbk, 'hex').toString('utf8'))
    const [item, ...others] = await client.items()
    assert.match(String(item?.message), /GB18030/)
    assert.deepEqual([item?.code, item?.range.start.line, others], ['ligao-note', 0, []])
    client.open('记录到此中断\ufffd，余文不存。\n', 'file:///w/摘抄.md')
    assert.deepEqual(await client.items('file:///w/摘抄.md'), [])
  })

  it('is silent on a file that is no report', async () => {
    const client = await start()
    client.open('# README\n\nRun `npm install` and高度重视 the output.\n', 'file:///w/README.md')
    assert.deepEqual(await client.items('file:///w/README.md'), [])
    client.open('高度重视', 'file:///w/notes.txt', 'plaintext')
    assert.deepEqual(await client.items('file:///w/notes.txt'), [])
  })

  it('a change while a check runs: the cancelled pull says cancelled, the next one sees the new text', async () => {
    const client = await start()
    client.open(text)
    const cancel = new CancellationTokenSource()
    const old = client.pull(draftUri, undefined, cancel.token)
    client.insert('。村村高度重视', '防汛工作')
    cancel.cancel()
    const now = client.pull()
    await assert.rejects(old, { code: LSPErrorCodes.RequestCancelled })
    const report = await now
    await client.settle()
    client.clock.advance(1000)
    assert.equal(report.kind, 'full')
    assert.equal((await client.items()).length, 2)
  })

  it('never says cancelled to a client that did not cancel', async () => {
    const client = await start()
    client.open(text)
    const pulls = [client.pull(), client.pull(), client.pull()]
    client.insert('。', '查堤3.2公里')
    for (const report of await Promise.all(pulls)) assert.equal(report.kind, 'full')
  })

  it('a rule that throws costs its own findings, is noted on line 1, and the log keeps the draft to itself', async () => {
    const client = await start()
    client.open(`${head}这句会出错。\n\n青石镇高度重视防汛。\n`)
    const items = await client.items()
    assert.deepEqual(
      items.map(item => [item.code, item.severity, item.range.start.line]),
      [
        ['ligao-note', 3, 0],
        ['stock-phrase', 2, 6],
      ],
    )
    assert.match(String(items[0]!.message), /throwing/)
    const log = client.logs.join('\n')
    assert.match(log, /rule throwing failed/)
    assert.doesNotMatch(log, /稿件|这句/)
  })

  it('a failure of the check itself is answered with what was said last, and the next pull works', async () => {
    let broken = false
    const client = await start({
      rules: [
        {
          ...stockPhrase,
          get cue() {
            if (broken) throw new Error('boom')
            return stockPhrase.cue
          },
        },
      ],
      settings: () => ({}),
    })
    client.open(text)
    const first = await client.pull()
    const breakIt = () => {
      broken = true
      client.insert('一', '高度重视')
    }
    breakIt()
    // A getter that throws lies outside of what the engine isolates or inside; both must be answered.
    const second = await client.pull(draftUri, first.resultId)
    assert.ok(second.kind === 'unchanged' || second.items.length > 0)
    const third = await client.pull(draftUri)
    assert.equal(third.kind, 'full')
    assert.ok(
      third.kind === 'full' && third.items.length > 0,
      'an empty list would say that nothing is wrong',
    )
    broken = false
    client.insert('二', '高度重视')
    await client.settle()
    client.clock.advance(1000)
    assert.deepEqual(
      (await client.items()).map(item => item.code),
      ['stock-phrase'],
    )
  })

  it('a clock that fails is answered too, without any earlier answer', async () => {
    let broken = false
    const client = await start()
    const { now } = client.clock
    client.clock.now = () => {
      if (broken) throw new Error('no clock')
      return now()
    }
    client.open(text)
    broken = true
    const report = await client.pull()
    assert.deepEqual(report.kind === 'full' && report.items.map(item => item.code), ['ligao-note'])
    broken = false
    assert.deepEqual(
      (await client.items()).map(item => item.code),
      ['stock-phrase'],
    )
  })

  it('answers for a file that is not open by reading it', async () => {
    const client = await start({ files: { 'file:///w/b.md': text } })
    assert.deepEqual(
      (await client.items('file:///w/b.md')).map(item => item.code),
      ['stock-phrase'],
    )
    assert.deepEqual(await client.items('file:///w/missing.md'), [])
  })

  it('a client without pull is sent its findings with the version, and they go when the document closes', async () => {
    const client = await start({ capabilities: poor })
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined)
    client.open(text)
    await client.settle()
    client.clock.advance(0)
    await client.settle()
    assert.deepEqual(
      client.published.map(({ version, diagnostics }) => [version, diagnostics.map(item => item.code)]),
      [[1, ['stock-phrase']]],
    )
    assert.equal(client.published[0]!.diagnostics[0]!.codeDescription, undefined)
    client.change([{ text: `${head}查堤3.2公里。\n` }])
    client.change([{ text: `${head}查堤3.3公里。\n` }])
    await client.settle()
    client.clock.advance(1000)
    await client.settle()
    assert.deepEqual(
      client.published.slice(1).map(({ version, diagnostics }) => [version, diagnostics]),
      [[3, []]],
    )
    client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: draftUri } })
    await client.settle()
    assert.deepEqual(client.published.at(-1), { uri: draftUri, diagnostics: [] })
    assert.equal(client.clock.pending(), 0)
  })

  it('positions: CRLF, CR, surrogates and columns in UTF-16', async () => {
    const client = await start()
    for (const eol of ['\n', '\r\n', '\r']) {
      const body = `---\n类型: 动态\n---\n\n𠮷野村😀高度重视。\n\n- 一是\ud83d高度重视。\n`.replace(
        /\n/g,
        eol,
      )
      const uri = `file:///w/${JSON.stringify(eol)}.md`
      client.open(body, uri)
      const items = await client.items(uri)
      assert.deepEqual(
        items.map(item => [textAt(body, item.range), item.range.start.line, item.range.start.character]),
        [
          ['高度重视', 4, 6],
          ['高度重视', 6, 5],
        ],
        JSON.stringify(eol),
      )
    }
  })

  it('an incremental change splits a CRLF and a surrogate pair without losing its place', async () => {
    const client = await start()
    client.open('---\r\n类型: 动态\r\n---\r\n\r\n甲😀高度重视。\r\n\r\n乙高度重视。\r\n')
    await client.items()
    const smiley = client.position('😀')
    const middle = { line: smiley.line, character: smiley.character + 1 }
    client.change([{ range: { start: middle, end: middle }, text: '子' }])
    const end = client.range('甲').start
    client.change([{ range: { start: end, end }, text: '一\r二\n三\r\n' }])
    await client.settle()
    client.clock.advance(1000)
    const now = client.text()
    assert.deepEqual(
      (await client.items()).map(item => textAt(now, item.range)),
      ['高度重视', '高度重视'],
    )
    const fresh = await start()
    fresh.open(now)
    assert.deepEqual(
      (await fresh.items()).map(item => item.range),
      (await client.items()).map(item => item.range),
    )
  })

  it('changes of one notification apply in order, however many', async () => {
    const client = await start()
    client.open(`${head}${'查堤。\n\n'.repeat(40)}`)
    await client.items()
    for (const count of [3, 40]) {
      const changes = Array.from({ length: count }, (_, i) => {
        const at = { line: 4 + 2 * (i % 40), character: 0 }
        return { range: { start: at, end: at }, text: '高度重视，' }
      })
      client.change(changes)
      await client.settle()
      client.clock.advance(1000)
      const fresh = await start()
      fresh.open(client.text())
      assert.deepEqual(
        (await client.items()).map(item => item.range),
        (await fresh.items()).map(item => item.range),
      )
    }
  })

  it('a change with places outside of the text is clamped, a change to an unknown document is ignored', async () => {
    const client = await start()
    client.open(text)
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: draftUri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 900, character: 9 }, end: { line: 901, character: 0 } },
          text: '末尾高度重视。\n',
        },
      ],
    })
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///w/none.md', version: 2 },
      contentChanges: [{ text: 'x' }],
    })
    await client.settle()
    client.clock.advance(1000)
    assert.equal((await client.items()).length, 2)
  })

  it('keeps its rules apart from the real ones', () => {
    assert.deepEqual(
      testRules.map(rule => rule.id),
      ['stock-phrase', 'overdue', throwing.id],
    )
  })

  it('related information and pages only for clients that take them', async () => {
    const related = {
      ...stockPhrase,
      check: ((_sentence, context) =>
        context.report({
          start: 0,
          end: 1,
          message: 'found',
          related: [{ start: 1, end: 2, note: ['另见', 'See'] }],
        })) as typeof stockPhrase.check,
    }
    const able = await start({ rules: [related] })
    able.open(text)
    assert.equal((await able.items())[0]?.relatedInformation?.[0]?.message, '另见')
    const unable = await start({
      rules: [related],
      capabilities: { ...fullCapabilities, textDocument: { diagnostic: {} } },
    })
    unable.open(text)
    assert.equal((await unable.items())[0]?.relatedInformation, undefined)
  })
})
