// The unit's own word list as a file: what counts, what is said about faults and where, and how a wording is added.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { allowEdit, joinLexicons, readLexiconFile, withLexicon } from '../../../server/src/core'
import { defaultSettings } from '../../../server/src/core/config/settings'
import { check } from '../../support/ownLexicon'

/** Each problem as the words at its place and the Chinese message. */
const problemsOf = (text: string) =>
  readLexiconFile(text).problems.map(
    ({ span, text: [zh] }) => [text.slice(span.start, span.end).trim(), zh] as const,
  )
const only = (text: string) => {
  const problems = problemsOf(text)
  assert.equal(problems.length, 1, JSON.stringify(problems))
  return problems[0]!
}
const allow = (text: string, wording: string) => {
  const made = allowEdit(text, wording)
  if (made.kind !== 'edit') return made.kind
  return text.slice(0, made.edit.start) + made.edit.text + text.slice(made.edit.end)
}

describe('ligao.lexicon.yaml', () => {
  it('holds phrases to point out and wordings that are allowed, with keys in either language', () => {
    for (const text of [
      'allowed:\n  - 青石夜话\nphrases:\n  - 一盘棋推进\n  - phrase: 打造…新样板\n    suggestion: 写出是哪几个村\n',
      '允许用语:\n  - 青石夜话\n自定义套话:\n  - 一盘棋推进\n  - 用语: 打造…新样板\n    改法: 写出是哪几个村\n',
    ]) {
      const { entries, allowed, problems } = readLexiconFile(text)
      assert.deepEqual(problems, [])
      assert.deepEqual(allowed, ['青石夜话'])
      assert.deepEqual(
        entries.map(({ label, suggestion }) => [label, suggestion]),
        [
          ['一盘棋推进', undefined],
          ['打造…新样板', '写出是哪几个村'],
        ],
      )
    }
  })

  it('an own phrase is found in a draft, with its suggestion; an allowed wording no longer is', () => {
    const body = '青石镇一盘棋推进河道清理，全镇高度重视。'
    assert.deepEqual(check(body, ''), ['高度重视'])
    assert.deepEqual(check(body, 'phrases: [一盘棋推进]\n'), ['一盘棋推进', '高度重视'])
    assert.deepEqual(check(body, 'phrases: [一盘棋推进]\nallowed: [高度重视]\n'), ['一盘棋推进'])
  })

  it('several files add up, and the nearer one says how an entry is', () => {
    const outer = readLexiconFile('allowed: [青石夜话]\nphrases: [{phrase: 一盘棋, suggestion: 甲}]\n')
    const inner = readLexiconFile('allowed: [柳河早市]\nphrases: [{phrase: 一盘棋, suggestion: 乙}]\n')
    const unit = joinLexicons([outer, inner])
    assert.deepEqual(unit.allowed, ['青石夜话', '柳河早市'])
    assert.deepEqual(
      unit.own?.entries.map(each => each.suggestion),
      ['乙'],
    )
    const settings = withLexicon({ ...defaultSettings, terms: ['青石夜话'] }, unit)
    assert.deepEqual(settings.terms, ['青石夜话', '柳河早市'])
    assert.equal(withLexicon(defaultSettings, joinLexicons([])), defaultSettings)
  })

  it('says at the very key what is wrong, in words for the writer', () => {
    const cases: [string, string, RegExp][] = [
      ['phrase:\n  - 一盘棋\n', 'phrase:\n  - 一盘棋', /没有“phrase”这一项/],
      ['phrases: 一盘棋\n', 'phrases: 一盘棋', /一行一条/],
      ['phrases:\n  - 2026\n', '2026', /写成“- 用语”/],
      ['phrases:\n  - phrase: 的\n', 'phrase: 的', /至少两个字/],
      ['phrases:\n  - suggestion: 写实\n', 'suggestion: 写实', /没有写用语/],
      [
        'phrases:\n  - phrase: 一盘棋\n    pattern: 一盘\n',
        'phrase: 一盘棋\n    pattern: 一盘',
        /只能写一个/,
      ],
      ['phrases:\n  - phrase: 一盘棋\n    sugestion: 写实\n', 'sugestion: 写实', /没有“sugestion”/],
      ['phrases:\n  - phrase: 一盘棋\n    class: Z\n', 'class: Z', /没有“Z”这一类/],
      ['phrases:\n  - phrase: 一盘棋\n    risk: 很高\n', 'risk: 很高', /误报风险/],
      ['phrases:\n  - phrase: 一盘棋\n    bad: 3\n', 'bad: 3', /例句要写成文字/],
      ['phrases:\n  - pattern: 一盘(棋\n', 'pattern: 一盘(棋', /正则写法有误/],
      ['phrases:\n  - pattern: 一.*棋\n', 'pattern: 一.*棋', /不能用 \* 和 \+/],
      ['phrases:\n  - phrase: 加强,管理\n', 'phrase: 加强,管理', /不会原样出现/],
      [
        'phrases:\n  - phrase: 一盘棋\n    bad:\n      - 全镇一盘旗推进。\n',
        '全镇一盘旗推进。',
        /反例里没有找到/,
      ],
      ['phrases:\n  - phrase: 一盘棋\n    good:\n      - 他下了一盘棋。\n', '他下了一盘棋。', /会误报/],
      ['phrases:\n  - 一盘棋\n  - 一盘棋\n', '一盘棋', /重复了/],
      ['allowed:\n  - 的\n', '的', /至少两个字/],
      ['allowed:\n  - {a: 1}\n', '{a: 1}', /写成一句文字/],
      ['allowed: [一盘棋]\nphrases: [一盘棋]\n', '一盘棋', /同时列在允许用语里/],
      ['- 一盘棋\n', '- 一盘棋', /两张表/],
    ]
    for (const [text, place, message] of cases) {
      const [at, zh] = only(text)
      assert.equal(at, place, text)
      assert.match(zh, message)
    }
  })

  it('a faulty entry leaves the others in force', () => {
    const { entries, problems } = readLexiconFile(
      'phrases:\n  - pattern: 一(盘\n  - 走深走实\n  - 3\n  - 一盘棋\n',
    )
    assert.deepEqual(
      entries.map(each => each.label),
      ['走深走实', '一盘棋'],
    )
    assert.equal(problems.length, 2)
  })

  it('never throws and keeps every place inside the text, whatever is typed', () => {
    const piece = fc.constantFrom(
      'allowed:',
      'phrases:',
      '\n',
      '  - ',
      '一盘棋',
      'phrase: ',
      'pattern: ',
      '(?:',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a',
      '*a',
      '"',
      'bad: ',
      '|',
      '\t',
      '#',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('高度重视', '3#：x'),
        (parts, wording) => {
          const text = parts.join('')
          for (const { span } of readLexiconFile(text).problems)
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length)
          const after = allow(text, wording)
          if (after !== 'already' && after !== 'unreadable' && readLexiconFile(text).problems.length === 0)
            assert.ok(readLexiconFile(after).allowed.includes(wording), JSON.stringify([text, after]))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('adding an allowed wording', () => {
  it('writes nothing that could not be read again', () => {
    assert.equal(allow('allowed: [\n]\n', '青石夜话'), 'unreadable')
    assert.deepEqual(readLexiconFile(allow('allowed: [\n  ]\n', '青石夜话')).allowed, ['青石夜话'])
  })

  it('makes a file that explains itself', () => {
    const made = allow('', '青石夜话')
    assert.match(made, /^# 本单位词库/)
    assert.deepEqual(readLexiconFile(made).allowed, ['青石夜话'])
    assert.deepEqual(readLexiconFile(made).problems, [])
  })

  it('goes to the end of the list and touches nothing else', () => {
    assert.equal(
      allow('# 注\nallowed:\n    - 甲甲 # 会议名\n\nphrases:\n  - 乙乙\n', '青石夜话'),
      '# 注\nallowed:\n    - 甲甲 # 会议名\n    - 青石夜话\n\nphrases:\n  - 乙乙\n',
    )
    assert.equal(allow('allowed:\n- 甲甲', '青石夜话'), 'allowed:\n- 甲甲\n- 青石夜话\n')
    assert.equal(allow('allowed:\r\n  - 甲甲\r\n', '青石夜话'), 'allowed:\r\n  - 甲甲\r\n  - 青石夜话\r\n')
    assert.equal(allow('允许用语: [甲甲]\n', '青石夜话'), '允许用语: [甲甲, 青石夜话]\n')
    assert.equal(allow('allowed: []\n', '青石夜话'), 'allowed: [青石夜话]\n')
    assert.equal(
      allow('allowed:\nphrases: [乙乙]\n', '青石夜话'),
      'allowed:\n  - 青石夜话\nphrases: [乙乙]\n',
    )
    assert.equal(allow('phrases: [乙乙]', '青石夜话'), 'phrases: [乙乙]\nallowed:\n  - 青石夜话\n')
    assert.equal(allow('# 空\n', '青石夜话'), '# 空\nallowed:\n  - 青石夜话\n')
  })

  it('quotes what YAML would read as something else', () => {
    for (const wording of ['3+1：模式', '“五老”调解', "it's 青石", '- 甲', '2026', '# 甲乙'])
      assert.deepEqual(readLexiconFile(allow('allowed:\n  - 甲甲\n', wording)).allowed, ['甲甲', wording])
  })

  it('does nothing twice, and nothing to a file that cannot be read', () => {
    assert.equal(allow('allowed: [青石夜话]\n', '青石夜话'), 'already')
    assert.equal(allow('allowed: [青石夜话\n', '柳河早市'), 'unreadable')
    assert.equal(allow('- 一盘棋\n', '柳河早市'), 'unreadable')
    assert.equal(allow('allowed: 一盘棋\n', '柳河早市'), 'unreadable')
  })
})
