// Which document rules are asked again after an edit: those that read something that changed, and no others.

import assert from 'node:assert/strict'
import {
  createAnalyzer,
  type Draft,
  defaultSettings,
  editDraft,
  openDraft,
  type Rule,
} from '../../../server/src/core'
import type { DocumentContext, DocumentView, Fact, Reading } from '../../../server/src/core/engine/rule'

const text =
  '---\n类型: 动态\n---\n\n# 青石镇清淤\n\n第一段写清淤。\n\n第二段写排查，共12处。\n\n第三段写验收。\n'

/** A rule that does `check`, and how often it was asked. */
function counted(check: (view: DocumentView, context: DocumentContext) => void) {
  const asked = { times: 0 }
  const rule: Rule = {
    id: 'counted',
    title: ['测试', 'Test'],
    family: 'generic',
    severity: 'warning',
    scope: 'document',
    messages: { hit: { what: ['见', 'Saw'], why: ['因', 'because'], doNext: ['改', 'mend'] } },
    examples: { bad: [], good: [] },
    check(view, context) {
      asked.times++
      check(view, context)
    },
  }
  const analyze = createAnalyzer([rule])
  const run = (draft: Draft, now = 0) => analyze(draft, { settings: defaultSettings, now })
  return { asked, run }
}

/** Writes `word` behind the first `after`. */
function typed(draft: Draft, after: string, word: string): Draft {
  const at = draft.text.indexOf(after) + after.length
  return editDraft(
    draft,
    { start: at, end: at, text: word },
    draft.text.slice(0, at) + word + draft.text.slice(at),
  )
}

const digits: Fact<number> = {
  id: 'digits',
  holds: count => count > 0,
  read: block => block.text.match(/\d/g)?.length ?? 0,
}

const letters: Fact<{ readonly count: number }> = {
  id: 'letters',
  read: ({ text }) => ({ count: text.match(/[a-z]/g)?.length ?? 0 }),
}

describe('after an edit a document rule', () => {
  const readers: readonly [
    what: string,
    check: (view: DocumentView) => void,
    no: [string, string],
    yes: [string, string],
  ][] = [
    ['a block', view => void view.block(1), ['第二段', '又'], ['第一段', '又']],
    ['a fact of a block', view => void view.fact(digits, 2), ['第二段', '又'], ['共1', '3']],
    ['a list of facts', view => void view.found(digits), ['第一段', '又'], ['第三段', '7']],
    ['a total', view => void view.total(letters), ['第一段', '又'], ['第三段', 'x']],
    ['the outline', view => void view.outline, ['第一段', '又'], ['# 青石镇', '又']],
    ['the head', view => void view.frontMatter, ['第一段', '又'], ['类型: 动态', '\n单位: 青石镇']],
    ['the length', view => void view.proseLength, ['类型: 动态', '\n单位: 青石镇'], ['第一段', '又']],
    ['the number of blocks', view => void view.blockCount, ['第一段', '又'], ['写清淤。', '\n\n又一段。']],
  ]
  for (const [what, check, no, yes] of readers)
    it(`that read ${what} is asked again when that changed`, () => {
      const { asked, run } = counted(check)
      let draft = openDraft(text)
      run(draft)
      run(draft)
      assert.equal(asked.times, 1)
      draft = typed(draft, ...no)
      run(draft)
      assert.equal(asked.times, 1)
      draft = typed(draft, ...yes)
      run(draft)
      assert.equal(asked.times, 2)
    })

  it('reads through a shared reading, and is asked again when that says something else', () => {
    let read = 0
    const firstWords: Reading<string> = {
      id: 'first-words',
      read(view) {
        read++
        return view.block(1).text.slice(0, 2)
      },
    }
    const { asked, run } = counted(view => void view.derived(firstWords))
    let draft = openDraft(text)
    run(draft)
    draft = typed(draft, '第一段', '又')
    run(draft)
    assert.deepEqual([read, asked.times], [2, 1])
    draft = typed(draft, '\n\n第', '又')
    run(draft)
    assert.deepEqual([read, asked.times], [3, 2])
  })

  it('keeps its findings, which move with their block', () => {
    const { asked, run } = counted((view, context) => {
      const start = view.block(3).text.indexOf('验收')
      const place = context.locate(3, { start, end: start + 2 })
      context.report({
        at: { block: 3, start, end: start + 2 },
        message: 'hit',
        fixes: [{ title: ['换', 'Swap'], edits: [{ ...place, text: '复核' }] }],
        related: [{ at: { block: 1, start: 0, end: 3 }, note: ['这里', 'here'] }],
      })
    })
    let draft = openDraft(text)
    run(draft)
    draft = typed(draft, '第二段', '详细地')
    const [finding] = run(draft).findings
    assert.equal(asked.times, 1)
    const at = draft.text.indexOf('验收')
    assert.deepEqual([finding!.start, finding!.end], [at, at + 2])
    assert.deepEqual(finding!.fixes[0]!.edits, [{ start: at, end: at + 2, text: '复核' }])
    assert.equal(finding!.related![0]!.start, draft.text.indexOf('第一段'))
  })

  it('says again of a block what it said, without working it out, as long as block and reasons are the same', () => {
    const said: number[] = []
    const { asked, run } = counted((view, context) => {
      const { length } = view.block(1).text
      for (const block of [1, 2, 3])
        context.reportOf(block, block === 3 ? [length] : [], () => {
          said.push(block)
          return { at: { block, start: 0, end: 3 }, message: 'hit' }
        })
    })
    const startsOf = (draft: Draft) => run(draft).findings.map(({ start }) => start)
    const starts = (draft: Draft) => ['第一段', '第二段', '第三段'].map(word => draft.text.indexOf(word))
    let draft = openDraft(text)
    assert.deepEqual(startsOf(draft), starts(draft))
    assert.deepEqual(said.splice(0), [1, 2, 3])
    draft = typed(draft, '第一段', '又')
    assert.deepEqual(startsOf(draft), starts(draft))
    assert.deepEqual([asked.times, said.splice(0)], [2, [1, 3]])
    // Under another number a block is another one.
    draft = typed(draft, '写清淤。\n\n', '又一段。\n\n')
    run(draft)
    assert.deepEqual([asked.times, said.splice(0)], [3, [2, 3]])
  })

  it('that inserts at the end of the draft is asked again when the end changed', () => {
    const { asked, run } = counted((view, context) => {
      const edit = context.insertBefore(view.blockCount, '下一步。')
      context.report({
        at: { block: 0, start: 0, end: 1 },
        message: 'hit',
        fixes: [{ title: ['补', 'Add'], edits: [edit] }],
      })
    })
    let draft = openDraft(text)
    run(draft)
    draft = typed(draft, '第一段', '又')
    const [finding] = run(draft).findings
    assert.equal(asked.times, 1)
    assert.equal(finding!.fixes[0]!.edits[0]!.start, draft.text.length)
    draft = typed(draft, '写验收。\n', '\n')
    run(draft)
    assert.equal(asked.times, 2)
  })

  it('that asked for the time is asked again when its answer is over', () => {
    const { asked, run } = counted((_, context) => context.refreshAt(context.now < 100 ? 100 : 200))
    let draft = openDraft(text)
    run(draft, 10)
    draft = typed(draft, '第一段', '又')
    assert.equal(run(draft, 50).refreshAt, 100)
    assert.equal(asked.times, 1)
    draft = typed(draft, '第一段', '又')
    assert.equal(run(draft, 100).refreshAt, 200)
    assert.equal(asked.times, 2)
  })

  it('that failed is asked again', () => {
    const { asked, run } = counted(() => {
      throw new Error('坏了')
    })
    let draft = openDraft(text)
    assert.equal(run(draft).failures.length, 1)
    draft = typed(draft, '第一段', '又')
    assert.equal(run(draft).failures.length, 1)
    assert.equal(asked.times, 2)
  })

  it('whose shared reading keeps the draft and reads it later fails by name', () => {
    let kept: DocumentView | undefined
    const { run } = counted(view => {
      kept = view
    })
    run(openDraft(text))
    assert.throws(() => kept!.block(0), /after its reading had ended/)
  })
})
