// 报送要素: the head of the draft must be readable, and name what the receiving office files a report by.

import type { FrontMatterKey } from '../document/frontMatter'
import type { DocumentRule } from '../engine/rule'
import { readKind } from '../report/kinds'

const statuses = ['草稿', '待审', '已报送', '已采用', '退回']

/** What every hand-in form asks for (报送单: 拟稿人、审核人、签发人 and the unit). */
const needed: readonly FrontMatterKey[] = ['标题', '类型', '单位', '拟稿人', '审核人', '签发人']

export const frontMatter: DocumentRule = {
  id: 'front-matter',
  title: ['报送要素', 'Front matter'],
  family: 'form',
  severity: 'warning',
  scope: 'document',
  messages: {
    unreadable: {
      what: ['{problem}', '{problem}'],
      why: ['报送要素读不出来，类型、时限、签发人都无从核对', 'Kind, limit and signatures cannot be checked'],
      doNext: [
        '按“键: 值”一行一项改写，用“---”另起一行收尾',
        'Write one `key: value` per line and close with `---`',
      ],
    },
    missing: {
      what: ['报送要素缺：{keys}', 'Missing in the front matter: {keys}'],
      why: [
        '收稿单位凭这些要素登记、核实和退改，缺了会被退回',
        'The receiving office registers and verifies by these',
      ],
      doNext: ['在文首补上{keys}', 'Add {keys} at the top'],
    },
    kind: {
      what: ['类型“{value}”不是已知的信息类型', '“{value}” is no known kind of report'],
      why: ['类型决定时限、必备部分和适用的规则', 'The kind decides limit, parts and rules'],
      doNext: [
        '改为：动态、突发初报、突发续报、突发终报、问题、经验、综合、调研、建议、舆情、专报、总结、简报之一',
        'Use one of the known kinds',
      ],
    },
    status: {
      what: ['状态“{value}”不是已知的状态', '“{value}” is no known status'],
      why: ['待报事项和报送记录按状态归类', 'Lists sort by status'],
      doNext: ['改为：草稿、待审、已报送、已采用、退回之一', 'Use 草稿, 待审, 已报送, 已采用 or 退回'],
    },
    samePerson: {
      what: ['拟稿、审核、签发都是“{name}”一人', 'Drafted, reviewed and approved by {name} alone'],
      why: ['三审变成一审，差错没有第二双眼睛看过', 'No second pair of eyes has read it'],
      doNext: ['请另一位同志审核，由负责人签发', 'Have somebody else review it'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n标题: 青石镇清理河道\n⟦类型⟧:\n单位: 青石镇\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n类型: ⟦消息⟧\n单位: 青石镇\n拟稿人: 王某\n审核人: 李某\n签发人: 赵某\n---\n\n4月12日，青石镇清理河道3.2公里。\n',
      },
    ],
    good: [
      {
        text: '---\n标题: 青石镇清理河道\n类型: 动态\n单位: 青石镇\n拟稿人: 王某\n审核人: 李某\n签发人: 赵某\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
      {
        text: '4月12日，我镇清理河道3.2公里，出动41人，村民反映的3处淤堵已通水。下一步4月底前清理剩余1.1公里。\n',
      },
    ],
  },
  check(document, context) {
    const head = document.frontMatter
    if (!head) return
    for (const problem of head.problems)
      context.report({
        at: { source: problem.span },
        message: 'unreadable',
        values: { problem: problem.text[0] },
      })
    if (head.problems.length) return
    const type = head.entries.get('类型')
    if (type?.text && !readKind(type.text))
      context.report({ at: { key: '类型' }, message: 'kind', values: { value: type.text } })
    const status = head.entries.get('状态')
    if (status?.text && !statuses.includes(status.text))
      context.report({ at: { key: '状态' }, message: 'status', values: { value: status.text } })
    // A head of somebody else's (a blog's title and date) owes us nothing.
    if (![...head.entries.keys()].some(key => needed.includes(key) && key !== '标题')) return
    const missing = needed.filter(key => !head.entries.get(key)?.text)
    if (missing.length) {
      const firstEmpty = missing.find(key => head.entries.has(key))
      context.report({
        at: firstEmpty
          ? { key: firstEmpty }
          : { source: { start: head.whole.start, end: head.whole.start + 3 } },
        message: 'missing',
        values: { keys: missing.join('、') },
        severity: status?.text === '草稿' || !status ? 'information' : 'warning',
      })
    }
    const names = ['拟稿人', '审核人', '签发人'].map(
      key => head.entries.get(key as FrontMatterKey)?.text ?? '',
    )
    if (names[0] && names.every(name => name === names[0]))
      context.report({ at: { key: '签发人' }, message: 'samePerson', values: { name: names[0] } })
  },
}
