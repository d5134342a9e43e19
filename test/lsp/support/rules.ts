// Small rules of the tests' own, so that the server is tested apart from the judgement of the real ones.

import type { DocumentRule, SentenceRule } from '../../../server/src/core/engine/rule'

const examples = { bad: [], good: [] }

/** Finds 高度重视, offers two fixes: a safe one and one with a tab stop. */
export const stockPhrase: SentenceRule = {
  id: 'stock-phrase',
  title: ['套话', 'Stock phrase'],
  family: 'generic',
  severity: 'warning',
  scope: 'sentence',
  cue: /高度重视/,
  options: { most: { type: 'number', default: 3, minimum: 0, description: ['最多几处', 'How many'] } },
  messages: {
    found: {
      what: ['“{words}”是套话', '“{words}” is a stock phrase'],
      why: ['谁都能写，看不出做了什么', 'Anybody could write it'],
      doNext: ['写明谁做了什么', 'Say who did what'],
    },
  },
  examples: {
    bad: [{ text: '青石镇⟦高度重视⟧防汛工作。\n', mended: '青石镇4月12日查堤3.2公里，堵漏2处。\n' }],
    good: [{ text: '青石镇4月12日查堤3.2公里。\n' }],
  },
  sources: [['县委办〔2020〕3号', 'Notice 3 of 2020']],
  check(sentence, context) {
    for (let at = sentence.text.indexOf('高度重视'); at >= 0; at = sentence.text.indexOf('高度重视', at + 1))
      context.report({
        start: at,
        end: at + 4,
        message: 'found',
        values: { words: '高度重视' },
        fixes: [
          { title: ['删去', 'Delete'], edits: [{ start: at, end: at + 4, text: '' }], safe: true },
          {
            title: ['写明做法', 'Say what was done'],
            edits: [{ start: at, end: at + 4, text: '由${1:单位}于${2:日期}$0' }],
            snippet: true,
          },
        ],
      })
  },
}

/** Overdue when the clock has passed 报送时限; asks to be woken then. */
const overdue: DocumentRule = {
  id: 'overdue',
  title: ['超时', 'Overdue'],
  family: 'deadline',
  severity: 'error',
  scope: 'document',
  reads: ['now'],
  messages: {
    late: {
      what: ['已过报送时限', 'Overdue'],
      why: ['迟报要说明原因', 'Lateness needs a reason'],
      doNext: ['尽快报送', 'Hand it in'],
    },
  },
  examples,
  check(document, context) {
    const limit = Date.parse(document.frontMatter?.entries.get('报送时限')?.text ?? '')
    if (Number.isNaN(limit)) return
    if (context.now >= limit) context.report({ at: { key: '报送时限' }, message: 'late' })
    else context.refreshAt(limit)
  },
}

/** Fails on every sentence with 出错. */
export const throwing: SentenceRule = {
  id: 'throwing',
  title: ['会出错', 'Fails'],
  family: 'form',
  severity: 'warning',
  scope: 'sentence',
  cue: /出错/,
  messages: { never: { what: ['', ''], why: ['', ''], doNext: ['', ''] } },
  examples,
  check(sentence) {
    throw new Error(`不该写进日志的稿件内容：${sentence.text}`)
  },
}

export const testRules = [stockPhrase, overdue, throwing]
