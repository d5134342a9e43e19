// The bundled server as any editor starts it: `node dist/server.js --stdio`.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pulling } from './support/client'
import { type ServerProcess, serverBundle, spawnServer } from './support/process'

const text =
  '---\n标题: 青石镇防汛\n类型: 大事\n单位: 青石镇\n---\n\n# 青石镇防汛\n\n一、存在问题\n\n4月12日，青石镇查堤3.2公里。\n\n二、下一步打算\n\n4月底前完成。\n'

interface Reports {
  kind: string
  resultId?: string
  items: { code: string; message: string; range: { start: { line: number } } }[]
}

describe('dist/server.js', function () {
  this.timeout(60_000)
  let folder: string
  let uri: string
  const started: ServerProcess[] = []

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ligao-lsp-'))
    uri = pathToFileURL(join(folder, '稿 件.md')).href
    await serverBundle()
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  afterEach(() => {
    for (const server of started.splice(0)) server.child.kill()
  })

  async function start(capabilities: object = pulling, args?: string[]) {
    const server = await spawnServer(args, folder)
    started.push(server)
    const initialized = (await server.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities,
    })) as { capabilities: Record<string, unknown> }
    server.notify('initialized', {})
    return { server, capabilities: initialized.capabilities }
  }
  const open = (server: ServerProcess) =>
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  const pull = (server: ServerProcess, previousResultId?: string) =>
    server.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId }) as Promise<Reports>

  it('serves a generic client: findings, an edit, outline, and it ends when told', async () => {
    writeFileSync(join(folder, 'ligao.config.yaml'), 'rules:\n  front-matter: error\n')
    const { server, capabilities } = await start()
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'diagnosticProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'positionEncoding',
      'textDocumentSync',
      'workspace',
    ])
    open(server)
    const first = await pull(server)
    const kinds = first.items.filter(item => item.code === 'front-matter')
    assert.ok(kinds.some(item => item.range.start.line === 2 && /大事/.test(item.message)))
    assert.equal((await pull(server, first.resultId)).kind, 'unchanged')
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } }, text: '动态' },
      ],
    })
    const second = await pull(server, first.resultId)
    assert.equal(second.kind, 'full')
    assert.ok(!second.items.some(item => /大事/.test(item.message)))
    const symbols = (await server.request('textDocument/documentSymbol', {
      textDocument: { uri },
    })) as unknown[]
    assert.ok(symbols.length > 0)
    await server.request('shutdown')
    server.notify('exit')
    assert.equal(await server.exited, 0)
  })

  it('sends findings to a client without pull, and starts without arguments', async () => {
    const { server } = await start({}, [])
    open(server)
    const sent = () => server.notifications.find(each => each.method === 'textDocument/publishDiagnostics')
    while (!sent())
      await new Promise(resolve => server.child.stdout?.once('data', () => setImmediate(resolve)))
    const { diagnostics } = sent()!.params as { diagnostics: Reports['items'] }
    assert.ok(diagnostics.some(item => item.code === 'front-matter'))
  })

  it('survives what it does not know, and ends when its client is gone', async () => {
    const { server } = await start()
    await assert.rejects(server.request('textDocument/unknown', {}), { code: -32601 })
    server.notify('$/unknown', {})
    open(server)
    assert.equal((await pull(server)).kind, 'full')
    server.child.stdin?.end()
    assert.notEqual(await server.exited, 0)
  })
})
