// What clients do that are not VS Code: pull without being told to pull again, write addresses in their own way, count
// columns in bytes, leave things out, come too early or too late.

import assert from 'node:assert/strict'
import type { ClientCapabilities } from 'vscode-languageserver/node'
import { rules } from '../../server/src/core'
import { fileKey } from '../../server/src/lsp/uri'
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

const text = `${head}青石镇高度重视防汛工作。\n`
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: { code: number }) => error.code,
  )
const published = async (client: TestClient, uri = draftUri) => {
  await client.settle()
  client.clock.advance(30)
  await client.settle()
  return client.published.findLast(each => each.uri === uri)?.diagnostics
}

describe('who is sent findings and who pulls them', () => {
  afterEach(disposeAll)

  const plain = (diagnostic: unknown, workspace: object = {}) =>
    ({ textDocument: { diagnostic }, workspace }) as ClientCapabilities

  it('a client that cannot be told to pull again is sent everything, late findings as well', async () => {
    for (const capabilities of [
      plain({}),
      plain(null),
      plain(false),
      plain(true),
      plain({}, { diagnostics: {} }),
    ]) {
      const client = await start({ capabilities, files: { 'file:///w/a/ligao.config.yaml': '' } })
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined)
      client.open(text)
      assert.equal((await published(client))?.length, 1)
      client.files.set('file:///w/a/ligao.config.yaml', 'rules:\n  stock-phrase: off\n')
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: 'file:///w/a/ligao.config.yaml', type: 2 }],
      })
      assert.equal((await published(client))?.length, 0)
    }
  })

  it('drafts are watched once, whoever wants to know', async () => {
    const client = await start()
    const watchers: string[] = []
    client.connection.onRequest(
      'client/registerCapability',
      ({
        registrations,
      }: {
        registrations: { registerOptions: { watchers?: { globPattern: string }[] } }[]
      }) => {
        for (const { registerOptions } of registrations)
          watchers.push(...(registerOptions.watchers ?? []).map(each => each.globPattern))
        return null
      },
    )
    client.open(text)
    await client.items()
    await client.connection.sendRequest('ligao/dueItems', {})
    await client.settle()
    assert.equal(watchers.filter(glob => glob.includes('md')).length, 1)
  })

  it('both spellings of the capability to pull again are read', async () => {
    for (const workspace of [
      { diagnostics: { refreshSupport: true } },
      { diagnostic: { refreshSupport: true } },
    ]) {
      const client = await start({ capabilities: plain({}, workspace) })
      assert.ok(client.initialized.capabilities.diagnosticProvider)
      client.open(text)
      assert.equal((await client.items()).length, 1)
    }
  })
})

describe('one file under two addresses', () => {
  afterEach(disposeAll)

  it('every way to write the address of a file gives one key', () => {
    const same = [
      ['file:///w/%E7%A8%BF%281%29.md', 'file:///w/稿(1).md', 'file:///w/%e7%a8%bf(1).md'],
      ['file:///c%3A/%E7%A8%BF.md', 'file:///C:/稿.md', 'file:///c:/%e7%a8%bf.md'],
      ["file:///w/a+b@c&d'e.md", 'file:///w/a%2Bb%40c%26d%27e.md'],
      ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ]
    for (const spellings of same) assert.equal(new Set(spellings.map(fileKey)).size, 1, spellings.join(' '))
    assert.notEqual(fileKey('file:///w/a.md'), fileKey('file:///w/b.md'))
    for (const none of ['', '%ZZ', 'file:///w/%ZZ.md', 'no address'])
      assert.equal(typeof fileKey(none), 'string')
  })

  it('a draft that is open under another spelling is owed once, as it stands in the editor', async () => {
    const onDisk = 'file:///w/甲(1).md'
    const client = await start({ files: { [onDisk]: `${head}12月10日前完成清淤。\n` } })
    client.open(`${head}12月20日前完成清淤。\n`, 'file:///w/%e7%94%b2%281%29.md')
    const told: { changed: { uri: string; items: { text: string }[] }[] }[] = []
    client.connection.onNotification('ligao/didChangeDueItems', change => void told.push(change))
    await client.connection.sendRequest('ligao/dueItems', {})
    await client.settle()
    const files = told.flatMap(each => each.changed)
    assert.deepEqual(
      files.map(({ items }) => items.map(item => item.text)),
      [['12月20日前']],
    )
  })
})

describe('columns in bytes and in characters', () => {
  afterEach(disposeAll)
  const astral = `${head}𠮷😀青石镇高度重视防汛工作。𠮷 高度重视。\n`
  const units = {
    'utf-8': (s: string) => Buffer.byteLength(s),
    'utf-32': (s: string) => [...s].length,
  } as const

  for (const encoding of ['utf-8', 'utf-32'] as const)
    it(`${encoding} is spoken with a client that has no utf-16`, async () => {
      const client = await start({
        capabilities: { ...fullCapabilities, general: { positionEncodings: [encoding] } },
      })
      assert.equal(client.initialized.capabilities.positionEncoding, encoding)
      client.open(astral)
      const line = astral.split('\n')[4]!
      const wanted = [...line.matchAll(/高度重视/g)].map(({ index }) => ({
        start: { line: 4, character: units[encoding](line.slice(0, index)) },
        end: { line: 4, character: units[encoding](line.slice(0, index + 4)) },
      }))
      assert.deepEqual(
        (await client.items()).map(({ range }) => range),
        wanted,
      )
      // An edit is placed by the same count: the second phrase goes.
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: draftUri, version: 2 },
        contentChanges: [{ range: wanted[1], text: '查堤' }],
      })
      assert.deepEqual(
        (await client.items()).map(({ range }) => range),
        wanted.slice(0, 1),
      )
    })

  it('utf-16 is taken wherever it is offered, and where nothing is', async () => {
    for (const positionEncodings of [undefined, ['utf-8', 'utf-16'], []]) {
      const client = await start({
        capabilities: { ...fullCapabilities, general: { positionEncodings } },
      })
      assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16')
    }
  })
})

describe('careless clients', () => {
  afterEach(disposeAll)

  it('capabilities that are null or missing are none, and findings are sent', async () => {
    for (const params of [{ capabilities: null }, { capabilities: undefined }, { capabilities: [] }]) {
      const client = await start({ params })
      client.open(text)
      assert.equal((await published(client))?.length, 1)
    }
  })

  it('a client that names its folder by a path alone has a folder', async () => {
    const client = await start({
      params: { workspaceFolders: undefined, rootPath: '/w' },
      files: { 'file:///w/a.md': text },
    })
    const { checked } = (await client.connection.sendRequest('ligao/checkFiles', {})) as {
      checked: { status: { uri: string } }[]
    }
    assert.deepEqual(
      checked.map(({ status }) => status.uri),
      ['file:///w/a.md'],
    )
  })

  it('initialize comes first and once, and nothing is answered after shutdown', async () => {
    const client = await start()
    assert.equal(await codeOf(client.connection.sendRequest('initialize', { capabilities: {} })), -32600)
    client.open(text)
    await client.connection.sendRequest('shutdown')
    assert.equal(await codeOf(client.pull()), -32600)
    const sent = client.published.length
    client.insert('高度重视', '防汛')
    client.clock.advance(1000)
    await client.settle()
    assert.equal(client.published.length, sent)
    const early = await start({ early: true })
    assert.equal(await codeOf(early.pull()), -32002)
    assert.equal(await codeOf(early.connection.sendRequest('shutdown')), -32002)
  })

  it('parameters of the wrong shape are told as such, whatever the method', async () => {
    const client = await start()
    client.open(text)
    const place = { textDocument: { uri: draftUri } }
    for (const [method, params] of [
      ['textDocument/diagnostic', null],
      ['textDocument/diagnostic', {}],
      ['textDocument/diagnostic', { textDocument: null }],
      ['textDocument/diagnostic', { textDocument: { uri: 7 } }],
      ['textDocument/diagnostic', { textDocument: { uri: draftUri }, previousResultId: 7 }],
      ['textDocument/diagnostic', { textDocument: { uri: draftUri }, identifier: {} }],
      ['textDocument/hover', place],
      ['textDocument/hover', { ...place, position: { line: 'x', character: 0 } }],
      ['textDocument/completion', null],
      ['textDocument/codeAction', place],
      ['textDocument/documentSymbol', null],
      ['textDocument/inlayHint', { ...place, range: {} }],
      ['ligao/status', null],
      ['ligao/reportCard', {}],
      ['ligao/checkFiles', 5],
    ] as const)
      assert.equal(
        await codeOf(client.connection.sendRequest(method, params)),
        -32602,
        `${method} ${JSON.stringify(params)}`,
      )
    for (const params of [
      null,
      {},
      { textDocument: { uri: draftUri } },
      { textDocument: { uri: draftUri }, contentChanges: [{}] },
    ])
      client.connection.sendNotification('textDocument/didChange', params)
    assert.equal((await client.items()).length, 1)
  })

  it('an empty change of settings takes back what was pushed before', async () => {
    const client = await start({ capabilities: pulling })
    client.open(text)
    const push = (settings: unknown) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    push({ ligao: { rules: { 'stock-phrase': 'off' } } })
    assert.equal((await client.items()).length, 0)
    push({})
    assert.equal((await client.items()).length, 1)
  })

  it('settings given at the start count where the client answers null', async () => {
    const client = await start({
      settings: () => null,
      options: { settings: { rules: { 'stock-phrase': 'off' } } },
    })
    client.open(text)
    assert.equal((await client.items()).length, 0)
  })
})

describe('files that change without a word', () => {
  afterEach(disposeAll)
  const config = 'file:///w/ligao.config.yaml'

  it('settings written by another program are seen at the next request', async () => {
    const client = await start({ files: { [config]: '' } })
    client.open(text)
    assert.equal((await client.items()).length, 1)
    client.files.set(config, 'rules:\n  stock-phrase: off\n')
    client.clock.advance(3000)
    await client.items()
    await client.settle()
    assert.ok(client.asked.includes('workspace/diagnostic/refresh'))
    assert.equal((await client.items()).length, 0)
  })

  it('what is wrong in a file of settings is still said when it is closed', async () => {
    const wrong = 'rules:\n  no-such-rule: off\n'
    const client = await start({ capabilities: {}, files: { [config]: wrong } })
    client.open(text)
    await published(client)
    const before = client.published.findLast(({ uri }) => uri === config)?.diagnostics
    assert.ok(before?.length)
    client.open(wrong, config, 'yaml')
    await published(client)
    client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: config } })
    await published(client)
    assert.deepEqual(client.published.findLast(({ uri }) => uri === config)?.diagnostics, before)
    assert.ok(textAt(wrong, before[0]!.range).length > 0)
  })

  it('reports of a folder that was taken out of the workspace count no more, at once', async () => {
    const paragraph =
      '青石镇对12座山塘逐座排查，加固堤段3.2公里，清出淤泥460方，投入抢险人员86人次，转移低洼户18户54人。'
    const client = await start({
      folders: ['file:///w', 'file:///old'],
      files: { 'file:///old/早稿.md': `${head}# 早稿\n\n${paragraph}\n` },
      rules,
    })
    client.open(`${head}# 新稿\n\n${paragraph}\n`)
    const codes = async () => (await client.items()).map(({ code }) => code)
    await codes()
    await client.settle()
    client.clock.advance(2000)
    await client.settle()
    assert.ok((await codes()).includes('duplicate-content'))
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: 'file:///old', name: 'old' }] },
    })
    await client.settle()
    client.clock.advance(2000)
    await client.settle()
    assert.ok(!(await codes()).includes('duplicate-content'))
  })
})

describe('half a word', () => {
  afterEach(disposeAll)

  it('is no name that is offered', async () => {
    const client = await start()
    client.open(`${head}责任单位：青石镇水利站。\n\n责任单位：镇水\n`)
    const { line } = client.position('责任单位：镇水\n')
    const list = (await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: draftUri },
      position: { line, character: 7 },
      context: { triggerKind: 1 },
    })) as { items: { label: string }[] } | null
    assert.deepEqual(
      list?.items.map(({ label }) => label),
      ['青石镇水利站'],
    )
  })
})
