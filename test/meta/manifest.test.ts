// The manifest and the client agree: every command has a title and a handler, every text has its English.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const manifest = JSON.parse(read('package.json'))
const clientFiles = readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => `client/src/${file.split(path.sep).join('/')}`)
const sources = clientFiles.map(file => ({ file, text: read(file) }))

describe('the manifest', () => {
  const declared: string[] = manifest.contributes.commands.map(
    (command: { command: string }) => command.command,
  )

  it('declares each command once', () => assert.equal(new Set(declared).size, declared.length))

  it('each declared command is registered exactly once, and no other', () => {
    const registered = sources.flatMap(({ text }) =>
      [...text.matchAll(/registerCommand\(\s*'(ligao\.\w+)'/g)].map(hit => hit[1]!),
    )
    assert.deepEqual([...registered].sort(), [...declared].sort())
  })

  for (const file of ['package.nls.json', 'package.nls.en.json'])
    it(`${file} has every text that the manifest refers to, and no other`, () => {
      const used = new Set([...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(hit => hit[1]!))
      assert.deepEqual(Object.keys(JSON.parse(read(file))).sort(), [...used].sort())
    })

  it('the list of templates names every template that is shipped', () => {
    const catalogue = sources.find(({ file }) => file.endsWith('templates/catalogue.ts'))!.text
    const listed = [...catalogue.matchAll(/^ {2}\['([^']+)', '[^']+'\],$/gm)].map(hit => `${hit[1]}.md`)
    assert.deepEqual(listed.sort(), readdirSync(path.join(root, 'snippets/templates')).sort())
  })

  it('menus name declared commands only', () => {
    const named = Object.values(manifest.contributes.menus as Record<string, { command?: string }[]>)
      .flat()
      .map(entry => entry.command)
    assert.deepEqual(
      named.filter(command => command?.startsWith('ligao.') && !declared.includes(command)),
      [],
    )
  })
})

describe('the texts of the client', () => {
  const features = sources.filter(({ file }) => !file.includes('/submission/'))
  const used = new Set(
    features.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(hit => hit[1]!)),
  )
  const english: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.en.json'))

  it('each has its English, and no English is left over', () =>
    assert.deepEqual(Object.keys(english).sort(), [...used].sort()))

  it('the English has the same placeholders', () => {
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(hit => hit[0]).sort()
    for (const [chinese, text] of Object.entries(english))
      assert.deepEqual(places(text), places(chinese), chinese)
  })
})

describe('what the client says and hears', () => {
  it('every notification, list, row and tooltip is shown by notify.ts, which leaves no link or icon in words from outside', () => {
    const shows =
      /show(?:Information|Warning|Error)Message|showQuickPick|createQuickPick|showInputBox|new vscode\.TreeItem\(|setStatusBarMessage|new vscode\.MarkdownString|\.isTrusted = /
    const others = sources.filter(
      ({ file, text }) => !file.endsWith('client/src/notify.ts') && shows.test(text),
    )
    assert.deepEqual(
      others.map(({ file }) => file),
      [],
    )
  })

  it('notifications of the server are heard through server.ts alone, where all who listen are told', () => {
    const registered = sources
      .filter(({ text }) => /\bclient\.onNotification\(/.test(text))
      .map(({ file }) => file)
    assert.deepEqual(registered, ['client/src/server.ts'])
    const text = sources.find(({ file }) => file === 'client/src/server.ts')!.text
    assert.equal([...text.matchAll(/\bclient\.onNotification\(/g)].length, 1)
  })
})
