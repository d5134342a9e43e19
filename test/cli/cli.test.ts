// The terminal command as another program would call it.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callCommandLine } from '../support/commandLine'

const draft =
  '---\n标题: 青石镇清理河道\n类型: 消息\n单位: 青石镇\n拟稿人: 王某\n审核人: 李某\n签发人: 赵某\n---\n\n4月12日，青石镇清理河道3.2公里。\n'
const readme = '# 项目说明\n\n运行 `npm install` 安装依赖。\n'

describe('ligao in a terminal', () => {
  let cwd: string
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-cli-'))
    mkdirSync(path.join(cwd, '稿件'))
    writeFileSync(path.join(cwd, '稿件', '清淤.md'), draft)
    writeFileSync(path.join(cwd, 'README.md'), readme)
    mkdirSync(path.join(cwd, 'node_modules'))
    writeFileSync(path.join(cwd, 'node_modules', 'x.md'), draft)
  })
  after(() => rmSync(cwd, { recursive: true, force: true }))

  const call = (args: readonly string[], stdin = '') => callCommandLine(cwd, args, { stdin })

  it('check: JSON has the agreed form, places count from zero in UTF-16', async () => {
    const { code, out } = await call(['check', '--format', 'json'])
    assert.equal(code, 0)
    const results = JSON.parse(out)
    assert.deepEqual(
      results.map((result: { file: string }) => result.file),
      ['README.md', path.join('稿件', '清淤.md')],
    )
    const [silent, checked] = results
    assert.deepEqual([silent.kind, silent.findings, silent.score], [null, [], null])
    assert.equal(checked.kindInferred, true)
    const finding = checked.findings.find((each: { rule: string }) => each.rule === 'front-matter')
    assert.deepEqual(finding.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } })
    assert.equal(finding.excerpt, '消息')
    assert.match(finding.message, /类型“消息”不是已知的信息类型/)
    assert.ok(Number.isInteger(checked.score) && checked.score < 100)
  })

  it('check: exit code 1 only when something reaches --fail-on', async () => {
    assert.equal((await call(['check', '稿件'])).code, 0)
    assert.equal((await call(['check', '稿件', '--fail-on', 'warning'])).code, 1)
    assert.equal((await call(['check', '稿件', '--fail-on', 'never'])).code, 0)
  })

  it('check: reads standard input under a name', async () => {
    const { out } = await call(['check', '--stdin', '--stdin-filename', '甲.md', '--format', 'json'], draft)
    assert.equal(JSON.parse(out)[0].file, '甲.md')
  })

  it('check: text names the file, the place, the level and the rule', async () => {
    const { out } = await call(['check', '稿件'])
    assert.match(out, /清淤\.md {2}动态（推断）/)
    assert.match(out, /3:5 +警告 .*front-matter/)
    assert.match(out, /检查 1 篇/)
  })

  it('check: SARIF counts from one', async () => {
    const { out } = await call(['check', '稿件', '--format', 'sarif'])
    const [run] = JSON.parse(out).runs
    assert.deepEqual(run.results[0].locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 7,
    })
  })

  it('settings: the nearest file wins, and config tells where a value comes from', async () => {
    writeFileSync(path.join(cwd, 'ligao.config.yaml'), 'unit: 云岭县\nrules: { front-matter: error }\n')
    writeFileSync(path.join(cwd, '稿件', 'ligao.config.yaml'), 'unit: 青石镇\n')
    try {
      assert.equal((await call(['check', '稿件'])).code, 1)
      const shown = JSON.parse((await call(['config', '稿件/清淤.md', '--format', 'json'])).out)
      assert.equal(shown.unit.value, '青石镇')
      assert.equal(shown.unit.origin, path.join(cwd, '稿件', 'ligao.config.yaml'))
      assert.equal(shown.timeZone.origin, 'default')
    } finally {
      rmSync(path.join(cwd, 'ligao.config.yaml'))
      rmSync(path.join(cwd, '稿件', 'ligao.config.yaml'))
    }
  })

  it('a broken settings file is said, and the drafts are checked all the same', async () => {
    writeFileSync(path.join(cwd, 'ligao.config.yaml'), 'unit: [\n')
    try {
      const { code, out, err } = await call(['check', '稿件'])
      assert.equal(code, 0)
      assert.match(out, /检查 1 篇/)
      assert.match(err, /ligao\.config\.yaml:\d+:\d+：/)
    } finally {
      rmSync(path.join(cwd, 'ligao.config.yaml'))
    }
  })

  it('a rule that does not exist is said', async () => {
    writeFileSync(path.join(cwd, 'ligao.config.yaml'), 'rules: { front-mater: error }\n')
    try {
      assert.match((await call(['check', '稿件'])).err, /没有名为“front-mater”的规则/)
    } finally {
      rmSync(path.join(cwd, 'ligao.config.yaml'))
    }
  })

  for (const [why, args] of [
    ['no command', []],
    ['an unknown command', ['chekc']],
    ['an unknown option', ['check', '--fromat', 'json']],
    ['an unknown format', ['check', '--format', 'xml']],
    ['a time without a zone', ['check', '--now', '2026-04-28T10:00:00']],
    ['a file that is not there', ['check', '没有.md']],
    ['standard input and a path', ['check', '--stdin', '稿件']],
    ['a settings file that is not there', ['check', '--config', '没有.yaml']],
  ] as const)
    it(`usage: ${why} ends with 2 and a word on standard error`, async () => {
      const { code, err, out } = await call(args)
      assert.equal(code, 2)
      assert.ok(err.length + out.length > 10)
    })

  it('rules: every rule with its messages', async () => {
    const list = JSON.parse((await call(['rules', '--format', 'json'])).out)
    assert.ok(list.some((rule: { id: string }) => rule.id === 'front-matter'))
    for (const rule of list)
      for (const message of Object.values(rule.messages) as { what: string }[]) assert.ok(message.what)
  })
})
