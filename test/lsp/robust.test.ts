// Input that nobody means to send. Everything is answered within two seconds, with findings or with a note on what was
// left out; never an error, a hang, or an empty list for a report that was not read.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CodeActionRequest, DocumentSymbolRequest, FoldingRangeRequest } from 'vscode-languageserver/node'
import { rules } from '../../server/src/core'
import { linesOf, offsetAt, rangeOf } from '../../server/src/lsp/lines'
import { disposeAll, draftUri, head, positionIn, start } from './support/client'
import { stockPhrase } from './support/rules'

/** Two seconds on a machine that has nothing else to do; here many tests share one. */
const patience = 8000

const lineOf = (length: number) =>
  '青石镇高度重视防汛工作，查堤3.2公里。'.repeat(Math.ceil(length / 20)).slice(0, length)

const inputs: Record<string, { text: string; note?: RegExp; silent?: boolean }> = {
  'a line of ten megabytes': { text: `${head}${lineOf(3_500_000)}`, note: /只检查了前|太长|问题太多/ },
  'ten thousand quotes deep': { text: `${head}高度重视。\n\n${'>'.repeat(10_000)} 深\n` },
  'ten thousand lists deep': {
    text: `${head}高度重视。\n\n${Array.from({ length: 1500 }, (_, i) => `${' '.repeat(2 * i)}- 高度重视`).join('\n')}\n`,
  },
  'ten thousand brackets': { text: `${head}高度重视。\n\n${'['.repeat(10_000)}\n\n${'*'.repeat(10_000)}\n` },
  'lone surrogates and NUL': { text: `${head}\ud83d高度重视\udc00。\u0000高度重视。\n` },
  'an unclosed head': { text: '---\n类型: 动态\n单位: 青石镇\n\n青石镇高度重视。\n', silent: true },
  'a head that bombs': {
    text: `---\n类型: 动态\na: &a [x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
      .join('\n')}\n---\n\n高度重视。\n`,
  },
  'fifty thousand findings': { text: `${head}${'高度重视。\n\n'.repeat(50_000)}`, note: /问题太多/ },
}

async function timed<T>(answer: Promise<T>): Promise<T> {
  const before = performance.now()
  const result = await answer
  const elapsed = performance.now() - before
  assert.ok(elapsed < patience, `${elapsed} ms`)
  return result
}

/** No editor names a place between the two characters of a line break. */
function outsideBreak(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset
}

describe('bad input', () => {
  afterEach(disposeAll)

  for (const [name, { text, note, silent }] of Object.entries(inputs))
    it(`${name} is answered`, async () => {
      for (const ruleSet of [[stockPhrase], rules]) {
        const client = await start({ rules: ruleSet })
        const lines = linesOf(text)
        client.open(text)
        const report = await timed(client.pull())
        assert.ok(report.kind === 'full')
        if (!silent && ruleSet[0] === stockPhrase) assert.ok(report.items.length > 0)
        for (const { range } of report.items) {
          const span = { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) }
          assert.ok(span.start <= span.end)
          assert.deepEqual(rangeOf(lines, span), range)
        }
        if (note && ruleSet[0] === stockPhrase) assert.match(String(report.items[0]?.message), note)
        const textDocument = { uri: draftUri }
        assert.ok(await timed(client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })))
        assert.ok(await timed(client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })))
        const [first] = report.items
        if (first)
          await timed(
            client.connection.sendRequest(CodeActionRequest.type, {
              textDocument,
              range: first.range,
              context: { diagnostics: report.items.slice(0, 50) },
            }),
          )
        client.dispose()
      }
    }).timeout(30_000)

  it('any sequence of edits gives what a fresh server gives', async () => {
    const piece = fc.constantFrom(
      '高度重视',
      '。',
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '- ',
      '# ',
      '> ',
      '一、',
      '😀',
      '\ud83d',
      '```\n',
      '| a |\n',
      '---\n',
      '',
    )
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 6 }), piece)
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        async (start0, edits) => {
          const client = await start({ settings: () => ({ typingPause: 0 }) })
          client.open(head + start0.join(''))
          for (const [at, length, text] of edits) {
            const now = client.text()
            const from = outsideBreak(now, at % (now.length + 1))
            const to = outsideBreak(now, Math.min(now.length, from + length))
            client.change([{ range: { start: positionIn(now, from), end: positionIn(now, to) }, text }])
            if (at % 3 === 0) await client.pull()
          }
          const fresh = await start({ settings: () => ({ typingPause: 0 }) })
          fresh.open(client.text())
          const strip = (items: readonly { data?: unknown }[]) => items.map(({ data: _, ...rest }) => rest)
          assert.deepEqual(strip(await client.items()), strip(await fresh.items()))
          client.dispose()
          fresh.dispose()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a handler asked about nothing says nothing', async () => {
    const client = await start()
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/codeLens',
      'textDocument/documentSymbol',
      'textDocument/foldingRange',
      'textDocument/documentLink',
      'textDocument/codeAction',
    ]) {
      const answer = await client.connection.sendRequest(method, {
        textDocument: { uri: 'file:///nowhere.md' },
        position: { line: 5, character: 5 },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      })
      assert.ok(answer === null || (Array.isArray(answer) && answer.length === 0), method)
    }
  })
})
