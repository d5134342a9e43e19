// 报送要素: the head of the draft must be readable, and name what the receiving office files a report by.

import { type FrontMatterKey, keyBySpelling } from '../document/head'
import { drafters } from '../document/people'
import type { DocumentRule } from '../engine/rule'
import { readGrade } from '../report/deadlines'
import { readKind } from '../report/kinds'

/** Keys that name people. */
const signatures: readonly FrontMatterKey[] = ['拟稿人', '审核人', '签发人']

const statuses = ['草稿', '待审', '已报送', '已采用', '退回']

/** What every hand-in form asks for (报送单: 拟稿人、审核人、签发人 and the unit). */
export const needed: readonly FrontMatterKey[] = ['标题', '类型', '单位', '拟稿人', '审核人', '签发人']

/** The key that was meant by one that begins alike and differs in one character: 接报时问, 报送期限. */
function meantKey(written: string): FrontMatterKey | undefined {
  for (const [spelling, key] of keyBySpelling)
    if (
      spelling.length > 2 &&
      spelling[0] === written[0] &&
      /^\p{Script=Han}+$/u.test(spelling) &&
      differByOne(spelling, written)
    )
      return key
  return undefined
}

/** One character replaced, left out or put in. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let ahead = 0
  while (ahead < a.length && a[ahead] === b[ahead]) ahead++
  let behind = 0
  const most = Math.min(a.length, b.length) - ahead
  while (behind < most && a.at(-1 - behind) === b.at(-1 - behind)) behind++
  return Math.max(a.length, b.length) - ahead - behind === 1
}

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
        '按“键: 值”一行一项写在文首，前后各用一行“---”隔开',
        'Write one `key: value` per line at the top, between two lines of `---`',
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
    repeated: {
      what: [
        '“{key}”写了两次，只认前面的“{value}”',
        '{key} is given twice; only the first, {value}, is read',
      ],
      why: [
        '后面写的不起作用，报上去的可能不是想写的',
        'The second has no effect and may be the one that was meant',
      ],
      doNext: ['留下对的一处，另一处删去', 'Keep the right one and delete the other'],
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
    grade: {
      what: ['等级“{value}”读不懂', '“{value}” is no grade of an event'],
      why: [
        '有的报送时限按事件等级定，读不懂就按最宽的算',
        'Some limits go by the grade; the longest is taken',
      ],
      doNext: [
        '改为：一般、较大、重大、特别重大之一；还没有认定的先不填',
        'Use 一般, 较大, 重大 or 特别重大, or leave it out',
      ],
    },
    misspelt: {
      what: ['“{key}”不是约定的要素，没有读取', '{key} is no key of a head and is not read'],
      why: [
        '要素名差一个字就读不到，时限、联系人会在不知不觉中落空',
        'One wrong character, and a limit or a contact is lost unnoticed',
      ],
      doNext: ['要写的若是“{meant}”，把名称改过来', 'Write {meant} if that is what was meant'],
    },
    nameless: {
      what: ['{key}这一处读不出姓名：{text}', 'No name can be read here in {key}: {text}'],
      why: [
        '报送单、Word 附注和成绩统计都按姓名取人，读不出就漏记一个人的工作',
        'Hand-in form, Word file and statistics go by names',
      ],
      doNext: [
        '一人一行，写成“- 姓名（分工）”，例如“- 周敏（采写）”',
        'One person a line: `- name（part）`, such as `- 周敏（采写）`',
      ],
    },
    bracket: {
      what: ['{key}这一处括号没有配对：{text}', 'Brackets do not match here in {key}: {text}'],
      why: ['分不清哪里是姓名、哪里是分工', 'Name and part cannot be told apart'],
      doNext: ['补全括号，写成“姓名（分工）”', 'Complete the brackets: `name（part）`'],
    },
    twice: {
      what: ['{key}里“{text}”写了两次', '“{text}” stands twice in {key}'],
      why: ['同一人会被重复计算', 'The same person would be counted twice'],
      doNext: ['合成一处，分工用顿号隔开：“{text}（采写、摄影）”', 'Put both parts in one pair of brackets'],
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
        text: '⟦标题：⟧青石镇清理河道\n类型：动态\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n类型: 突发初报\n单位: 青石镇\n拟稿人: 王某\n审核人: 李某\n签发人: 赵某\n⟦接报时问⟧: 2026-04-12 09:10\n---\n\n4月12日9时，青石镇发生塌方。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n⟦类型⟧:\n单位: 青石镇\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n类型: 动态\n单位: 青石镇\n拟稿人: 王某\n审核人: 李某\n签发人: 赵某\n⟦类型⟧: 总结\n---\n\n4月12日，青石镇清理河道3.2公里。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n类型: ⟦消息⟧\n单位: 青石镇\n拟稿人: 王某\n审核人: 李某\n签发人: 赵某\n---\n\n4月12日，青石镇清理河道3.2公里。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n类型: 动态\n单位: 青石镇\n拟稿人:\n  - 王某（采写）\n  - ⟦（数据核对）⟧\n审核人: 李某\n签发人: 赵某\n---\n\n4月12日，青石镇清理河道3.2公里。\n',
      },
    ],
    good: [
      {
        text: '---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n\n---\n\n村民反映的3处淤堵已通水。\n',
      },
      {
        text: '---\n标题: 青石镇清理河道\n类型: 动态\n单位: 青石镇\n拟稿人:\n  - 王某（采写、摄影）\n  - 姓名: 孙某\n    分工: 数据核对\n  - 陈某（线索）\n审核人: 李某\n签发人: 赵某\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
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
    for (const { key, span } of head.repeated)
      context.report({
        at: { source: span },
        message: 'repeated',
        values: { key, value: head.entries.get(key)!.text || '（空）' },
      })
    for (const { name, span } of head.otherKeys) {
      const meant = meantKey(name)
      if (meant && !head.entries.has(meant))
        context.report({
          at: { source: span },
          message: 'misspelt',
          values: { key: name, meant },
          severity: 'information',
        })
    }
    const type = head.entries.get('类型')
    if (type?.text && !readKind(type.text))
      context.report({ at: { key: '类型' }, message: 'kind', values: { value: type.text } })
    const status = head.entries.get('状态')
    if (status?.text && !statuses.includes(status.text))
      context.report({ at: { key: '状态' }, message: 'status', values: { value: status.text } })
    const grade = head.entries.get('等级')
    // The English word is everybody's (level: 2).
    if (grade?.text && grade.writtenKey !== 'level' && !readGrade(grade.text))
      context.report({ at: { key: '等级' }, message: 'grade', values: { value: grade.text } })
    // A head of somebody else's (a blog's title and date) owes us nothing.
    if (![...head.entries.keys()].some(key => needed.includes(key) && key !== '标题')) return
    for (const key of signatures)
      for (const { kind, text, span } of head.entries.get(key)?.people?.faults ?? [])
        context.report({
          at: { source: span },
          message: kind,
          values: { key, text },
          ...(kind === 'twice' && { severity: 'information' }),
        })
    // Somebody is there who cannot be read, and that was said.
    const isMissing = (key: FrontMatterKey) => {
      const entry = head.entries.get(key)
      return !entry?.text && !entry?.people?.faults.length
    }
    const missing = needed.filter(isMissing)
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
    const names = signatures.map(key => {
      const people = head.entries.get(key)?.people?.people ?? []
      const signing = (key === '拟稿人' ? drafters(people) : people).map(({ name }) => name)
      return signing.join('、')
    })
    if (names[0] && names.every(name => name === names[0]))
      context.report({ at: { key: '签发人' }, message: 'samePerson', values: { name: names[0] } })
  },
}
