// The clause model comes later than the draft: what it adds, to whom, and that nothing else is asked again for it.

import assert from 'node:assert/strict'
import {
  type ClauseModel,
  createAnalyzer,
  type Draft,
  defaultSettings,
  editDraft,
  openDraft,
  type Rule,
  rules,
} from '../../../server/src/core'

/** Takes the first clause of any sentence that speaks of 春风 for empty. */
const model: ClauseModel = {
  judge(sentence) {
    const end = sentence.search(/[，。]/)
    return sentence.includes('春风')
      ? { start: 0, end, surplus: 0.2, words: ['春风', '吹遍'], nearest: 'E' }
      : undefined
  },
}

const head = '---\n类型: 动态\n---\n\n# 青石镇清淤\n\n'
const spring = '政策的春风吹遍田野，4月12日，青石镇清淤8处。'
const text = `${head}${spring}\n\n4月13日，柳河村排查沟渠12处，补种树苗30株。\n`
const analyze = createAnalyzer(rules)
const only = new Set(['generic-phrase'])
const findingsOf = (draft: Draft, clauses?: ClauseModel) =>
  analyze(draft, { settings: defaultSettings, now: 0, only, ...(clauses ? { clauses } : {}) }).findings

describe('the clause model', () => {
  it('adds the clause, at the weakest severity, with the words and the class that are the reason', () => {
    const draft = openDraft(text)
    assert.deepEqual(findingsOf(draft), [])
    const [finding, ...others] = findingsOf(draft, model)
    assert.deepEqual(others, [])
    assert.equal(text.slice(finding!.start, finding!.end), '政策的春风吹遍田野')
    assert.equal(finding!.severity, 'hint')
    assert.match(finding!.what[0], /空泛句.*口号/)
    assert.match(finding!.why[0], /“春风”“吹遍”/)
    assert.match(finding!.what[1], /[a-z]/)
  })

  it('is silent beside a phrase of the lexicon, in a heading, in a quotation, in law, in what is no report', () => {
    const saying = (body: string) =>
      findingsOf(openDraft(`${head}${body}\n`), model).map(({ what }) => what[0])
    assert.ok(saying('全镇上下高度重视春风行动。').every(what => !what.includes('空泛句')))
    for (const body of [
      '## 春风吹遍田野\n\n4月12日，青石镇清淤8处。',
      '“春风吹遍田野”，4月12日青石镇清淤8处。',
      '第八条 经营者应当在春风市场亮证经营。',
    ])
      assert.deepEqual(saying(body), [], body)
    assert.deepEqual(findingsOf(openDraft('# Install\n\n春风 is a library. Run `npm i`.\n'), model), [])
  })

  it('that comes after the first check gives what a fresh check gives, and so does an edit', () => {
    const late = openDraft(text)
    findingsOf(late)
    assert.deepEqual(findingsOf(late, model), findingsOf(openDraft(text), model))
    const at = text.indexOf('4月13日')
    const changed = `${text.slice(0, at)}春风又到，${text.slice(at)}`
    const edited = editDraft(late, { start: at, end: at, text: '春风又到，' }, changed)
    assert.equal(findingsOf(edited, model).length, 2)
    assert.deepEqual(findingsOf(edited, model), findingsOf(openDraft(changed), model))
    assert.deepEqual(findingsOf(edited), findingsOf(openDraft(changed)))
  })

  it('makes no rule work again but those that read it', () => {
    const asked: string[] = []
    const rule = (id: string, reads?: Rule['reads']): Rule => ({
      id,
      title: ['测试', 'Test'],
      family: 'generic',
      severity: 'hint',
      scope: 'paragraph',
      ...(reads ? { reads } : {}),
      messages: { hit: { what: ['见', 'Saw'], why: ['因', 'because'], doNext: ['改', 'mend'] } },
      examples: { bad: [], good: [] },
      check(block, context) {
        asked.push(id)
        context.report({ message: 'hit', start: 0, end: block.text.length })
      },
    })
    const run = createAnalyzer([rule('reader', ['clauses']), rule('other')])
    const draft = openDraft(text)
    const first = run(draft, { settings: defaultSettings, now: 0 })
    asked.length = 0
    const second = run(draft, { settings: defaultSettings, now: 0, clauses: model })
    assert.deepEqual(new Set(asked), new Set(['reader']))
    assert.deepEqual(second.findings, first.findings)
  })
})
