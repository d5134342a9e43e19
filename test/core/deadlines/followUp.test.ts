// Follow-ups and final reports: when the next one is due, from what the head says, by the grade of the event.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../../server/src/core'
import { deadlineOfDraft } from '../../../server/src/core/report/commitments'
import { dueEntries } from '../../../server/src/core/report/dueEntries'
import { formatIso } from '../../../server/src/core/text/dates'

const zone = 'Asia/Shanghai'
const clock = (text: string) => Date.parse(`${text}:00+08:00`)
const check = createAnalyzer(rules)

const head = (lines: Record<string, string>) =>
  `---\n标题: 青石镇柳河村山体滑坡\n单位: 云岭县青石镇人民政府\n${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n截至4月28日8时，土方核定为640立方米，转移12户41人，无人员伤亡，起因正在调查。\n`

interface Case {
  readonly now?: string
  readonly preset?: string
}

function deadline(lines: Record<string, string>, { now = '2026-04-28 09:00', preset = '' }: Case = {}) {
  const stage = /续报/.test(lines.类型!) ? 'follow-up' : /终报/.test(lines.类型!) ? 'final' : 'first'
  const settings = { ...defaultSettings, deadlinePreset: preset }
  return deadlineOfDraft(
    openDraft(head(lines)),
    { kind: 'emergency', stage },
    settings,
    clock(now.replace(' ', 'T')),
  )
}

const due = (lines: Record<string, string>, options?: Case) => {
  const { due } = deadline(lines, options)
  return due === null ? '-' : formatIso(due, zone).slice(0, 16)
}

function told(rule: string, text: string, now: string) {
  const only = new Set([rule])
  const { findings } = check(openDraft(text), {
    settings: defaultSettings,
    now: clock(now.replace(' ', 'T')),
    path: 'a.md',
    only,
  })
  return findings.map(({ start, end, severity, what, doNext }) => ({
    at: text.slice(start, end),
    severity,
    text: `${what[0]}。${doNext[0]}`,
  }))
}

const followUp = { 类型: '突发续报', 事发时间: '2026-04-26 08:10', 上次报送时间: '2026-04-27 10:05' }
const final = { 类型: '突发终报', 事发时间: '2026-04-26 08:10', 处置结束时间: '2026-04-28 18:00' }

describe('a follow-up', () => {
  it('is due 24 hours after the last report went out', () => {
    assert.equal(due(followUp), '2026-04-28T10:05')
    assert.equal(deadline(followUp).arithmetic, '上次报送 4月27日 10:05 + 24 小时 = 4月28日 10:05')
    assert.match(deadline(followUp).choice!.citation[0], /^按/)
  })
  it('counts from the English key as well', () => {
    const { 上次报送时间, ...rest } = followUp
    assert.equal(due({ ...rest, previous: 上次报送时间 }), '2026-04-28T10:05')
  })
  it('is near, then late, as the clock goes on', () => {
    const states = ['2026-04-27 11:00', '2026-04-28 09:00', '2026-04-28 10:06'].map(
      now => deadline(followUp, { now }).state,
    )
    assert.deepEqual(states, ['notDue', 'dueSoon', 'overdue'])
  })
  it('stands in the list of what is due', () => {
    const { entries } = dueEntries(openDraft(head(followUp)), {
      settings: defaultSettings,
      now: clock('2026-04-28T09:00'),
      path: 'a.md',
    })
    const own = entries.find(({ of }) => of === 'report')
    assert.equal(own?.due === undefined ? '' : formatIso(own.due!, zone).slice(0, 16), '2026-04-28T10:05')
  })
  it('goes by the grade of the event where the limit does', () => {
    const graded = (grade: string) => due({ ...followUp, 等级: grade }, { preset: 'F03' })
    assert.deepEqual(['特别重大', 'Ⅱ级', '重大事故', '较大', '一般', ''].map(graded), [
      '2026-04-27T22:05',
      '2026-04-27T22:05',
      '2026-04-27T22:05',
      '2026-04-28T10:05',
      '2026-04-28T10:05',
      '2026-04-28T10:05',
    ])
    const { problems } = deadline(followUp, { preset: 'F03' })
    assert.deepEqual(
      problems.map(({ code, key }) => [code, key]),
      [['level-missing', '等级']],
    )
  })
  it('of an ordinary event is not under a rule for larger ones', () => {
    const preset = 'F02'
    assert.equal(due({ ...followUp, 等级: '较大' }, { preset }), '2026-04-27T17:00')
    assert.equal(due({ ...followUp, 等级: '一般' }, { preset }), '2026-04-28T10:05')
  })
  it('and the first report may each have a preset of their own', () => {
    const preset = 'P03、F02'
    assert.equal(due({ 类型: '突发初报', 事发时间: '2026-04-28 08:10' }, { preset }), '2026-04-28T08:50')
    assert.equal(due({ ...followUp, 等级: '重大' }, { preset }), '2026-04-27T17:00')
    assert.deepEqual(
      deadline(followUp, { preset: 'P03、没有' }).problems.map(({ code }) => code),
      ['limit-unknown'],
    )
  })
  it('asks for the time of the last report, once, at its kind', () => {
    const { 上次报送时间: _, ...rest } = followUp
    const findings = told('overdue-report', head(rest), '2026-04-28 09:00')
    assert.deepEqual(
      findings.map(({ at, severity }) => [at, severity]),
      [['类型', 'information']],
    )
    assert.match(findings[0]!.text, /上次报送时间/)
  })
  it('is said to be late at the time of the last report', () => {
    const findings = told('overdue-report', head(followUp), '2026-04-28 12:05')
    assert.equal(findings[0]?.at, '上次报送时间')
    assert.match(findings[0]!.text, /已超 2 小时/)
  })
})

describe('a final report', () => {
  it('is due ten working days after the end, the holiday left out', () => {
    assert.equal(due(final), '2026-05-14T23:59')
  })
  it('asks for the end of the event', () => {
    const { 处置结束时间: _, ...rest } = final
    assert.match(told('overdue-report', head(rest), '2026-04-29 09:00')[0]!.text, /处置结束时间/)
  })
  it('says where its times contradict one another', () => {
    const early = { ...final, 处置结束时间: '2026-04-25 18:00' }
    const findings = told('impossible-date', head(early), '2026-04-29 09:00')
    assert.deepEqual(
      findings.map(({ at }) => at),
      ['2026-04-25 18:00'],
    )
    assert.match(findings[0]!.text, /处置结束时间早于事发时间/)
    const ahead = { ...final, 处置结束时间: '2026-04-30 18:00' }
    assert.match(told('impossible-date', head(ahead), '2026-04-29 09:00')[0]!.text, /还没有到/)
  })
})

describe('the grade of an event', () => {
  it('that cannot be read is said, and the longest limit taken', () => {
    const text = head({ ...followUp, 等级: '很严重' })
    const said = told('front-matter', text, '2026-04-28 09:00').map(finding => finding.text)
    assert.equal(said.filter(each => each.includes('等级“很严重”读不懂')).length, 1)
    assert.equal(due({ ...followUp, 等级: '很严重' }, { preset: 'F03' }), '2026-04-28T10:05')
  })
  it('is left alone where `level` is a word of somebody else', () => {
    const findings = told('front-matter', head({ ...followUp, level: '2x' }), '2026-04-28 09:00')
    assert.ok(!findings.some(({ text }) => text.includes('等级')))
  })
})
