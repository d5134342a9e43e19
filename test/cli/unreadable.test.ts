// Files that the terminal command cannot read: it says which and why, reads the others, and ends with 2.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callCommandLine } from '../support/commandLine'

const draft =
  '---\n标题: 青石镇清理河道\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里，5月10日前完成补种。\n'
/** 政务信息 as WPS writes it on an old machine. */
const gbk = Buffer.from('d5fecef1d0c5cfa2', 'hex')
const main = path.join(__dirname, '..', '..', 'server', 'src', 'cli', 'main.ts')

describe('what the terminal cannot read', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-unreadable-'))
    writeFileSync(path.join(cwd, '清淤.md'), draft)
  })
  afterEach(() => rmSync(cwd, { recursive: true, force: true }))

  for (const [name, bytes] of [
    ['GBK', gbk],
    ['UTF-16', Buffer.from(`\ufeff${draft}`, 'utf16le')],
  ] as const)
    it(`a file in ${name} is no report without words: it is said, and the others are checked`, async () => {
      writeFileSync(path.join(cwd, '旧稿.md'), bytes)
      const checked = await callCommandLine(cwd, ['check'])
      assert.equal(checked.code, 2)
      assert.match(checked.err, /旧稿\.md”：不是 UTF-8 编码/)
      assert.match(checked.out, /检查 1 篇/)
      const due = await callCommandLine(cwd, ['due'])
      assert.equal(due.code, 2)
      assert.match(due.err, /旧稿\.md/)
      assert.match(due.out, /5月10日/)
      for (const command of ['submit', 'export']) {
        const { code, err } = await callCommandLine(cwd, [command, '旧稿.md'])
        assert.equal(code, 2)
        assert.match(err, /不是 UTF-8 编码/)
      }
    })

  it('a byte order mark is no character of the draft', async () => {
    writeFileSync(
      path.join(cwd, '清淤.md'),
      '青石镇高度重视防汛工作\n\n4月3日，青石镇查堤3.2公里，全镇高度重视。\n',
    )
    const { out } = await callCommandLine(cwd, ['check', '--format', 'json'])
    writeFileSync(
      path.join(cwd, '清淤.md'),
      '\ufeff青石镇高度重视防汛工作\n\n4月3日，青石镇查堤3.2公里，全镇高度重视。\n',
    )
    assert.equal((await callCommandLine(cwd, ['check', '--format', 'json'])).out, out)
  })

  it('settings and lexicons in GBK are said too', async () => {
    writeFileSync(path.join(cwd, 'ligao.config.yaml'), gbk)
    writeFileSync(path.join(cwd, 'ligao.lexicon.yaml'), gbk)
    const { code, err } = await callCommandLine(cwd, ['check'])
    assert.equal(code, 0)
    assert.match(err, /ligao\.config\.yaml：读不了配置文件：不是 UTF-8/)
    assert.match(err, /ligao\.lexicon\.yaml：读不了词库：不是 UTF-8/)
  })

  it('a name or a draft that would steer the terminal is shown as text', async () => {
    writeFileSync(
      path.join(cwd, process.platform === 'win32' ? '红.md' : '红\u001b[31m.md'),
      '---\n标题: "甲\\e[2J"\n类型: 动态\n---\n\n青石镇高度\u001b[2J重视。镇应急办5月10日前完成\u001b[2J补种。\n',
    )
    for (const command of ['check', 'due'])
      assert.doesNotMatch((await callCommandLine(cwd, [command])).out, /[\u001b\u009b]/)
  })

  it('a folder without drafts has nothing to hand in', async () => {
    mkdirSync(path.join(cwd, '空'))
    const { code, err } = await callCommandLine(cwd, ['submit', '空'])
    assert.equal(code, 2)
    assert.match(err, /没有找到稿件/)
  })

  it('a pipe that is named like a picture or a draft lets nobody wait', async function () {
    if (process.platform === 'win32') return this.skip()
    execFileSync('mkfifo', [path.join(cwd, '图.png'), path.join(cwd, '管.md')])
    writeFileSync(path.join(cwd, '清淤.md'), `${draft}\n![清淤](图.png)\n`)
    const { code, out } = await callCommandLine(cwd, ['check'])
    assert.equal(code, 0)
    assert.match(out, /检查 1 篇/)
  })

  it('who reads the output may leave', async function () {
    this.timeout(30_000)
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'rules', '--format', 'json'])
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', chunk => {
      err += chunk
    })
    await new Promise(resolve => child.on('close', resolve))
    assert.equal(err, '')
  })
})
