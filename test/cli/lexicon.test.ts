// The unit's own lexicon in a terminal.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callCommandLine } from '../support/commandLine'

const draft = '---\n标题: 青石镇清河\n类型: 总结\n---\n\n青石镇一盘棋推进河道清理，全镇高度重视。\n'

describe('the own lexicon in a terminal', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-lexicon-'))
    mkdirSync(path.join(cwd, '稿件'))
    writeFileSync(path.join(cwd, '稿件', '清河.md'), draft)
  })
  afterEach(() => rmSync(cwd, { recursive: true, force: true }))

  const phrases = async (...args: string[]) => {
    const { out, err } = await callCommandLine(cwd, ['check', '稿件', '--format', 'json', ...args])
    const [{ findings }] = JSON.parse(out)
    return {
      told: findings
        .flatMap((each: { reasons: { rule: string; excerpt: string }[] }) => each.reasons)
        .filter((each: { rule: string }) => each.rule === 'generic-phrase')
        .map((each: { excerpt: string }) => each.excerpt),
      err,
    }
  }

  it('adds phrases and allows wordings, from every folder above the draft, with --config too', async () => {
    assert.deepEqual((await phrases()).told, ['高度重视'])
    writeFileSync(path.join(cwd, 'ligao.lexicon.yaml'), 'phrases: [一盘棋推进]\n')
    writeFileSync(path.join(cwd, '稿件', 'ligao.lexicon.yaml'), '允许用语: [高度重视]\n')
    writeFileSync(path.join(cwd, 'own.yaml'), 'unit: 青石镇\n')
    for (const args of [[], ['--config', 'own.yaml']]) {
      const { told, err } = await phrases(...args)
      assert.deepEqual(told, ['一盘棋推进'])
      assert.equal(err, '')
    }
  })

  it('says what is wrong in it, with file, line and column, once for any number of drafts', async () => {
    writeFileSync(path.join(cwd, '稿件', '清河二.md'), draft)
    const lexicon = path.join(cwd, 'ligao.lexicon.yaml')
    writeFileSync(lexicon, 'phrases:\n  - pattern: 一.*棋\n  - 一盘棋推进\n')
    const { told, err } = await phrases()
    assert.deepEqual(told, ['一盘棋推进', '高度重视'])
    assert.equal(
      err,
      `${lexicon}:2:5：正则里不能用 * 和 +，写明最多几个字，如 [^，。]{1,12}；这一条没有启用\n`,
    )
  })
})
