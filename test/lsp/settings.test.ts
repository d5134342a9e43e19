// Settings as the server sees them: by folder, from files, from a client that answers badly or not at all.

import assert from 'node:assert/strict'
import { disposeAll, draftUri, fullCapabilities, head, pulling, start, textAt } from './support/client'

const text = `${head}青石镇高度重视防汛工作。\n`
const config = (uri: string) => `${uri}/ligao.config.yaml`
const off = 'rules:\n  stock-phrase: off\n'
const refresh = 'workspace/diagnostic/refresh'

describe('settings of the server', () => {
  afterEach(disposeAll)

  it('two folders with different settings do not mix', async () => {
    const client = await start({
      folders: ['file:///w/a', 'file:///w/b'],
      settings: uri => ({ rules: { 'stock-phrase': uri.startsWith('file:///w/b/') ? 'error' : 'hint' } }),
    })
    client.open(text, 'file:///w/a/x.md')
    client.open(text, 'file:///w/b/x.md')
    assert.deepEqual([(await client.items('file:///w/a/x.md'))[0]?.severity], [4])
    assert.deepEqual([(await client.items('file:///w/b/x.md'))[0]?.severity], [1])
  })

  it('the nearest ligao.config.yaml wins over outer ones and the editor', async () => {
    const client = await start({
      files: {
        [config('file:///w')]: 'rules:\n  stock-phrase: error\n',
        [config('file:///w/a/b')]: 'rules:\n  stock-phrase: hint\n',
      },
      settings: () => ({ rules: { 'stock-phrase': 'information' } }),
    })
    for (const [uri, severity] of [
      ['file:///w/a/b/c/x.md', 4],
      ['file:///w/a/x.md', 1],
      ['file:///elsewhere/x.md', 3],
    ] as const) {
      client.open(text, uri)
      assert.equal((await client.items(uri))[0]?.severity, severity, uri)
    }
  })

  it('a draft that was never saved has the settings of the workspace folder', async () => {
    const client = await start({ files: { [config('file:///w')]: off } })
    client.open(text, 'untitled:Untitled-1')
    assert.deepEqual(await client.items('untitled:Untitled-1'), [])
  })

  it('changed settings and files take effect, and the client is told to ask again', async () => {
    let level = 'error'
    const client = await start({ settings: () => ({ rules: { 'stock-phrase': level } }) })
    client.open(text)
    assert.equal((await client.items())[0]?.severity, 1)
    level = 'hint'
    client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await client.settle()
    assert.deepEqual(client.asked.filter(each => each === refresh).length, 1)
    assert.equal((await client.items())[0]?.severity, 4)
    client.files.set(config('file:///w'), off)
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config('file:///w'), type: 1 }],
    })
    await client.settle()
    assert.deepEqual(client.asked.filter(each => each === refresh).length, 2)
    assert.deepEqual(await client.items(), [])
    client.files.delete(config('file:///w'))
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config('file:///w'), type: 3 }],
    })
    await client.settle()
    assert.equal((await client.items()).length, 1)
  })

  it('a changed unrelated file changes nothing', async () => {
    const client = await start()
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/other.yaml', type: 1 }],
    })
    await client.settle()
    assert.ok(!client.asked.includes(refresh))
  })

  it('registers for changes where the client can', async () => {
    const client = await start()
    assert.ok(client.asked.includes('client/registerCapability'))
    const plain = await start({ capabilities: pulling })
    assert.ok(!plain.asked.includes('client/registerCapability'))
  })

  it('a client that cannot be asked passes settings at the start and in the notification', async () => {
    const client = await start({
      capabilities: pulling,
      options: { settings: { rules: { 'stock-phrase': 'error' } } },
    })
    client.open(text)
    assert.equal((await client.items())[0]?.severity, 1)
    client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { ligao: { rules: { 'stock-phrase': 'off' } } },
    })
    assert.deepEqual(await client.items(), [])
  })

  it('settings of the wrong types fall back key by key', async () => {
    for (const nonsense of [
      42,
      'x',
      [],
      { rules: 7, typingPause: 'soon', language: 'fr', timeZone: null, terms: [1] },
      new Error('no settings here'),
    ]) {
      const client = await start({ settings: () => nonsense })
      client.open(text)
      assert.equal((await client.items()).length, 1)
    }
  })

  it('a client that never answers does not keep the findings waiting; a late answer still counts', async () => {
    const client = await start({ settings: () => 'never' })
    client.open(text)
    const pull = client.items()
    await client.settle()
    client.clock.advance(1500)
    assert.equal((await pull).length, 1)

    let answer: (value: unknown) => void = () => {}
    const late = new Promise(resolve => {
      answer = resolve
    })
    const slow = await start({ settings: () => late })
    slow.open(text)
    const first = slow.items()
    await slow.settle()
    slow.clock.advance(1500)
    assert.equal((await first)[0]?.severity, 2)
    answer({ rules: { 'stock-phrase': 'off' } })
    await slow.settle()
    assert.ok(slow.asked.includes(refresh))
    assert.deepEqual(await slow.items(), [])
  })

  it('messages follow ligao.language, and auto the language of the editor', async () => {
    for (const [language, locale, words] of [
      ['zh-CN', 'en', /套话/],
      ['en', 'zh-cn', /stock phrase/],
      ['auto', 'en', /stock phrase/],
      ['auto', 'zh-cn', /套话/],
    ] as const) {
      const client = await start({ settings: () => ({ language }), locale })
      client.open(text)
      assert.match(String((await client.items())[0]?.message), words)
    }
  })

  it('enable: false is silence', async () => {
    const client = await start({ settings: () => ({ enable: false }) })
    client.open(text)
    assert.deepEqual(await client.items(), [])
  })
})

describe('problems of ligao.config.yaml', () => {
  afterEach(disposeAll)
  const bad = 'timezone: 上海\ndueSoonHours: 很快\nrules:\n  stock-phrase: loud\n  no-such-rule: off\n'

  it('are sent for a file that takes part and is not open', async () => {
    const uri = config('file:///w')
    const client = await start({ files: { [uri]: bad } })
    client.open(text)
    await client.items()
    await client.settle()
    const { diagnostics } = client.published.find(each => each.uri === uri)!
    assert.deepEqual(
      diagnostics.map(item => textAt(bad, item.range)),
      ['timezone: 上海', 'dueSoonHours: 很快', 'stock-phrase: loud', 'no-such-rule: off'],
    )
    assert.match(String(diagnostics[0]?.message), /timeZone/)
    client.files.set(uri, 'dueSoonHours: 5\n')
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] })
    await client.settle()
    assert.deepEqual(client.published.at(-1), { uri, diagnostics: [] })
  })

  it('are pulled for a file that is open, and not sent a second time', async () => {
    const uri = config('file:///w')
    const client = await start({ files: { [uri]: bad } })
    client.open(bad, uri, 'yaml')
    client.open(text)
    await client.items()
    assert.equal((await client.items(uri)).length, 4)
    await client.settle()
    assert.deepEqual(
      client.published.flatMap(each => each.diagnostics),
      [],
    )
    client.change([{ text: 'dueSoonHours: [\n' }], uri)
    assert.equal((await client.items(uri))[0]?.code, 'ligao-config')
  })

  it('are sent for an open file to a client that does not pull', async () => {
    const uri = config('file:///w')
    const client = await start({ capabilities: {}, files: { [uri]: bad } })
    client.open(bad, uri, 'yaml')
    await client.settle()
    client.clock.advance(0)
    await client.settle()
    assert.equal(client.published.filter(each => each.uri === uri).at(-1)?.diagnostics.length, 4)
  })

  it('saving the file in the editor is enough for a client without watchers', async () => {
    const uri = config('file:///w')
    const client = await start({
      capabilities: { ...fullCapabilities, workspace: { diagnostics: { refreshSupport: true } } },
      files: { [uri]: '' },
    })
    client.open('', uri, 'yaml')
    client.open(text)
    assert.equal((await client.items()).length, 1)
    client.files.set(uri, off)
    client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    assert.deepEqual(await client.items(draftUri), [])
  })
})
