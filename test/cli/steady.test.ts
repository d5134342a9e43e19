// What comes from files cannot steer the terminal, whichever command says it and however, nor hide in a calendar.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json, steady } from '../../server/src/cli/format/plain'
import { callCommandLine } from '../support/commandLine'

const hostile = '甲\u001b]52;c;eA==\u0007乙\u009b2J丙\u202e丁'
const steers = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('the terminal', () => {
  let cwd: string
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-steady-'))
    mkdirSync(path.join(cwd, 'sub'))
    writeFileSync(
      path.join(cwd, 'ligao.config.yaml'),
      `rules:\n  "\\e]52;c;eA==\\a\\x9b": error\nunit: "甲\\x9b\\u202e"\nchannels:\n  - {name: "坏\\e[2J", type: folder, path: x}\n`,
    )
    writeFileSync(path.join(cwd, 'ligao.lexicon.yaml'), `"\\e[2J": 1\n`)
    writeFileSync(
      path.join(cwd, '稿\u009b1m.md'),
      `---\n标题: ${hostile}\n类型: ${hostile}\n单位: 青石镇\n---\n\n青石镇4月30日前完成${hostile}清理。\n`,
    )
    writeFileSync(path.join(cwd, 'sub', '旧\u009b\u202e稿.md'), Buffer.from('d5fecef1', 'hex'))
  })
  after(() => rmSync(cwd, { recursive: true, force: true }))

  for (const args of [
    ['check', '.'],
    ['check', '.', '--format', 'json'],
    ['check', '.', '--format', 'sarif'],
    ['due', '.'],
    ['due', '.', '--format', 'json'],
    ['due', '.', '--format', 'ics'],
    ['config', '.'],
    ['config', '.', '--format', 'json'],
    ['submit', '稿\u009b1m.md', '--format', 'json'],
    ['export', '稿\u009b1m.md'],
    ['\u001b[2J'],
    ['check', '--\u009b2J'],
  ])
    it(`${args.join(' ').replace(/[^ -~]/g, '·')}: no control character but ends of lines`, async () => {
      const { out, err } = await callCommandLine(cwd, args)
      assert.notEqual(out + err, '')
      assert.doesNotMatch(out, steers)
      assert.doesNotMatch(err, steers)
    })

  it('JSON says the same all the same, and our own colours stay', () => {
    assert.deepEqual(JSON.parse(json({ [hostile]: [hostile] })), { [hostile]: [hostile] })
    assert.equal(steady('\u001b[31m错误\u001b[0m\n\u001b[2J'), '\u001b[31m错误\u001b[0m\n\ufffd[2J')
  })
})
