import assert from 'node:assert/strict'
import fc from 'fast-check'
import { insertLeadEdits, placeFor } from '../../../client/src/leads/insertion'
import { contentOf, readLead, shortTime, sortableTime } from '../../../client/src/leads/lead'
import { movedTarget, relinked } from '../../../client/src/leads/links'
import { unusedEdits, usedEdits } from '../../../client/src/leads/used'
import { applyEdits } from '../../../client/src/submission/text/handInFields'

const note = `---
类型: 线索
标题: 石板沟便道塌方
提供人: 陈立
时间: 2026-11-23 08:30
地点: 柳河村三组
---

## 事实

11月23日8时10分，柳河村三组石板沟便道塌方，无人员伤亡。

## 数据

- 塌方土方约600立方米，由镇水利站现场测量
- 【填：还有什么数】

## 图片

<!-- 写明拍的是什么 -->
![11月23日柳河村石板沟塌方现场](图片/塌方 1.jpg)
`
const paths = { lead: '/w/线索/2026-11-23-塌方.md', report: '/w/稿件/塌方（动态）.md' }

describe('a lead', () => {
  it('is read with its facts, figures and pictures', () => {
    const lead = readLead(note)
    assert.equal(lead.title, '石板沟便道塌方')
    assert.deepEqual(lead.by, [{ name: '陈立', part: '' }])
    assert.equal(lead.time, '2026-11-23 08:30')
    assert.equal(lead.place, '柳河村三组')
    assert.equal(lead.facts, '11月23日8时10分，柳河村三组石板沟便道塌方，无人员伤亡。')
    assert.equal(lead.figures, '- 塌方土方约600立方米，由镇水利站现场测量')
    assert.equal(lead.pictures, '![11月23日柳河村石板沟塌方现场](图片/塌方 1.jpg)')
    assert.equal(lead.used, undefined)
  })

  it('may be any note that somebody dropped there', () => {
    const lead = readLead(
      '# 便道塌方\n\n三组塌方。\n\n### 现场\n\n路不通。\n\n## 照片\n\n![](a.jpg)\n',
      '2026-11-20 塌方.md',
    )
    assert.equal(lead.title, '便道塌方')
    assert.equal(lead.time, '2026-11-20')
    assert.equal(lead.facts, '三组塌方。\n\n现场\n\n路不通。')
    assert.equal(lead.pictures, '![](a.jpg)')
    assert.equal(readLead('只有一句话', '2026-11-20-塌方.md').title, '塌方')
    assert.equal(readLead('', '塌方.md').title, '塌方')
    assert.equal(readLead('---\n标题: [坏了\n提供人: 陈立\n---\n\n正文', 'a.md').by[0]?.name, '陈立')
  })

  it('gaps that nobody filled in are nothing', () => {
    const lead = readLead(
      '---\n标题: 【填：什么事】\n提供人: 【填：谁】\n---\n\n## 事实\n\n【填：经过】\n\n## 数据\n\n- \n- 【填：数】\n',
      '塌方.md',
    )
    assert.equal(lead.title, '塌方')
    assert.deepEqual(lead.by, [])
    assert.equal(contentOf(lead), '')
    assert.equal(insertLeadEdits('正文。', 0, lead, paths), undefined)
  })

  it('headings in code are no headings', () => {
    assert.match(readLead('## 事实\n\n```\n# 数据\n```\n').facts, /# 数据/)
  })

  it('any text is some lead', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
        const lead = readLead(`---\n提供人: ${text}\n---\n${text}`, name)
        assert.equal(typeof contentOf(lead), 'string')
      }),
    )
  })

  it('times sort and show as people say them', () => {
    assert.ok(sortableTime('2026年11月23日8时30分')! > sortableTime('2026-11-23 08:29')!)
    assert.equal(sortableTime('昨天'), undefined)
    const words = {
      today: '今天',
      yesterday: '昨天',
      day: (month: number, date: number) => `${month}月${date}日`,
      dayOfYear: (year: number, month: number, date: number) => `${year}年${month}月${date}日`,
    }
    const short = (time: string) => shortTime(time, '2026-11-23', words)
    assert.equal(short('2026-11-23 08:30'), '今天 08:30')
    assert.equal(short('2026-11-22'), '昨天')
    assert.equal(short('2026-11-03T09:05'), '11月3日 09:05')
    assert.equal(short('2025-12-31 10:00'), '2025年12月31日')
    assert.equal(short('上周五'), '上周五')
  })
})

describe('links of a lead in the report', () => {
  const moved = (target: string, lead = paths.lead, report = paths.report) =>
    movedTarget(target, lead, report)

  it('go on meaning the same file', () => {
    assert.equal(moved('图片/a.jpg'), '../线索/图片/a.jpg')
    assert.equal(moved('../图片/a.jpg'), '../图片/a.jpg')
    assert.equal(moved('../稿件/a.jpg'), 'a.jpg')
    assert.equal(moved('a.jpg', '/w/线索/x.md', '/w/x.md'), '线索/a.jpg')
    assert.equal(moved('a.jpg', '/w/线索/x.md', '/w/线索/y.md'), 'a.jpg')
    assert.equal(moved('图\\a.jpg', '/w/线索/x.md', '/w/y.md'), '线索/图/a.jpg')
    assert.equal(moved('a.jpg', '/w/新 线索(1)/x.md', '/w/y.md'), '新%20线索%281%29/a.jpg')
    assert.equal(moved('<a b.jpg>', '/w/新 线索/x.md', '/w/y.md'), '<新 线索/a b.jpg>')
  })

  it('what is no file beside the lead stays', () => {
    for (const target of [
      'https://x.example/a.jpg',
      '/a.jpg',
      'data:image/png;base64,AA',
      '#一',
      'C:\\a.jpg',
      '',
    ])
      assert.equal(moved(target), target)
  })

  it('in pictures, links, definitions and HTML', () => {
    const text =
      '![图](a.jpg "题") 见[台账](../台账.xlsx)、![乙][b]。\n\n[b]: b.jpg\n\n<img alt="x" src="c.jpg">\n'
    assert.equal(
      relinked(text, '/w/线索/x.md', '/w/y.md'),
      '![图](线索/a.jpg "题") 见[台账](台账.xlsx)、![乙][b]。\n\n[b]: 线索/b.jpg\n\n<img alt="x" src="线索/c.jpg">\n',
    )
  })

  it('are not seen where Chinese prose only looks like them', () => {
    for (const text of [
      '[^1]: 村水管员现场查看。',
      '[^2]: 见台账.xlsx',
      '[说明]: 含临时安置5户。',
      '青政发[2026](7号)已印发',
      '水位[米](上涨)',
    ])
      assert.equal(relinked(text, '/w/线索/x.md', '/w/稿件/y.md'), text)
    assert.equal(relinked('![图](图一)', '/w/线索/x.md', '/w/y.md'), '![图](线索/图一)')
  })

  it('resolve to the same place from anywhere', () => {
    const step = fc.constantFrom('甲', '乙', 'c', '新 线索', 'd(1)')
    const folder = fc.array(step, { maxLength: 4 })
    const target = fc.array(fc.constantFrom('..', '.', 'p', '图'), { maxLength: 4 })
    const file = (steps: string[], name: string) => `/${[...steps, name].join('/')}`
    const resolved = (from: string, to: string) =>
      decodeURIComponent(new URL(to, `file://${from.split('/').map(encodeURIComponent).join('/')}`).pathname)
    fc.assert(
      fc.property(folder, folder, target, (from, to, steps) => {
        const lead = file(from, 'x.md')
        const report = file(to, 'y.md')
        const address = [...steps, 'a.jpg'].join('/')
        // What climbs above the root has no place at all.
        fc.pre(steps.filter(each => each === '..').length <= from.length)
        assert.equal(resolved(report, movedTarget(address, lead, report)), resolved(lead, address))
      }),
    )
  })

  it('takes hostile text in its stride', () => {
    const began = performance.now()
    for (const text of [
      '['.repeat(20_000),
      '![('.repeat(10_000),
      '![a]('.repeat(10_000),
      '<img '.repeat(10_000),
      '[a](b('.repeat(5_000),
    ])
      relinked(text, paths.lead, paths.report)
    assert.ok(performance.now() - began < 3000)
  })
})

describe('a lead goes into a report', () => {
  const lead = readLead(note)
  const into = (report: string, cursor = report.length) => {
    const result = insertLeadEdits(report, cursor, lead, paths)!
    return { text: applyEdits(report, result.edits), ...result }
  }
  const content = contentOf(lead).replace('图片/塌方', '../线索/图片/塌方')

  it('with its text at the cursor, and its author in the head', () => {
    const report = '---\n标题: 塌方\n拟稿人: 周敏 # 执笔\n---\n\n# 塌方\n\n第一段。\n\n第二段。\n'
    const { text, credited } = into(report, report.indexOf('第一') + 1)
    assert.equal(
      text,
      `---\n标题: 塌方\n拟稿人:\n  - 周敏 # 执笔\n  - 陈立（线索）\n---\n\n# 塌方\n\n第一段。\n\n${content}\n\n第二段。\n`,
    )
    assert.deepEqual(credited, ['陈立'])
  })

  it('into an empty file, which gets a head', () => {
    assert.equal(into('').text, `---\n拟稿人:\n  - 陈立（线索）\n---\n\n${content}\n`)
    assert.equal(into('第一段。', 0).text, `---\n拟稿人:\n  - 陈立（线索）\n---\n\n第一段。\n\n${content}\n`)
  })

  it('at the end, where the cursor is in the head', () => {
    const report = '---\n标题: 塌方\n拟稿人: 陈立\n---\n\n第一段。\n'
    const { text, credited } = into(report, 0)
    assert.equal(text, `${report}\n${content}\n`)
    assert.deepEqual(credited, [])
  })

  it('nothing is credited where the head cannot be read, and the text goes in all the same', () => {
    const report = '---\n标题: 塌方\n一句话\n拟稿人: 周敏\n---\n\n第一段。\n'
    const { text, credited } = into(report)
    assert.equal(credited, 'impossible')
    assert.equal(text, `${report}\n${content}\n`)
  })

  it('is not put where it would cut or hide something', () => {
    const place = (text: string) => {
      const cursor = text.indexOf('|^|')
      const report = text.replace('|^|', '')
      const { at, before, after } = placeFor(report, cursor)
      return `${report.slice(0, at)}${before}✚${after}${report.slice(at)}`
    }
    assert.equal(place('甲|^|乙。\n丙。'), '甲乙。\n\n✚\n\n丙。')
    assert.equal(place('甲。\n|^|\n丙。'), '甲。\n\n✚\n\n丙。')
    assert.equal(place('甲。\n\n|^|\n\n丙。'), '甲。\n\n✚\n\n丙。')
    assert.equal(place('|^|甲。'), '甲。\n\n✚\n')
    assert.equal(place('甲。\n\n　　|^|'), '甲。\n\n✚\n　　')
    assert.equal(
      place('| 村 | 户 |\n|-|^|-|-|\n| 柳河 | 3 |\n丙。'),
      '| 村 | 户 |\n|--|-|\n| 柳河 | 3 |\n\n✚\n\n丙。',
    )
    assert.equal(place('```\n码|^|\n```\n丙。'), '```\n码\n```\n\n✚\n\n丙。')
    assert.equal(place('<!-- 注\n|^|\n-->\n丙。'), '<!-- 注\n\n-->\n\n✚\n\n丙。')
  })

  it('wherever the cursor is, nothing that was there is lost', () => {
    const line = fc.constantFrom(
      '',
      '甲。',
      '| 表 | 格 |',
      '```',
      '<!-- 注',
      '-->',
      '　　乙。',
      '# 题',
      '- 丙',
      '---',
      '拟稿人: 周敏',
    )
    const text = fc.array(line, { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom('\n', '\r\n'), (lines, cursor, eol) => {
        const report = lines.join(eol)
        const { text } = into(report, cursor % (report.length + 1))
        let at = 0
        for (const char of report.replace(/\s/g, '')) {
          at = text.indexOf(char, at)
          assert.ok(at >= 0, `${char} is gone from\n${text}`)
          at++
        }
        assert.ok(text.includes('石板沟便道塌方，无人员伤亡'))
      }),
    )
  })
})

describe('a lead that was used', () => {
  const use = { report: '稿件/塌方（动态）.md', at: '2026-11-23 09:00' }
  const marked = (text: string, by = use) => applyEdits(text, usedEdits(text, by)!)

  it('says by which report and when', () => {
    assert.deepEqual(readLead(marked(note)).used, { reports: [use.report], at: use.at })
    assert.ok(marked(note).includes('\n采用稿件: 稿件/塌方（动态）.md\n采用时间: 2026-11-23 09:00\n---\n'))
  })

  it('a second report is added, the same one is not', () => {
    const twice = marked(marked(note), { report: '稿件/总结: 2.md', at: '2026-11-24 10:00' })
    assert.deepEqual(readLead(twice).used, {
      reports: [use.report, '稿件/总结: 2.md'],
      at: '2026-11-24 10:00',
    })
    assert.equal(marked(marked(note)), marked(note))
  })

  it('unmarking takes exactly that away', () => {
    const restored = (text: string) => applyEdits(text, unusedEdits(text)!)
    assert.equal(restored(marked(note)), note)
    assert.equal(restored(marked(marked(note), { report: 'b.md', at: '2026-11-24 10:00' })), note)
    const windows = note.replaceAll('\n', '\r\n')
    assert.equal(restored(marked(windows)), windows)
    assert.equal(restored(note), note)
  })

  it('a note without a head gets one', () => {
    const text = marked('三组塌方。\n')
    assert.ok(text.endsWith('---\n\n三组塌方。\n'))
    assert.deepEqual(readLead(text).used?.reports, [use.report])
    assert.equal(readLead(text).facts, '三组塌方。')
  })

  it('done with, without a report', () => {
    const text = applyEdits(note, usedEdits(note, { at: use.at })!)
    assert.deepEqual(readLead(text).used, { reports: [], at: use.at })
  })

  it('a head that cannot be read is left alone', () => {
    assert.equal(usedEdits('---\n标题: 甲\n坏了\n---\n', use), undefined)
    assert.equal(usedEdits('---\n{标题: 甲}\n---\n', use), undefined)
  })
})
