// The terminal and the editor say the same of the same drafts: every sample and every labelled draft, with the pictures
// beside them, the reports around them, the unit's own lexicon, and words.

import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic } from 'vscode-languageserver/node'
import { rules } from '../../server/src/core'
import { nodeRuntime } from '../../server/src/lsp/node'
import { type CheckFilesResult, checkFilesRequest, noteCode } from '../../server/src/protocol'
import { disposeAll, start } from '../lsp/support/client'
import { callCommandLine } from '../support/commandLine'

const root = path.resolve(__dirname, '../..')
const severities = ['error', 'warning', 'information', 'hint']

interface CliFinding {
  rule: string
  severity: string
  range: Diagnostic['range']
  message: string
}

const place = ({ start: from, end }: Diagnostic['range']) =>
  `${from.line}:${from.character}-${end.line}:${end.character}`

describe('the terminal and the editor', function () {
  this.timeout(60_000)
  let cwd: string
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-parity-'))
    cpSync(path.join(root, 'samples'), path.join(cwd, 'samples'), { recursive: true })
    for (const folder of ['drafts', 'others'])
      cpSync(path.join(root, 'test/fixtures', folder), path.join(cwd, folder), { recursive: true })
    writeFileSync(path.join(cwd, 'ligao.lexicon.yaml'), 'allowed: [高度重视]\nphrases: [抓好落实]\n')
    const copied =
      '青石镇组织志愿者12人走进东街社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳。'
    writeFileSync(
      path.join(cwd, '一.md'),
      `---\n标题: 东街防溺水\n类型: 动态\n成稿日期: 2026-04-01\n---\n\n${copied}\n`,
    )
    writeFileSync(
      path.join(cwd, '二.md'),
      `---\n标题: 西街防溺水\n类型: 动态\n成稿日期: 2026-04-20\n---\n\n${copied}\n\n![4月12日，志愿者在河边](没有.jpg)\n`,
    )
  })
  after(() => {
    disposeAll()
    rmSync(cwd, { recursive: true, force: true })
  })

  it('say the same of the same drafts', async () => {
    const { out } = await callCommandLine(cwd, ['check', '--format', 'json'])
    const terminal = new Map<string, string[]>()
    for (const { file, findings } of JSON.parse(out) as { file: string; findings: CliFinding[] }[])
      terminal.set(
        pathToFileURL(path.join(cwd, file)).href,
        findings.map(
          ({ rule, severity, range, message }) =>
            `${rule} ${severity} ${place(range)} ${message.split('。')[0]}`,
        ),
      )

    const { files, segmenter, clauses } = nodeRuntime(path.join(root, 'dist'), () => {})
    await segmenter!.load()
    await clauses!.load()
    const client = await start({
      rules,
      folders: [pathToFileURL(cwd).href],
      runtime: { files, segmenter: segmenter!, clauses: clauses! },
    })
    const checked = await client.connection.sendRequest<CheckFilesResult>(checkFilesRequest, {})
    const editor = new Map(
      checked.checked.map(({ status, diagnostics }) => [
        status.uri,
        diagnostics
          .filter(({ code }) => code !== noteCode)
          .map(
            ({ code, severity, range, message }) =>
              `${code} ${severities[severity! - 1]} ${place(range)} ${String(message).split('\n')[0]!.split('。')[0]}`,
          ),
      ]),
    )

    assert.ok(editor.size > 60, `${editor.size} reports`)
    for (const [uri, findings] of terminal) assert.deepEqual(editor.get(uri) ?? [], findings, uri)
    const all = [...terminal.values()].flat().join('\n')
    for (const words of ['duplicate-content', 'missing-image warning', '抓好落实', '空泛句'])
      assert.ok(all.includes(words), `${words} is not among the findings`)
    assert.equal(readdirSync(path.join(cwd, 'drafts')).length > 60, true)
  })
})
