// `ligao due`: what is owed by when, for a reader, for programs, as a calendar file.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callCommandLine } from '../support/commandLine'

interface Row {
  file: string
  text: string
  range: { start: { line: number; character: number }; end: { line: number; character: number } }
  nature: string
  due: string | null
  owner: string | null
}

const urgent = (more = '') =>
  `---\n标题: 青石镇山洪，1号桥;断\n类型: 突发初报\n接报时间: 2026-04-28 09:30\n报送时限: 1小时\n${more}---\n\n# 青石镇山洪\n\n4月28日9时20分，青石镇发生山洪。\n`

const promises = `---
类型: 问题
成稿日期: 2026-04-27
---

# 清淤

县水利局须于3个工作日内完成清淤。各村要在**4月20日前**上报台账，目前已报6个村。4月12日已清淤3.2公里。

截至4月25日，完成率75%。请尽快落实。

| 措施 | 责任单位 | 完成时限 |
|---|---|---|
| 更换管网 | 县水利局 | 6月底前 |
`

describe('ligao due', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-due-'))
  })
  afterEach(() => rmSync(cwd, { recursive: true, force: true }))

  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
    writeFileSync(path.join(cwd, name), text)
  }
  const call = (...args: readonly string[]) => callCommandLine(cwd, args)
  const rows = async (...args: readonly string[]): Promise<Row[]> =>
    JSON.parse((await call('due', '--format', 'json', ...args)).out)
  const short = (list: readonly Row[]) => list.map(({ text, nature, due }) => [text, nature, due])

  it('says of a marked draft that something is due and when, and in no form a word of what', async () => {
    for (const mark of ['秘密★3年', '密级：秘密（3年）', '秘&#23494;★3年']) {
      write(
        '甲.md',
        urgent()
          .replace('# 青石镇山洪\n', `${mark}\n\n# 青石镇山洪\n`)
          .concat('\n县水利局须于3个工作日内完成清淤。\n'),
      )
      for (const format of ['text', 'json', 'ics']) {
        const { out } = await call('due', '--format', format, '--all')
        assert.match(out, /报送时限/)
        assert.doesNotMatch(out, /山洪|清淤|水利|1号桥/)
      }
      for (const format of ['text', 'json', 'sarif']) {
        const { out } = await call('check', '--format', format)
        assert.match(out, /classified-content/)
        assert.doesNotMatch(out.replace(/\\u[0-9a-f]{4}/g, ''), /山洪|清淤|水利|1号桥/)
      }
    }
  })

  it('lists what is still owed, and with --all every time of the text', async () => {
    write('清淤.md', promises)
    assert.deepEqual(short(await rows()), [
      ['3个工作日内', 'obligation', '2026-04-30T23:59:59+08:00'],
      ['4月20日前', 'obligation', '2026-04-20T23:59:59+08:00'],
      ['6月底前', 'obligation', '2026-06-30T23:59:59+08:00'],
    ])
    assert.deepEqual(short(await rows('--all')).slice(2, 5), [
      ['4月12日', 'done', null],
      ['4月25日', 'as-of', null],
      ['尽快', 'vague', null],
    ])
  })

  it('says where and by whom: places in UTF-16 over markup and in tables', async () => {
    write('清淤.md', promises)
    const lines = promises.split('\n')
    const found = (await rows()).map(({ range: { start, end }, owner }) => [
      lines[start.line]!.slice(start.character, end.character),
      owner,
    ])
    assert.deepEqual(found, [
      ['3个工作日内', '县水利局'],
      ['4月20日前', '各村'],
      ['6月底前', '县水利局'],
    ])
  })

  it('counts the limit of the report itself until it is handed in', async () => {
    write('山洪.md', urgent())
    assert.deepEqual(short(await rows()), [['报送时限', 'obligation', '2026-04-28T10:30:00+08:00']])
    write('山洪.md', urgent('报送时间: 2026-04-28 10:05\n'))
    assert.deepEqual(await rows(), [])
    assert.deepEqual(short(await rows('--all'))[0], ['报送时限', 'done', '2026-04-28T10:30:00+08:00'])
  })

  it('passes over what is no report, and over what was handed in to a folder', async () => {
    write('README.md', '# 项目说明\n\n请于3日内安装依赖。运行 `npm install`。\n')
    write('报送箱/.ligao-intake.json', '{}')
    write('报送箱/20260428/山洪.md', urgent())
    assert.deepEqual(await rows(), [])
    assert.match((await call('due')).out, /没有待报的稿件，也没有未了的事项/)
  })

  it('the clock decides: midnight, month end, leap day, National Day, another zone', async () => {
    const one = async (head: string, sentence: string, now: string, ...more: string[]) => {
      write('稿.md', `---\n类型: 问题\n${head}\n---\n\n# 排水\n\n${sentence}\n`)
      return (await rows('--now', now, ...more))[0]?.due
    }
    const dated = (day: string) => `成稿日期: ${day}`
    // What counts from today in a draft without a date moves on at midnight.
    assert.equal(
      await one('单位: 青石镇', '各村须于2日内上报。', '2026-06-09T23:59:59+08:00'),
      '2026-06-11T23:59:59+08:00',
    )
    assert.equal(
      await one('单位: 青石镇', '各村须于2日内上报。', '2026-06-10T00:00:00+08:00'),
      '2026-06-12T23:59:59+08:00',
    )
    assert.equal(
      await one(dated('2026-02-27'), '各村须于月底前上报。', '2026-02-27T09:00:00+08:00'),
      '2026-02-28T23:59:59+08:00',
    )
    assert.equal(
      await one(dated('2028-02-28'), '各村须于次日上报。', '2028-02-28T09:00:00+08:00'),
      '2028-02-29T23:59:59+08:00',
    )
    // 1–7 October are holidays, 20 September and 10 October are worked.
    assert.equal(
      await one(dated('2026-09-30'), '各村须于3个工作日内上报。', '2026-09-30T09:00:00+08:00'),
      '2026-10-10T23:59:59+08:00',
    )
    write('ligao.config.yaml', 'timeZone: Asia/Urumqi\n')
    assert.equal(
      await one(dated('2026-04-28'), '各村须于4月30日前上报。', '2026-04-28T09:00:00+08:00'),
      '2026-04-30T23:59:59+06:00',
    )
  })

  it('what was promised long ago is owed while it is not done; a monthly duty is owed for this month', async () => {
    write(
      '稿.md',
      '---\n类型: 问题\n成稿日期: 2026-01-10\n---\n\n# 报表\n\n各村要在1月20日前整改。每月5日前报送月报。\n',
    )
    assert.deepEqual(short(await rows()), [
      ['1月20日前', 'obligation', '2026-01-20T23:59:59+08:00'],
      ['每月5日前', 'obligation', '2026-05-05T23:59:59+08:00'],
    ])
    write(
      '稿.md',
      '---\n类型: 问题\n成稿日期: 2026-01-10\n---\n\n# 报表\n\n各村要在1月20日前整改（已完成）。\n',
    )
    assert.deepEqual(await rows(), [])
  })

  it('text: the most urgent first', async () => {
    write('清淤.md', promises)
    write('山洪.md', urgent())
    const { out } = await call('due')
    const heads = out.split('\n').filter(line => /^时限/.test(line))
    assert.deepEqual(heads, [
      '时限  4月20日  已过 8 天',
      '时限  4月28日 10:30  还剩 30 分钟',
      '时限  4月30日  还剩 2 天',
      '时限  6月30日  还剩 63 天',
    ])
    assert.match(out, /待报事项 4 处，其中 1 处已过期。\n$/)
  })

  describe('calendar file', () => {
    const ics = async (...args: readonly string[]) => (await call('due', '--format', 'ics', ...args)).out
    const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

    it('is RFC 5545: CRLF, lines of 75 octets at most, balanced parts, escaped texts, alarms', async () => {
      write('清淤.md', promises)
      write('山洪.md', urgent())
      const text = await ics()
      assert.ok(!/[^\r]\n|\r[^\n]/.test(text), 'a line end that is not CRLF')
      for (const line of text.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line)
        assert.ok(!line.includes('\ufffd'), 'a torn character')
      }
      const lines = unfolded(text)
      const stack: string[] = []
      for (const line of lines) {
        if (line.startsWith('BEGIN:')) stack.push(line.slice(6))
        if (line.startsWith('END:')) assert.equal(stack.pop(), line.slice(4))
      }
      assert.deepEqual(stack, [])
      const count = (start: string) => lines.filter(line => line.startsWith(start)).length
      assert.deepEqual([count('BEGIN:VEVENT'), count('BEGIN:VALARM'), count('UID:')], [4, 4, 4])
      assert.equal(count('DTSTAMP:20260428T020000Z'), 4)
      assert.ok(lines.includes('SUMMARY:报送：青石镇山洪，1号桥\\;断'))
      assert.ok(lines.includes('DTSTART:20260428T023000Z'))
      // A whole day has the day after as its end.
      assert.ok(lines.includes('DTSTART;VALUE=DATE:20260630') && lines.includes('DTEND;VALUE=DATE:20260701'))
    })

    it('the same matter keeps its UID tomorrow, also with another day; different matters have different ones', async () => {
      write('清淤.md', promises)
      const uids = (text: string) => unfolded(text).filter(line => line.startsWith('UID:'))
      const before = uids(await ics())
      assert.equal(new Set(before).size, 3)
      write('清淤.md', promises.replace('6月底前', '7月底前'))
      assert.deepEqual(uids(await ics('--now', '2026-04-29T10:00:00+08:00')), before)
    })
  })

  it('check says the limit of the report as well', async () => {
    write('山洪.md', urgent())
    const { out } = await call('check', '--format', 'json', '--fail-on', 'never')
    const { due, state, basis, arithmetic } = JSON.parse(out)[0].deadline
    assert.deepEqual(
      [due, state, arithmetic],
      ['2026-04-28T10:30:00+08:00', 'dueSoon', '接报 4月28日 09:30 + 1 小时 = 10:30'],
    )
    assert.match(basis, /报送时限/)
  })

  it('refuses what it does not know with exit code 2', async () => {
    assert.equal((await call('due', '--format', 'xml')).code, 2)
    assert.equal((await call('due', '--now', '明天')).code, 2)
    assert.equal((await call('due', '没有这个文件夹')).code, 2)
  })
})
