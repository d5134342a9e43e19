// 数据无对比口径: a growth without what it is measured against, a rate without the count, a survey without its sample.

import type { DocumentRule } from '../engine/rule'
import { baselines, baseSetBefore, moments } from '../facts/data/baselines'
import { clauseStart } from '../text/claims/reading'
import type { Bilingual, Fix, Span } from '../types'

export const figureWithoutBaseline: DocumentRule = {
  id: 'figure-without-baseline',
  title: ['数据无对比口径', 'Figure without baseline'],
  family: 'data',
  severity: 'information',
  scope: 'document',
  kinds: [
    'brief',
    'emergency',
    'problem',
    'experience',
    'overview',
    'survey',
    'opinion',
    'special',
    'summary',
    'bulletin',
  ],
  messages: {
    growth: {
      what: ['“{text}”是和什么时候比，没有说', '“{text}”: compared with what?'],
      why: [
        '同比、环比、较年初差别很大，口径不清的增幅不能用',
        'Year on year or month on month: a rate without its base is of no use',
      ],
      doNext: [
        '写明比较对象，最好连基数一起写：由多少到多少',
        'Say what it is compared with, best with both values',
      ],
    },
    rate: {
      what: ['只有比率“{text}”，没有数量', 'The rate {text} without a number'],
      why: ['3件办结3件也是100%，没有基数看不出分量', 'Three of three is 100% as well'],
      doNext: [
        '补上应办数和实办数，如“受理152件、办结149件”',
        'Give how many there were and how many were done',
      ],
    },
    sample: {
      what: ['“{text}”是谁测的、问了多少人，没有说', '“{text}”: who asked, and how many?'],
      why: [
        '满意度没有样本和来源，容易被当作自说自话',
        'A share of satisfied people without a sample proves nothing',
      ],
      doNext: ['写明调查单位、方式、时间和有效样本数', 'Name who asked, how, when and how many answered'],
    },
    current: {
      what: ['“{text}”没有写截至什么时候', '“{text}” without the time it was counted'],
      why: ['突发情况数字一直在变，没有时点就没法和续报衔接', 'In an emergency figures change by the hour'],
      doNext: ['前面加“截至×月×日×时×分”', 'Put “as of” with the hour in front'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，云岭县春茶开园，首日鲜叶交易量增长⟦22%⟧。\n',
        mended:
          '---\n类型: 动态\n---\n\n4月12日，云岭县春茶开园，首日鲜叶交易量6.1吨，比上年开园首日（5.0吨）增长22%。\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n4月12日，柳河街道调解委员会通报工作，矛盾纠纷化解率达⟦98%⟧。\n',
        mended:
          '---\n类型: 动态\n---\n\n4月12日，柳河街道调解委员会通报工作，一季度受理矛盾纠纷152件、化解149件，化解率98%。\n',
      },
    ],
    good: [
      { text: '---\n类型: 动态\n---\n\n一季度，云岭县接待游客31.2万人次，同比增长20%。\n' },
      { text: '---\n类型: 动态\n---\n\n县统计局电话抽样调查（有效样本412份）显示，满意率91.7%。\n' },
    ],
  },
  sources: [['统计用语：同比比上年同期，环比比上一相邻时期', 'Statistics: year on year, period on period']],
  check(document, context) {
    const report = (
      index: number,
      message: string,
      spans: readonly Span[],
      note: Bilingual,
      fixes: readonly Fix[] = [],
    ) => {
      const [first, ...others] = spans
      if (!first) return
      context.report({
        at: { block: index, start: first.start, end: first.end },
        message,
        values: { text: document.block(index).text.slice(first.start, first.end) },
        fixes,
        related: others.map(other => ({ at: { block: index, start: other.start, end: other.end }, note })),
      })
    }
    for (const { block, value } of document.found(baselines)) {
      if (value.growth.length && !baseSetBefore(document, block))
        report(block, 'growth', value.growth, ['这个增幅也没有口径', 'No base here either'])
      report(block, 'rate', value.rate, ['这个比率也没有数量', 'No count here either'])
      report(block, 'sample', value.sample, ['这里也没有样本', 'No sample here either'])
    }
    if (context.kind !== 'emergency') return
    // What the first block says about the moment counts for the whole draft.
    const [moment] = document.found(moments)
    const [figure] = moment?.value.current ?? []
    if (!moment || !figure) return
    const start = clauseStart(document.block(moment.block).text, 0, figure.start)
    const place = context.locate(moment.block, { start, end: figure.end }).start
    const fix: Fix = {
      title: ['写上截至时点', 'Add the time'],
      edits: [{ start: place, end: place, text: '截至${1:月}月${2:日}日${3:时}时${4:分}分，' }],
      snippet: true,
    }
    report(moment.block, 'current', moment.value.current, ['这里也没有时点', 'No time here either'], [fix])
  },
}
