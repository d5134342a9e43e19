// 问题无原因: problems whose causes nobody names, or whose named causes are the stock ones that fit every unit.

import type { DocumentContext, DocumentRule, DocumentView } from '../engine/rule'
import { type Chain, chainOf } from '../facts/analysis/chain'
import type { Item } from '../facts/analysis/items'
import { isComparable, pairsOf } from '../facts/analysis/pairs'
import { stockCause } from '../facts/analysis/substance'
import { repeats } from '../facts/analysis/topics'
import { owed } from '../report/kinds'
import { isAnswer } from '../report/occasion'
import { labelOf, problemPlace } from '../report/places'
import { hasCause, isOneSided, statesProblem, weightsOf } from '../report/signals'
import { addSection } from '../report/skeleton'
import { mostSingly } from '../report/tell'

export const problemWithoutCause: DocumentRule = {
  id: 'problem-without-cause',
  title: ['问题无原因', 'Problem without cause'],
  family: 'analysis',
  severity: 'warning',
  scope: 'document',
  kinds: ['problem', 'survey', 'proposal', 'overview', 'special', 'summary'],
  messages: {
    none: {
      what: ['写了问题，没有写原因', 'Problems are named, causes are not'],
      why: ['不知道为什么，措施就对不上病根', 'Without the cause no measure can fit'],
      doNext: [
        '每个问题追问两次“为什么”，写到改得动的环节：流程、编制、经费、制度',
        'Ask “why” twice and name what can be changed',
      ],
    },
    unmatched: {
      what: ['{label}在原因部分没有对应的一条', '{label} has no matching cause'],
      why: [
        '别的问题都说了原因，这一条没有，读的人会追问',
        'The other problems have one; this will be asked for',
      ],
      doNext: ['补上它的原因，写能核实的事实', 'Add its cause, a fact that can be checked'],
    },
    stock: {
      what: ['原因只有“{words}”这类通用话，没有事实', 'A stock cause (“{words}”) without a fact'],
      why: ['认识不足、机制不健全放到哪里都说得通，改不了任何一处', 'It fits everywhere and helps nowhere'],
      doNext: [
        '再问一次为什么：编制几人在岗几人、哪一环几天、制度缺哪一条',
        'Ask again: how many posts, which step, which clause is missing',
      ],
    },
    circular: {
      what: ['原因只是把问题又说了一遍', 'The cause repeats the problem'],
      why: ['“不及时是因为不够及时”等于没有原因', 'Saying it twice explains nothing'],
      doNext: ['写是什么造成的：谁、哪一步、缺什么', 'Say what brought it about'],
    },
  },
  examples: {
    bad: [
      {
        kind: 'problem',
        text: '# 云岭县乡镇信息报送情况\n\n## ⟦一、存在问题⟧\n\n（一）超时报送多。一季度42条中11条超过24小时，最长拖延13天。\n\n（二）图片少。42条中仅5条附图。\n\n## 二、措施\n\n由党政办牵头，4月30日前开通线上签批，每月5日通报超时单位；5月起每条信息至少附图1张。\n',
        mended:
          '## 二、原因\n\n信息要经3级纸质签批，分管领导出差即停；各站所没有配相机，村级只有文书会传图。',
      },
      {
        kind: 'problem',
        text: '# 云岭县乡镇信息报送情况\n\n## 一、存在问题\n\n（一）超时报送多。一季度42条中11条超过24小时。\n\n（二）图片少。42条中仅5条附图。\n\n## 二、原因分析\n\n⟦（一）对超时报送重视程度不够⟧。\n\n（二）没有设备。12个站所只有1部相机，图片靠个人手机拍。\n\n## 三、措施\n\n（一）提速。由党政办4月30日前开通线上签批，消除超时。\n\n（二）配设备。由财政所5月15日前拨付2.4万元购置相机，解决图片少。\n',
      },
    ],
    good: [
      {
        kind: 'problem',
        text: '# 云岭县乡镇信息报送情况\n\n## 一、存在问题\n\n（一）超时报送多。一季度42条中11条超过24小时。\n\n## 二、原因\n\n信息要经3级纸质签批，分管领导出差即停。\n\n## 三、措施\n\n由党政办牵头，4月30日前开通线上签批。\n',
      },
      {
        kind: 'overview',
        text: '# 青石镇供水情况汇报\n\n岩口村142户每天只供水2小时，主要是因主管道老化，漏损率达到38%。由镇水利站6月30日前更换主管道1.8公里。\n',
      },
    ],
  },
  check(document, context) {
    const chain = chainOf(document)
    const weights = weightsOf(document)
    const owes = owed(context.kind, context.rivals, 'cause')
    if (!owes && context.rivals.length > 0) return
    if (chain.problems.length === 0 && !statesProblem(weights)) return
    if (!hasCause(document)) {
      // One problem lost in praise is told by one-sided-positive, and with it that its cause is wanted.
      if (isAnswer(document) || (chain.listed.length === 0 && isOneSided(weights, []))) return
      const at = problemPlace(document, chain)
      if (at && document.proseLength >= 100)
        context.report({
          at,
          message: 'none',
          // A problem told in passing may owe its cause to nobody.
          severity: owes === 'required' && chain.listed.length > 0 ? 'warning' : 'information',
          fixes: addSection(document, context, 'cause'),
        })
      return
    }
    reportCauses(context, chain)
    reportUnmatched(document, context, chain)
  },
}

function reportCauses(context: DocumentContext, chain: Chain) {
  const comparable = isComparable(chain)
  const isCircular = repeats(chain.problems.map(problem => problem.text))
  for (const passage of chain.of('cause')) {
    const stock = passage.items.filter(isStock)
    if (stock.length > mostSingly)
      context.report({
        at: passage.at,
        message: 'stock',
        values: { words: stockWords(stock[0]!) },
        severity: 'information',
      })
    else
      for (const item of stock)
        context.report({
          at: item.at,
          message: 'stock',
          values: { words: stockWords(item) },
          severity: 'information',
        })
    for (const item of passage.items)
      if (
        comparable &&
        !stock.includes(item) &&
        // 由于没有养护队，导致路面破损 is one sentence, its problem and its cause: it repeats nothing.
        isCircular(item.text, other => overlaps(item, chain.problems[other]!))
      )
        context.report({ at: item.at, message: 'circular', severity: 'information' })
  }
}

/** Only where the draft lists causes one by one, and the others find theirs, is a gap a gap. */
function reportUnmatched(document: DocumentView, context: DocumentContext, chain: Chain) {
  if (chain.listed.length < 2 || chain.causes.length < 2) return
  const pairs = pairsOf(document, chain)
  if (!pairs.comparable) return
  const linked = new Set(pairs.causes.map(link => link.problem))
  if (linked.size * 2 < chain.problems.length) return
  chain.problems.forEach((problem, i) => {
    if (linked.has(i) || problem.traits.reasoned) return
    context.report({
      at: problem.at,
      message: 'unmatched',
      values: { label: labelOf('问题', problem, i) },
      severity: 'information',
    })
  })
}

const overlaps = (a: Item, b: Item): boolean =>
  a.parts.some(part =>
    b.parts.some(other => other.block === part.block && other.start < part.end && part.start < other.end),
  )

function isStock({ traits }: Item): boolean {
  return traits.stock > 0 && !traits.figure && !traits.named && !traits.instance
}

/** The clause that says it, as the writer wrote it. */
function stockWords({ text, title }: Item): string {
  const clause = text.split(/[，。；：、！？\n]|——/).find(part => part.match(stockCause)) ?? title
  return clause
    .replace(
      /^(?:（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]是|\d{1,2}[.、]|主?要?原因(?:主要)?是)/,
      '',
    )
    .slice(0, 16)
}
