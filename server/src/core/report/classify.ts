// Is this file a government-information report at all, and which kind? Declared by its front matter, otherwise inferred,
// with the reason said.

import type { Draft } from '../document/document'
import type { FrontMatterKey } from '../document/frontMatter'
import type { Bilingual } from '../types'
import { type KindId, kindById, readKind, type Stage } from './kinds'

export interface Classification {
  readonly isReport: boolean
  readonly kind: KindId
  readonly stage: Stage | undefined
  /** The front matter did not say it. */
  readonly inferred: boolean
  readonly reason: Bilingual
}

/** Keys that only a report of ours carries; `title` and `date` alone are on every blog post. */
const tellingKeys: readonly FrontMatterKey[] = [
  '类型',
  '单位',
  '拟稿人',
  '审核人',
  '签发人',
  '报送对象',
  '事发时间',
  '接报时间',
  '报送时限',
  '报送时间',
  '密级',
  '迟报原因',
]

const silentNames =
  /(?:^|[\\/])(?:README|CHANGELOG|CHANGES|HISTORY|LICEN[CS]E|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|ARCHITECTURE|AGENTS|CLAUDE|TODO|NOTICE|更新日志|说明文档|自述文件)(?:[._-][\w.-]*)?$/i

export function classify(
  draft: Draft,
  request: { path?: string; kind?: KindId; stage?: Stage },
): Classification {
  const declared = draft.frontMatter?.entries.get('类型')
  const read = declared ? readKind(declared.text) : undefined
  const sample = sampleOf(draft)
  const guess = () => inferKind(sample)
  const result = (
    isReport: boolean,
    kind: KindId,
    stage: Stage | undefined,
    inferred: boolean,
    reason: Bilingual,
  ): Classification => ({
    isReport,
    kind: request.kind ?? kind,
    stage: request.kind ? request.stage : stage,
    inferred: inferred && !request.kind,
    reason,
  })
  if (read && draft.frontMatter?.entries.has('类型'))
    return result(
      true,
      read.kind.id,
      read.stage ?? (read.kind.id === 'emergency' ? inferStage(sample) : undefined),
      false,
      ['报送要素中写明了类型', 'Declared in the front matter'],
    )
  const telling = tellingKeys.filter(key => draft.frontMatter?.entries.has(key))
  const { kind, stage, reason } = guess()
  if (telling.length > 0 || request.kind) return result(true, kind, stage, true, reason)
  if (silentNames.test((request.path ?? '').replace(/\.(?:md|markdown|txt)$/i, '')))
    return result(false, 'other', undefined, true, ['文件名是说明类文档', 'Named like documentation'])
  const verdict = looksLikeReport(draft, sample)
  return verdict.is
    ? result(true, kind, stage, true, reason)
    : result(false, 'other', undefined, true, verdict.reason)
}

interface Sample {
  readonly title: string
  readonly headings: string
  readonly opening: string
  readonly text: string
  readonly length: number
  readonly codeBlocks: number
}

/** Enough of the draft to judge it by; the cost does not grow with its length. */
const longestSample = 8000

function sampleOf(draft: Draft): Sample {
  let text = ''
  let headings = ''
  let opening = ''
  let codeBlocks = 0
  let firstHeading = ''
  for (const { block } of draft.blocks) {
    if (block.context.type === 'code') codeBlocks++
    if (block.context.type === 'table' && text.length < longestSample) text += block.source.slice(0, 1000)
    if (block.text === '') continue
    if (block.context.type === 'heading') {
      firstHeading ||= block.text
      headings += `${block.text}\n`
    } else {
      if (block.heading) headings += `${block.heading.text}\n`
      if (!block.heading && opening.length < 300) opening += block.text.slice(0, 300)
    }
    text += `${block.text.slice(0, 2000)}\n`
    if (text.length > longestSample) break
  }
  const title = draft.frontMatter?.entries.get('标题')?.text || firstHeading
  return { title, headings, opening, text: text.slice(0, longestSample), length: text.length, codeBlocks }
}

// Words that government prose cannot do without and that technology, cooking and fiction hardly use. Each counts once.
const governmentWords =
  /(?:[一-龥]{1,6}(?:人民政府|街道办事处|党工委|管委会|居委会|村委会|党委|党组|党支部|党总支|县委|市委|省委|区委|镇委|公安局|派出所|财政局|教育局|农业农村局|应急管理局|市场监管局|卫生局|税务局|住建局|城管局|民政局|统计局|供电所|卫生院|工商局))|[我全本该](?:镇|乡|县|区|市|省|村|局|街道|社区|办|院|校|辖区)|干部群众|党员|村民|居民|群众|信访|督查|整改|排查|专项(?:行动|整治|检查|治理)|应急|防汛|抗旱|脱贫|乡村振兴|综治|维稳|民生|基层|上级|下一步|各(?:级|地|单位|部门|乡镇|村|县|市|区)|领导小组|会议(?:指出|强调|要求|认为)|贯彻|落实|部署|通知|意见|办法|条例|规划|财政|投资|增加值|同比|政府|机关|事业单位|监管|执法|检查|审批|项目|资金|补贴|补助|伤亡|受灾|灾情|救援|消防|公安|指挥部|现场|初步统计|截至|工作|开展|推进|加强|单位|部门/g

const technicalWords =
  /(?:代码|函数|变量|接口|线程|数据库|服务器|客户端|浏览器|安装|编译|调试|框架|组件|开源|仓库|配置文件|命令行|教程|博客|插件|算法|程序员|软件|文档规范|排版|译者|译文|翻译|英语|单词|读者|食材|食谱|料酒|生抽|小火|切块|油温|用户体验|商业模式|产品|创业|你|我们可以|大家可以)/g

function distinct(text: string, pattern: RegExp): { kinds: number; total: number } {
  const seen = new Set<string>()
  let total = 0
  for (const hit of text.matchAll(pattern)) {
    seen.add(hit[0].slice(-4))
    total++
  }
  return { kinds: seen.size, total }
}

function looksLikeReport(_draft: Draft, sample: Sample): { is: boolean; reason: Bilingual } {
  const { text } = sample
  const chinese = (text.match(/[一-鿿]/g) ?? []).length
  const latin = (text.match(/[A-Za-z]/g) ?? []).length
  if (chinese < 30) return { is: false, reason: ['正文几乎没有汉字', 'Hardly any Chinese prose'] }
  if (latin > chinese * 0.5) return { is: false, reason: ['正文多为外文', 'Mostly Latin letters'] }
  if (sample.codeBlocks > 0)
    return { is: false, reason: ['含代码，按技术文档对待', 'Holds code: read as a technical document'] }
  const government = distinct(text, governmentWords)
  const technical = distinct(text, technicalWords)
  const per1000 = (count: number) => (count * 1000) / chinese
  const dense = per1000(government.total)
  const is =
    government.kinds >= (chinese < 200 ? 3 : 5) &&
    dense >= 10 &&
    government.total > technical.total * 1.5 &&
    latin <= chinese * 0.25
  return {
    is,
    reason: is
      ? ['正文像政务信息稿', 'Reads like a report']
      : ['正文不像政务信息稿', 'Does not read like a report'],
  }
}

interface Cue {
  readonly kind: KindId
  readonly where: 'title' | 'headings' | 'opening' | 'text'
  readonly pattern: RegExp
  readonly weight: number
}

const cues: readonly Cue[] = [
  {
    kind: 'emergency',
    where: 'title',
    pattern: /初报|续报|终报|突发|事故|火灾|地震|灾情|爆炸|坍塌|溺水|泄漏|洪涝|险情|遇难|死亡|受灾/,
    weight: 5,
  },
  {
    kind: 'emergency',
    where: 'opening',
    pattern:
      /发生(?:一起|了一起)?[^。]{0,20}(?:火灾|事故|地震|爆炸|坍塌|泄漏|险情|灾害|洪水|滑坡)|接(?:到)?(?:群众)?(?:报警|报告|报)[^。]{0,30}(?:火|事故|被困|险情)|伤亡|受灾人口/,
    weight: 4,
  },
  { kind: 'opinion', where: 'title', pattern: /舆情|网络反映|网传/, weight: 6 },
  {
    kind: 'opinion',
    where: 'opening',
    pattern: /(?:阅读量|转发|评论|热搜|话题|首发)[^。]{0,30}(?:次|条|万)/,
    weight: 3,
  },
  { kind: 'survey', where: 'title', pattern: /调研|调查(?:报告|与思考)?|的调查|思考与探索/, weight: 6 },
  {
    kind: 'survey',
    where: 'opening',
    pattern: /(?:走访|问卷|座谈|样本)[^。]{0,30}(?:份|户|人|次|家)|开展[^。]{0,12}(?:调研|调查)|调研组/,
    weight: 3,
  },
  {
    kind: 'proposal',
    where: 'title',
    pattern: /建议$|的建议|对策建议|对策(?:与|和)建议|建议(?:尽快|加快|加强|将|由)/,
    weight: 5,
  },
  {
    kind: 'problem',
    where: 'title',
    pattern: /问题|困难|堵点|难题|隐患|值得关注|亟待|亟需|需(?:引起)?(?:重视|关注|警惕)|短板|原因/,
    weight: 5,
  },
  {
    kind: 'experience',
    where: 'title',
    pattern:
      /经验|做法|模式|探索|创新|破解|“?[三四五六]个?(?:举措|步|到位|抓手)|多措并举|助力|显成效|见成效|密切了|促进了|力促|打造/,
    weight: 4,
  },
  {
    kind: 'experience',
    where: 'headings',
    pattern: /主要做法|做法|经验|启示|工作成效|取得(?:的)?成效/,
    weight: 4,
  },
  {
    kind: 'summary',
    where: 'title',
    pattern: /总结|工作报告|年度报告|述职|统计公报|工作情况$|工作(?:的)?(?:完成|进展|开展)情况/,
    weight: 6,
  },
  {
    kind: 'summary',
    where: 'opening',
    pattern: /现将[^。]{0,30}(?:总结|报告|汇报)如下|(?:五年来|一年来|上半年|今年以来|过去一年)[，、]/,
    weight: 2,
  },
  {
    kind: 'overview',
    where: 'title',
    pattern: /汇报|贯彻落实|情况(?:的)?报告|答复|回复|反馈|进展情况|综述/,
    weight: 5,
  },
  {
    kind: 'overview',
    where: 'opening',
    pattern: /现将[^。]{0,40}(?:情况|进展)[^。]{0,10}(?:如下|汇报)|您(?:好|反映)|网友|留言/,
    weight: 4,
  },
  { kind: 'special', where: 'title', pattern: /专报|专题报告/, weight: 7 },
  { kind: 'bulletin', where: 'title', pattern: /简报|第.{1,4}期|周报|月报/, weight: 7 },
  {
    kind: 'other',
    where: 'title',
    pattern:
      /通知$|方案$|办法(?:（.*）)?$|公告$|通告$|规定$|细则$|讲话|致辞|倡议书|意见$|规范$|条例$|制度$|紧急通知/,
    weight: 8,
  },
  {
    kind: 'other',
    where: 'opening',
    pattern: /^各(?:省|市|县|区|乡镇|村|科室|单位|部门|有关)[^。]{0,200}：|第[一二]条|各(?:省|市)、自治区/,
    weight: 5,
  },
  {
    kind: 'brief',
    where: 'title',
    pattern: /召开|举行|举办|开展|组织|启动|赴|到.{2,10}(?:调研|检查|督导)|专项检查|培训|学习|完成|慰问/,
    weight: 3,
  },
  {
    kind: 'brief',
    where: 'opening',
    pattern: /^(?:[^。]{0,12})?(?:近日|日前|\d{1,2}月\d{1,2}日|今日|昨日|为)/,
    weight: 2,
  },
]

function inferStage({ title, opening }: Sample): Stage {
  if (/续报/.test(title) || /现将[^。]*(?:进展|续报)/.test(opening)) return 'follow-up'
  if (/终报|结案|处置情况的报告/.test(title)) return 'final'
  return 'first'
}

function inferKind(sample: Sample): { kind: KindId; stage: Stage | undefined; reason: Bilingual } {
  const points = new Map<KindId, { total: number; seen: string }>()
  for (const { kind, where, pattern, weight } of cues) {
    const hit = pattern.exec(where === 'text' ? sample.text : sample[where])
    if (!hit) continue
    const entry = points.get(kind) ?? { total: 0, seen: hit[0].slice(0, 12) }
    entry.total += weight
    points.set(kind, entry)
  }
  // Structure speaks where titles do not.
  const sections = sample.headings
  const hasProblem = /问题|不足|困难|短板|制约|难点/.test(sections)
  const hasCause = /原因|成因|症结/.test(sections)
  const hasMeasure = /对策|建议|措施|打算|下一步/.test(sections)
  const add = (kind: KindId, weight: number, seen: string) => {
    const entry = points.get(kind) ?? { total: 0, seen }
    entry.total += weight
    points.set(kind, entry)
  }
  if (hasProblem && hasMeasure && hasCause) add('problem', 4, '问题、原因、对策各有一节')
  else if (hasProblem && hasMeasure) add('overview', 2, '有问题和措施两节')
  if (sample.length > 1500) add('summary', 1, '篇幅较长')
  if (sample.length < 700) add('brief', 2, '篇幅短')
  let best: KindId = sample.length < 900 ? 'brief' : 'overview'
  let most = 0
  let seen = ''
  for (const [kind, entry] of points)
    if (entry.total > most) {
      best = kind
      most = entry.total
      seen = entry.seen
    }
  const { label } = kindById[best]
  const reason: Bilingual = seen
    ? [`未写明类型，因“${seen}”按“${label[0]}”对待`, `Not declared; read as ${label[1]} because of “${seen}”`]
    : [`未写明类型，按篇幅当作“${label[0]}”`, `Not declared; read as ${label[1]} by its length`]
  return { kind: best, stage: best === 'emergency' ? inferStage(sample) : undefined, reason }
}
