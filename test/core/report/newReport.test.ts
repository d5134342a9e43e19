// A report that nobody has written yet: a frame of blanks is no bad text. And blanks of every shape are seen, in it or in a text.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fillTemplate, plainText } from '../../../client/src/templates/template'
import { createAnalyzer, defaultSettings, editDraft, openDraft, rules } from '../../../server/src/core'
import { findBlanks } from '../../../server/src/core/text/blanks'

const analyze = createAnalyzer(rules)
const request = { settings: defaultSettings, now: Date.parse('2026-04-28T10:00:00+08:00') }
const check = (text: string) => analyze(openDraft(text), request)

const folder = path.resolve(__dirname, '../../../snippets/templates')
const values = {
  标题: '石湾镇清运河道漂浮物',
  单位: '云岭县石湾镇人民政府',
  拟稿人: '周敏',
  今天: '2026-04-28',
  月日: '4月28日',
}
const fresh = readdirSync(folder).map(name => {
  const text = plainText(fillTemplate(readFileSync(path.join(folder, name), 'utf8'), values))
  return { name, text, gaps: text.match(/【填/g)!.length }
})
const lineOf = (text: string) => check(text).shown.find(({ rule }) => rule === 'unfilled-placeholder')

describe('a new report', () => {
  for (const { name, text, gaps } of fresh)
    it(`${name}: one quiet line that keeps it from going out, and no score`, () => {
      const { shown, score } = check(text)
      assert.equal(score, undefined)
      assert.deepEqual(
        shown
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .map(({ rule }) => rule),
        [],
      )
      const lines = shown.filter(({ rule }) => rule === 'unfilled-placeholder')
      assert.equal(lines.length, 1)
      const [{ severity, stopsHandIn, what, reasons, start }] = lines as [(typeof lines)[number]]
      assert.deepEqual([severity, stopsHandIn, start, reasons.length], ['hint', true, 0, gaps])
      assert.match(what[0], new RegExp(`^还有${gaps}处没填：`))
    })

  it('an overdue deadline is said all the same', () => {
    const { text } = fresh.find(({ name }) => name === '动态.md')!
    const late = text.replace('状态: 草稿', '报送时限: 2026-04-27 18:00\n状态: 草稿')
    assert.ok(
      check(late).shown.some(({ rule, severity }) => rule === 'overdue-report' && severity === 'error'),
    )
  })

  it('is judged and scored once there is a text, and the line is still there while a blank is left', () => {
    const { text } = fresh.find(({ name }) => name === '动态.md')!
    const written = text.replace(
      /【填：月日】.*\n/,
      '4月26日，石湾镇水利站组织12人清运龙泉河漂浮物3.2吨，疏通涵洞4处。\n',
    )
    const { score, shown } = check(written)
    assert.ok(score && score.total <= 59)
    const line = shown.find(({ rule }) => rule === 'unfilled-placeholder')!
    assert.deepEqual([line.severity, line.stopsHandIn, line.reasons.length], ['information', true, 2])
    const whole = written.replace(/【填：怎么做的.*\n/, '动用挖机2台。余下的1处涵洞由水利站5月10日前疏通。\n')
    assert.ok(check(whole).score)
    assert.ok(check(whole).shown.every(({ stopsHandIn }) => !stopsHandIn))
  })

  it('with a title alone has nothing to hand in', () => {
    const { score, shown } = check('---\n标题: 石湾镇清淤\n类型: 动态\n---\n\n# 石湾镇清淤\n')
    assert.equal(score, undefined)
    assert.ok(shown.some(({ stopsHandIn, what }) => stopsHandIn && /正文还没有写/.test(what[0])))
  })

  it('a masked name in a text that says something leaves it a text', () => {
    const text =
      '---\n类型: 动态\n---\n\n4月26日，××镇水利站组织12人清运龙泉河漂浮物3.2吨，疏通涵洞4处，投入机械2台。\n'
    assert.ok(check(text).score)
    assert.equal(lineOf(text)?.severity, 'information')
  })

  it('a blank that is switched off with a reason counts no more', () => {
    const text = `---\n类型: 动态\n---\n\n4月26日，石湾镇清淤3.2公里，出动12人，疏通涵洞4处。\n\n<!-- ligao-disable-next-line unfilled-placeholder 表样 -->\n附后的表样写作××村。\n\n由【填：谁】牵头。\n`
    assert.deepEqual(
      check(text)
        .shown.filter(({ stopsHandIn }) => stopsHandIn)
        .map(({ reasons }) => reasons.length),
      [1],
    )
  })

  it('is the same after edits as afresh, over the line where it becomes a text', () => {
    const { text } = fresh.find(({ name }) => name === '动态.md')!
    let draft = openDraft(text)
    analyze(draft, request)
    const sentence = '石湾镇水利站组织12人清运龙泉河漂浮物3.2吨，疏通涵洞4处，投入机械2台。'
    const at = text.indexOf('【填：怎么做的')
    for (const [i, character] of sentence.split('').entries()) {
      const before = String(draft.text)
      const after = before.slice(0, at + i) + character + before.slice(at + i)
      draft = editDraft(draft, { start: at + i, end: at + i, text: character }, after)
      const { shown, score } = analyze(draft, request)
      const afresh = check(after)
      assert.deepEqual([shown, score], [afresh.shown, afresh.score], character)
    }
    assert.ok(analyze(draft, request).score)
  })
})

describe('blanks', () => {
  const blanksIn = (text: string) => findBlanks(text).map(({ start, end }) => text.slice(start, end))
  for (const [text, ...wanted] of [
    ['全镇共有户、人，现有xx个村。', 'xx'],
    ['全镇共计户、人，涉及户、人。', '涉及户、人'],
    ['20XX年，○○县清理河道____公里。', '20XX年', '○○', '____'],
    ['同比增长%，下降个百分点。', '增长%', '下降个百分点'],
    ['印发《》（石政办〔2026〕号），第　期。', '《》', '〔2026〕号', '第　期'],
    ['金××万元，由某某镇负责，王××同志牵头。', '××', '某某'],
    ['2026年  月  日，转移群众人，投入资金万元。', '2026年  月  日', '群众人', '资金万元'],
    ['（请填写地点）设卡，责任人：__________。', '（请填写地点）', '__________'],
  ] as const)
    it(`are seen: ${text}`, () => {
      const found = blanksIn(text)
      for (const each of wanted) assert.ok(found.includes(each), `${each} in ${found.join(' | ')}`)
    })

  for (const text of [
    '型号XX-200水泵3台，尺码XXL，长3米×宽2米，X光机2台。',
    '村民王××、李某×户、叶某某反映，手机138****1234，尾号××5678。',
    '二○二六年，二〇〇八年，落实到村、户、人，不动产共有人、利害关系人到场。',
    '同比增长12%，占百分之五，万元GDP能耗，亿元以上项目，人均收入万元户。',
    '调用main()，变量user___name，青政办〔2026〕5号，第3期，第五届。',
    '姓 名，负 责 人，2026 年 4 月 12 日，5月日常巡查，8月日照时数，月均用电。',
    '自事故起，在隐患处，自案件受理起，各村个别户，每 亩补贴。',
  ])
    it(`are not seen in: ${text}`, () => assert.deepEqual(blanksIn(text), []))
})
