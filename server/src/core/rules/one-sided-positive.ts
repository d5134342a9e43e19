// 报喜不报忧: a report that praises and names no problem, that drowns its one problem in praise, or that says there is none.

import type { DocumentContext, DocumentRule, DocumentView } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import type { RolePassage } from '../facts/analysis/passage'
import { cuesAt, statementsAt, traitsAt } from '../facts/analysis/reading'
import { cue } from '../facts/analysis/scan'
import type { Statement } from '../facts/analysis/statements'
import { type KindId, kindById } from '../report/kinds'
import { titlePlace } from '../report/places'
import { isOneSided, statesProblem, weightsOf } from '../report/signals'

const leastPraise = 3
/** A short brief may well have nothing to complain of. */
const leastLength = (kind: KindId) => (kind === 'brief' || kind === 'bulletin' ? 400 : 150)

export const oneSidedPositive: DocumentRule = {
  id: 'one-sided-positive',
  title: ['报喜不报忧', 'Only good news'],
  family: 'analysis',
  severity: 'information',
  scope: 'document',
  about: 'draft',
  kinds: [
    'brief',
    'problem',
    'experience',
    'overview',
    'survey',
    'proposal',
    'special',
    'summary',
    'bulletin',
  ],
  messages: {
    onlyPraise: {
      what: [
        '全文{count}处讲成绩，没有一处讲问题、不足或困难',
        '{count} sentences praise, none names a problem',
      ],
      why: [
        '只报喜的稿件看不出真实情况，上级核实起来也容易被退',
        'Nobody can judge the real state of affairs from it',
      ],
      doNext: [
        '补一两条真问题：没完成的数、投诉件数、卡住的环节',
        'Add a real problem or two: what is unfinished, complained of, stuck',
      ],
    },
    token: {
      what: [
        '{count}处讲成绩，问题只有一句带过',
        '{count} sentences praise, one mentions a problem in passing',
      ],
      why: ['问题一笔带过，和没写差不多', 'A problem told in passing is as good as untold'],
      doNext: ['把这句话展开：在哪、多少、为什么、怎么办', 'Unfold it: where, how many, why, what next'],
    },
    denied: {
      what: ['写了“{text}”，但没有查了多少、怎么查的', 'Says “{text}”, not how that was found out'],
      why: ['没有检查数量和方法，“没有问题”不可信', 'Without numbers and method nobody believes it'],
      doNext: [
        '写明检查了多少、达标多少；不达标的列出来',
        'Say how many were checked, how many passed, which failed',
      ],
    },
    praiseInProblems: {
      what: ['讲问题的部分多半在讲成绩', 'The part on problems mostly praises'],
      why: ['读的人到这里是来看问题的，成绩前面已经讲过', 'The reader comes here for the problems'],
      doNext: ['把成绩移到前面，这里只留问题', 'Move the praise up and keep the problems here'],
    },
  },
  examples: {
    bad: [
      {
        kind: 'experience',
        text: '# ⟦柳河街道垃圾分类工作经验⟧\n\n今年以来，柳河街道垃圾分类工作取得显著成效。街道建成分类亭86座，居民参与率明显提升，社区环境焕然一新。各社区创新方式，志愿服务队伍不断壮大，形成了人人参与的良好氛围，群众满意度持续提高。街道的做法受到市里充分肯定，被评为先进单位，多家单位前来学习，为全区提供了可借鉴的经验。通过一年来的努力，居民分类投放的习惯逐步养成，辖区卫生面貌得到明显改善，垃圾清运效率大幅提升，志愿者们的积极性得到充分调动，文明新风蔚然成风。街道还把分类知识送进学校和商户，商户配合度进一步提高，沿街卫生秩序得到有效规范，群众的获得感不断增强。\n\n下一步，由街道城管办牵头，6月30日前新建分类亭12座。\n',
      },
      {
        kind: 'overview',
        text: '# 青石镇农村饮水安全自查情况汇报\n\n4月，青石镇对农村饮水安全进行了自查。经查，各村供水正常，水质良好，⟦未发现问题⟧。镇里将继续做好日常巡查和水质监测，由镇水利站每月10日前报送巡查记录，确保群众用水安全。\n',
      },
    ],
    good: [
      {
        kind: 'summary',
        text: '# 柳河街道垃圾分类工作总结\n\n街道建成分类亭86座，参与率由41%提高到67%，受到居民欢迎。存在的问题：一是12个老旧小区没有投放点，居民仍乱倒；二是厨余清运车只有2辆，夏季积压较多。\n\n6月30日前由城管办新建分类亭12座，增租清运车1辆。\n',
      },
      {
        kind: 'overview',
        text: '# 青石镇农村饮水安全自查情况汇报\n\n4月，青石镇抽查供水点26处，水质合格25处；岩口村1处浊度超标，已停用检修。由镇水利站5月10日前更换滤料并复检。\n',
      },
    ],
  },
  check(document, context) {
    const { listed: problems } = chainOf(document)
    const weights = weightsOf(document)
    const firm = kindById[context.kind].requires.includes('problem') ? 'warning' : 'information'
    if (weights.denial > 0 && !statesProblem(weights) && problems.length === 0)
      reportDenial(document, context)
    else if (
      document.proseLength >= leastLength(context.kind) &&
      weights.praise >= leastPraise &&
      isOneSided(weights, problems)
    )
      context.report({
        at: titlePlace(document),
        message: statesProblem(weights) || hasBow(document) ? 'token' : 'onlyPraise',
        values: { count: Math.floor(weights.praise) },
        severity: context.kind === 'overview' || context.kind === 'summary' ? firm : 'information',
        related: examplesOf(document, 'praise').map(({ block, statement }) => ({
          at: { block, start: statement.start, end: statement.end },
          note: ['讲成绩的句子', 'Praise'] as const,
        })),
      })
    for (const passage of chainOf(document).of('problem'))
      if (passage.titled && praiseShare(document, passage) > 0.4)
        context.report({ at: passage.at, message: 'praiseInProblems', severity: 'warning' })
  },
}

function reportDenial(document: DocumentView, context: DocumentContext) {
  if (!['overview', 'summary', 'special', 'survey'].includes(context.kind)) return
  const [first] = examplesOf(document, 'denial')
  if (!first) return
  const { block, statement } = first
  const { text } = document.block(block)
  const hit =
    /(?:未发现|没有发现|未出现|不存在|没有|并无|无)[^，。；]{0,8}(?:问题|困难|不足|隐患)|零问题/.exec(
      text.slice(statement.start, statement.end),
    )
  // 抽查60户，未发现问题 has its number and can be believed.
  if (!hit || traitsAt(document, block, statement.start, statement.end).figure) return
  const start = statement.start + hit.index
  context.report({
    at: { block, start, end: start + hit[0].length },
    message: 'denied',
    values: { text: hit[0] },
    severity: 'information',
  })
}

function examplesOf(document: DocumentView, role: Statement['role'], most = 3) {
  const found: { block: number; statement: Statement }[] = []
  for (let block = 0; block < document.blockCount && found.length < most; block++) {
    if ((cuesAt(document, block) & (cue.praise | cue.problem)) === 0) continue
    for (const statement of statementsAt(document, block))
      if (statement.role === role && found.length < most) found.push({ block, statement })
  }
  return found
}

/** 工作中也存在一些不足： a bow to the duty, and nothing more. */
function hasBow(document: DocumentView): boolean {
  return examplesOf(document, 'problem').some(({ block, statement }) =>
    /(?:存在|还有|仍有)[^，。]{0,8}(?:不足|问题|差距|短板)/.test(
      document.block(block).text.slice(statement.start, statement.end),
    ),
  )
}

const shares = new WeakMap<RolePassage, number>()

/** How much of a passage on problems is praise, by characters of its sentences. */
function praiseShare(document: DocumentView, passage: RolePassage): number {
  const before = shares.get(passage)
  if (before !== undefined) return before
  let praise = 0
  let total = 0
  for (let block = passage.from; block < passage.to; block++) {
    total += document.block(block).text.length
    for (const { role, start, end } of statementsAt(document, block))
      if (role === 'praise') praise += end - start
  }
  const share = total < 60 ? 0 : praise / total
  shares.set(passage, share)
  return share
}
