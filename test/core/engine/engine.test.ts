import assert from 'node:assert/strict'
import {
  createAnalyzer,
  defaultSettings,
  openDraft,
  parseSettings,
  type Rule,
} from '../../../server/src/core'
import { joined, withoutTwins } from '../../../server/src/core/engine/filters'
import { mostFindings } from '../../../server/src/core/engine/notes'
import type { SentenceRule } from '../../../server/src/core/engine/rule'
import type { Finding } from '../../../server/src/core/types'

const head = '---\n类型: 动态\n---\n'
const messages = {
  hit: { what: ['见“{word}”', 'Saw {word}'], why: ['因为', 'because'], doNext: ['改', 'mend'] },
} as const
const base = {
  title: ['测试', 'Test'],
  family: 'generic',
  severity: 'warning',
  messages,
  examples: { bad: [], good: [] },
} as const

/** Reports every occurrence of a word in a sentence. */
const word = (id: string, wanted: string, extra: Partial<SentenceRule> = {}): Rule => ({
  ...base,
  id,
  scope: 'sentence',
  check(sentence, context) {
    const at = sentence.text.indexOf(wanted)
    if (at >= 0)
      context.report({
        message: 'hit',
        values: { word: wanted },
        start: at,
        end: at + wanted.length,
        fixes: [
          { title: ['删', 'Delete'], edits: [{ start: at, end: at + wanted.length, text: '' }], safe: true },
        ],
      })
  },
  ...extra,
})
const run = (rules: readonly Rule[], text: string, settings = defaultSettings) =>
  createAnalyzer(rules)(openDraft(text), { settings, now: 0 })
const seen = (rules: readonly Rule[], text: string, settings = defaultSettings) =>
  run(rules, text, settings).findings.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)

describe('the engine', () => {
  it('gives sentence rules their place in the document', () => {
    const text = `${head}甲。\n\n乙说**显著**成效。`
    assert.deepEqual(seen([word('w', '显著')], text), ['w 显著'])
    const [finding] = run([word('w', '显著')], text).findings
    assert.deepEqual(finding!.what, ['见“显著”', 'Saw 显著'])
    assert.deepEqual(finding!.fixes[0]!.edits, [{ start: finding!.start, end: finding!.end, text: '' }])
  })

  it('drops a fix that would cut through markup, and keeps the finding', () => {
    const [finding] = run([word('w', '显著成效')], `${head}取得**显著**成效。`).findings
    assert.equal(finding!.fixes.length, 0)
  })

  it('a rule that throws loses only its own findings, and says so', () => {
    const bomb: Rule = {
      ...base,
      id: 'bomb',
      scope: 'sentence',
      check: () => {
        throw new Error('boom')
      },
    }
    const foldBomb: Rule = {
      ...base,
      id: 'fold-bomb',
      scope: 'document',
      check: () => {
        throw new Error('boom')
      },
    }
    const report = run([bomb, word('w', '甲'), foldBomb], `${head}甲。`)
    assert.deepEqual(
      report.findings.map(finding => finding.rule),
      ['w'],
    )
    assert.deepEqual(
      report.failures.map(failure => failure.rule),
      ['bomb', 'fold-bomb'],
    )
    assert.equal(report.notes[0]!.code, 'rule-failed')
  })

  it('a rule that names a place outside its block is a failed rule', () => {
    const liar: Rule = {
      ...base,
      id: 'liar',
      scope: 'sentence',
      check: (_, context) => context.report({ message: 'hit', start: 0, end: 999 }),
    }
    const report = run([liar], `${head}甲。`)
    assert.equal(report.findings.length, 0)
    assert.equal(report.failures.length, 1)
  })

  it('reads a block once: only the edited one is read again', async () => {
    const { editDraft } = await import('../../../server/src/core')
    let reads = 0
    const counting = word('w', '甲', {
      check: () => {
        reads++
      },
    })
    const analyze = createAnalyzer([counting])
    const text = `${head}${Array.from({ length: 40 }, (_, i) => `第${i}段。`).join('\n\n')}`
    const before = openDraft(text)
    const request = { settings: defaultSettings, now: 0 }
    analyze(before, request)
    assert.equal(reads, 40)
    const at = text.indexOf('第20段')
    const after = editDraft(
      before,
      { start: at, end: at, text: '新' },
      `${text.slice(0, at)}新${text.slice(at)}`,
    )
    analyze(after, request)
    assert.equal(reads, 41)
    analyze(after, request)
    assert.equal(reads, 41)
  })

  it('other settings mean another answer, from the same blocks', () => {
    const draft = openDraft(`${head}甲。`)
    const analyze = createAnalyzer([word('w', '甲')])
    const off = parseSettings({ rules: { w: 'off' } }).settings
    const loud = parseSettings({ rules: { w: 'error' } }).settings
    assert.equal(analyze(draft, { settings: defaultSettings, now: 0 }).findings[0]!.severity, 'warning')
    assert.equal(analyze(draft, { settings: off, now: 0 }).findings.length, 0)
    assert.equal(analyze(draft, { settings: loud, now: 0 }).findings[0]!.severity, 'error')
  })

  it('a wrong option falls back to its default', () => {
    let got: unknown
    const rule = word('w', '甲', {
      options: { most: { type: 'number', default: 3, minimum: 0, maximum: 9, description: ['', ''] } },
      check: (_, context) => {
        got = context.options.most
      },
    })
    run([rule], `${head}甲。`, parseSettings({ rules: { w: { most: 'many' } } }).settings)
    assert.equal(got, 3)
    run([rule], `${head}甲。`, parseSettings({ rules: { w: { most: 5 } } }).settings)
    assert.equal(got, 5)
  })

  it('the order of the rules does not matter', () => {
    const rules = [word('a', '甲'), word('b', '甲乙'), word('c', '乙')]
    const text = `${head}甲乙。丙甲乙。`
    assert.deepEqual(run(rules, text).findings, run([...rules].reverse(), text).findings)
  })

  it('caps what it shows and says how much it left out', () => {
    const every: Rule = {
      ...base,
      id: 'every',
      scope: 'paragraph',
      check: (block, context) => {
        for (let i = 0; i < block.text.length; i++) context.report({ message: 'hit', start: i, end: i + 1 })
      },
    }
    const report = run([every], `${head}${'甲'.repeat(50_000)}`)
    assert.equal(report.findings.length, mostFindings)
    assert.ok(report.notes[0]!.text[0].includes(String(50_000 - mostFindings)))
  })
})

describe('suppression', () => {
  const rules = [word('w', '甲'), word('v', '乙')]
  const cases: readonly (readonly [why: string, body: string, shown: readonly string[]])[] = [
    ['next line', '<!-- ligao-disable-next-line w 原文如此 -->\n甲乙。\n\n甲。', ['v 乙', 'w 甲']],
    ['next line, over a blank line', '<!-- ligao-disable-next-line w -->\n\n甲乙。', ['v 乙']],
    ['every rule on the next line', '<!-- ligao-disable-next-line -->\n甲乙。', []],
    [
      'from here to there',
      '甲。\n\n<!-- ligao-disable w -->\n\n甲乙。\n\n<!-- ligao-enable w -->\n\n甲。',
      ['w 甲', 'v 乙', 'w 甲'],
    ],
    ['to the end', '<!-- ligao-disable w -->\n\n甲乙。', ['v 乙']],
    ['two rules', '<!-- ligao-disable w,v -->\n\n甲乙。', []],
    ['inside code it is no suppression', '```\n<!-- ligao-disable w -->\n```\n\n甲。', ['w 甲']],
  ]
  for (const [why, body, shown] of cases) it(why, () => assert.deepEqual(seen(rules, head + body), shown))

  it('in Chinese, under the name of a rule or as much of it as is nobody else’s', () => {
    const named = [
      { ...word('w', '甲'), title: ['套话空话', 'Stock'] as const },
      { ...word('v', '乙'), title: ['套数不对', 'Sets'] as const },
    ]
    for (const [comment, shown] of [
      ['砺稿：此处不再提示 套话空话 原话如此', ['v 乙']],
      ['砺稿:此处不再提示 套话', ['v 乙']],
      ['砺稿： 此处不再提示 套话、套数 两处都是原话', []],
      ['砺稿：此处不再提示 w', ['v 乙']],
      ['砺稿：此处不再提示', []],
    ] as const)
      assert.deepEqual(seen(named, `${head}<!-- ${comment} -->\n甲乙。`), shown, comment)
    assert.deepEqual(
      seen(
        named,
        `${head}<!-- 砺稿：以下不再提示 套话 -->\n\n甲。\n\n<!-- 砺稿：恢复提示 套话 -->\n\n甲乙。`,
      ),
      ['w 甲', 'v 乙'],
    )
    assert.deepEqual(seen(named, '---\n类型: 动态\n停用规则: [套话空话]\n---\n甲乙。'), ['v 乙'])
  })

  it('for the whole file in the front matter', () => {
    assert.deepEqual(seen(rules, '---\n类型: 动态\n停用规则: [w]\n---\n甲乙。'), ['v 乙'])
  })

  it('a classification mark cannot be suppressed', () => {
    assert.deepEqual(seen([word('classified-content', '甲')], `${head}<!-- ligao-disable -->\n\n甲。`), [
      'classified-content 甲',
    ])
  })
})

describe('settings', () => {
  it('never throw, fall back key by key, and say what was wrong', () => {
    const wrong = {
      enable: 'yes',
      timeZone: 'Mars/Base',
      rules: { x: 'loud', y: 'off' },
      dueSoonHours: -1,
      places: [1],
      nonsense: 1,
      unit: '青石镇',
    }
    const { settings, problems } = parseSettings(wrong)
    assert.equal(settings.enable, true)
    assert.equal(settings.timeZone, 'Asia/Shanghai')
    assert.equal(settings.rules.y!.level, 'off')
    assert.equal(settings.unit, '青石镇')
    assert.deepEqual(problems.map(problem => problem.key).sort(), [
      'dueSoonHours',
      'enable',
      'nonsense',
      'places',
      'rules.x',
      'timeZone',
    ])
  })

  for (const input of [
    null,
    undefined,
    1,
    'x',
    [],
    [[]],
    { rules: null },
    { rules: [] },
    { __proto__: null, constructor: 1 },
  ])
    it(`accepts ${JSON.stringify(input)}`, () => assert.ok(parseSettings(input).settings.timeZone))
})

describe('twins', () => {
  const finding = (
    rule: string,
    start: number,
    end: number,
    severity: Finding['severity'] = 'hint',
  ): Finding => ({
    rule,
    start,
    end,
    severity,
    family: 'generic',
    what: ['', ''],
    why: ['', ''],
    doNext: ['', ''],
    fixes: [],
  })
  const stated = (findings: readonly Finding[]) => findings.map(each => ({ ...each, told: () => each }))
  const told = (...findings: Finding[]) =>
    withoutTwins(stated(findings)).map(each => each.told(openDraft(''), 0))
  const left = (...findings: Finding[]) =>
    told(...findings).map(each => `${each.rule} ${each.start}${each.also ? ` also ${each.also}` : ''}`)

  it('are one finding where they underline the same words, and the claim stays', () => {
    assert.deepEqual(left(finding('claim-without-data', 0, 8), finding('generic-phrase', 2, 8)), [
      'claim-without-data 0 also generic-phrase',
    ])
    assert.deepEqual(left(finding('claim-without-data', 0, 8), finding('generic-phrase', 2, 8, 'warning')), [
      'claim-without-data 0 also generic-phrase',
    ])
    const [one] = told(finding('claim-without-data', 0, 8), finding('generic-phrase', 2, 8, 'warning'))
    assert.equal(one?.severity, 'warning')
  })

  it('are two where one says more than the other', () => {
    const row = [finding('generic-phrase', 0, 30), finding('claim-without-data', 20, 28)]
    assert.equal(told(...row).length, 2)
    const apart = [finding('claim-without-data', 0, 8), finding('generic-phrase', 8, 12)]
    assert.equal(told(...apart).length, 2)
  })

  it('are no others than these two rules', () => {
    const others = [finding('claim-without-data', 0, 8), finding('vague-quantity', 0, 8)]
    assert.equal(told(...others).length, 2)
    const alone = [finding('generic-phrase', 0, 8), finding('generic-phrase', 9, 12)]
    assert.deepEqual(told(...alone), alone)
  })

  it('that are mended in one go are told in one, once, with all that belongs to them', () => {
    const owner = {
      ...finding('measure-without-owner', 4, 9),
      what: ['这条措施没有写由谁负责', 'No owner'] as const,
      fixes: [{ title: ['写明', 'Say'] as const, edits: [] }],
    }
    const time = {
      ...finding('measure-without-deadline', 4, 9, 'warning'),
      what: ['时间只写了“尽快”', 'Only soon'] as const,
      fixes: [
        { title: ['写明', 'Say'] as const, edits: [] },
        { title: ['改频次', 'How often'] as const, edits: [] },
      ],
      related: [{ start: 1, end: 2, note: ['', ''] as const }],
    }
    const [one, ...others] = joined(
      [time, owner, finding('measure-without-deadline', 20, 30)].map(each => ({ ...each, told: () => each })),
    ).map(each => each.told(openDraft(''), 0))
    assert.deepEqual(
      others.map(each => each.start),
      [20],
    )
    assert.equal(one?.rule, 'measure-without-owner')
    assert.equal(one?.also, 'measure-without-deadline')
    assert.equal(one?.severity, 'warning')
    assert.deepEqual(one?.what, ['这条措施没有写由谁负责；时间只写了“尽快”', 'No owner. Only soon'])
    assert.deepEqual(
      one?.fixes.map(fix => fix.title[0]),
      ['写明', '改频次'],
    )
    assert.equal(one?.related?.length, 1)
  })
})
