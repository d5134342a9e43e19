import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inheritedFrom } from '../../../client/src/templates/inherited'
import {
  bodyOf,
  escapeSnippet,
  filePath,
  fillTemplate,
  headValues,
  plainText,
  sectionsOf,
  withOrdinal,
} from '../../../client/src/templates/template'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../../server/src/core'

const folder = path.resolve(__dirname, '../../../snippets/templates')
const names = readdirSync(folder).filter(name => name.endsWith('.md'))
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const values = {
  标题: '青石镇清理行洪障碍17处',
  单位: '云岭县青石镇人民政府',
  拟稿人: '周敏',
  今天: '2026-04-28',
  月日: '4月28日',
}
const analyze = createAnalyzer(rules)
const check = (text: string) =>
  analyze(openDraft(text), { settings: defaultSettings, now: Date.parse('2026-04-28T10:00:00+08:00') })

describe('report templates', () => {
  it('a title of any characters is written so that it reads back, and stands in the text as it was typed', () => {
    for (const 标题 of [
      '"三清"见效：甲村',
      '[转发] 甲',
      '3 #泵站停运',
      '甲: 乙',
      "it's",
      '*甲*',
      '甲$1}乙',
    ]) {
      const text = plainText(fillTemplate(read('动态.md'), { ...values, 标题, 联系电话: '08395550114' }))
      const entries = openDraft(text).frontMatter!.entries
      assert.equal(entries.get('标题')?.text, 标题)
      assert.equal(entries.get('联系电话')?.text, '08395550114')
      assert.equal(headValues(text).标题, 标题)
      assert.ok(text.includes(`\n# ${标题}\n`))
    }
  })

  it('there is one for every kind', () => assert.equal(names.length, 13))

  for (const name of names) {
    it(`${name}: declares its kind, and its gaps are told as gaps`, () => {
      const text = plainText(fillTemplate(read(name), values))
      const report = check(text)
      assert.equal(report.classification.inferred, false)
      assert.deepEqual(report.failures, [])
      const gaps = report.findings.filter(finding => finding.rule === 'unfilled-placeholder').length
      assert.equal(gaps, (text.match(/【填/g) ?? []).length)
      assert.ok(!/\{\{|\$\{/.test(text))
    })

    it(`${name}: tab stops count from 1 without a gap in the order of the text`, () => {
      const stops = [...fillTemplate(read(name), values).matchAll(/\$\{(\d+):【/g)].map(hit => Number(hit[1]))
      assert.deepEqual(
        [...stops].sort((a, b) => a - b),
        Array.from({ length: new Set(stops).size }, (_, i) => i + 1),
      )
    })
  }

  it('the emergency report is filled with at most sixteen tab stops, each time of day typed once', () => {
    const snippet = fillTemplate(read('突发初报.md'), values)
    assert.ok((snippet.match(/\$\{\d+:【/g) ?? []).length <= 16)
    assert.match(plainText(snippet), /^事发时间: 2026-04-28 【填：时:分】$/m)
    assert.match(plainText(snippet), /^4月28日【填：时:分】，【填：县镇村组或路段】发生/m)
  })

  it('the text alone, put into a draft with a head, asks for what the head would have asked', () => {
    const body = bodyOf(read('突发初报.md'))
    assert.match(body, /^\{\{月日\}\}\$\{1:【填：时:分】\}，/)
    assert.doesNotMatch(body, /\$\{\d+\//)
  })

  it('a value with snippet characters stays what it is', () => {
    assert.equal(escapeSnippet('投资$5}\\'), '投资\\$5\\}\\\\')
    assert.equal(plainText(fillTemplate('{{标题}}', { 标题: '投资$5}' })), '投资$5}')
  })

  it('an unknown value is a gap, an unknown reviewer is empty', () => {
    assert.equal(fillTemplate('${1:甲} {{事发时间}}|{{审核人}}|', {}), '${1:甲} ${2:【填：事发时间】}||')
  })

  it('sections can be taken one by one, with tab stops and number of their own', () => {
    const [first, second] = sectionsOf(read('问题.md'))
    assert.equal(first!.title, '主要问题')
    assert.match(second!.text, /\$\{1:/)
    assert.match(withOrdinal(second!.text, 4), /^## 四、原因分析/)
    assert.ok(!bodyOf(read('问题.md')).includes('---'))
  })

  it('file names are safe on every system and stay in the folder', () => {
    assert.equal(
      filePath('稿件/{日期} {标题}（{类型}）.md', { 日期: '2026-04-28', 标题: 'A/B: "甲"?', 类型: '动态' }),
      '稿件/2026-04-28 A-B- -甲--（动态）.md',
    )
    assert.equal(filePath('../../{标题}', { 标题: '..' }), '标题.md')
    assert.ok(filePath('{标题}.md', { 标题: '长'.repeat(500) }).length < 120)
  })

  it('a follow-up takes over event, grade and the time of the last report', () => {
    const earlier = headValues(
      '---\n标题: 青石镇山体滑坡\n类型: 突发初报\n成稿日期: 2026-04-26\n事发时间: 2026-04-26 07:40\n' +
        '接报时间: 2026-04-26 07:52\n等级: 较大\n报送时间: 2026-04-26 08:20\n状态: 已报送\n---\n',
    )
    const followUp = plainText(fillTemplate(read('突发续报.md'), { ...values, ...inheritedFrom(earlier) }))
    assert.match(followUp, /^等级: 较大\n上次报送时间: 2026-04-26 08:20\n状态: 草稿$/m)
    assert.match(followUp, /《青石镇山体滑坡》（4月26日初报）/)
    const final = plainText(fillTemplate(read('突发终报.md'), { ...values, ...inheritedFrom(earlier) }))
    assert.match(final, /^处置结束时间: 【填：处置结束时间】$/m)
    assert.match(plainText(fillTemplate(read('突发初报.md'), values)), /^等级: $/m)
  })

  it('the head of an earlier report is read whatever the colon', () => {
    assert.deepEqual(headValues('---\n标题：甲\n事发时间: 2026-04-26 07:40\n---\n'), {
      标题: '甲',
      事发时间: '2026-04-26 07:40',
    })
  })
})
