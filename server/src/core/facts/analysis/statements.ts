// What the sentences of one block state: a problem, a cause, a measure, a good result. Read only in blocks whose cues make
// it worth while (scan.ts).

import { expressionOf } from '../../knowledge/cue'
import * as statementsWords from '../../knowledge/statements.generated'
import { opening } from '../../text/edges'
import { createGate } from '../../text/gate'
import type { Span } from '../../types'
import { actedWords, actionWords, decisiveWords, outcomeWords } from './cues'
import { problemCues, problemStrength, troubleIn } from './guards'

export type StatementRole = 'problem' | 'cause' | 'measure' | 'praise' | 'denial' | 'decline' | 'outcome'

/** Offsets count in the block's prose. */
export interface Statement extends Span {
  readonly role: StatementRole
  /** 1 says it, 0.5 implies it. */
  readonly strength: 0.5 | 1
  /** A problem that is only an accident or a disaster. */
  readonly incident?: true
  /** A measure that the draft itself plans or asks for, and not one that a meeting demanded. */
  readonly planned?: true
  /** A step against what was found: 责令限期整改, 下发督办单. */
  readonly answers?: true
}

/** What a clause does: tells a fact, sets a norm, states an aim, plans, or reports what somebody said ought to be done. */
type Mood = 'fact' | 'norm' | 'aim' | 'plan'

const normative = expressionOf(statementsWords.normative)
const planning = expressionOf(statementsWords.planning)
const aiming = opening(
  /^(?:为|为了|旨在|以便|以期|以(?=[^，]{0,14}(?:为|促|推|带|保))|从而|切实保证|用以|力求|有利于|避免|防止|杜绝)/,
)
const goesOn = opening(expressionOf(statementsWords.goesOn))
const turns = opening(/^(?:但|但是|然而|可是|不过|目前|当前|截至|现|已|近年来|同时，?也|而|却)/)
const speech =
  /(?:强调|要求|指出|希望)(?:，|：|[^，。：]{0,12}：)|(?:会议|通知|意见|《通知》|《意见》|该局|批示|他)[^，]{0,4}(?:强调|要求)/

/** 主要预期目标：…增长8%；… tells what is hoped for in every part of it. */
const targets =
  /(?:预期|主要|总体|奋斗|工作)目标[^，。：]{0,6}：|总的?要求[^，。：]{0,4}：|指导思想[^，。：]{0,4}：/

const spokenList = /(?:强调|要求|指出)[^，。：]{0,12}[：，](?:一是|一要|首先|第一|1)/

function moodOf(clause: string, cues: number, before: Mood): Mood {
  const from = before !== 'fact' && turns.test(clause) ? 'fact' : before
  if (cues & bit.normative && normative.test(clause)) return 'norm'
  if (cues & bit.planning && planning.test(clause)) return 'plan'
  if (aiming.test(clause)) return 'aim'
  return from !== 'aim' || goesOn.test(clause) ? from : 'fact'
}

/** A clause that begins like this may change the mood. */
const mayTurn = (first: number) => turns.may(first) || aiming.may(first) || goesOn.may(first)

const action = new RegExp(actionWords.join('|'))
const acted = new RegExp(`(?:^|[，、])[^，]{0,14}(?:${actedWords.join('|')})`)

const praise = {
  achieved: expressionOf(statementsWords.achieved),
  evermore: expressionOf(statementsWords.evermore),
  improved:
    /(?:提高|提升|增强|改善|优化|促进|推动|保障|激发|拉近|密切|维护|赢得|实现|缓解|扩大|调动|带动|推进|规范|保护|培育|打造|探索|构建|形成|加快|解决|切实降低|保证)了/,
  level: expressionOf(statementsWords.levelRaised),
  spread: expressionOf(statementsWords.spread),
  fromTo:
    /[由从][^，]{1,16}(?:提高|提升|增加|增长|扩大|上升|发展|缩短|压缩|压减|减少|精简|下降|降低)(?:到|至|为)[^，]{0,6}[\d一零]|(?:压缩|缩短|提速|压减|精简)(?:了)?\d/,
  acclaim: expressionOf(statementsWords.acclaim),
  foremost:
    /率先|首创|首个|全[国省市县区]第[一二三]|(?:位居|走在|居)[^，]{0,8}(?:前列|第一|首位)|名列前茅|亮点|样板|典范|标杆|先进典型|新高|历史性|领先/,
  formed: expressionOf(statementsWords.formed),
  figures: expressionOf(statementsWords.goodFigures),
}

const denial =
  /(?:未发现|没有发现|未出现|不存在|没有|并无|无)(?:存在)?(?:任何|明显|重大|突出|较大|其他|大的)?(?:问题|困难|不足|隐患)(?!的)|零问题|总体情况良好[^。]{0,10}问题较少/
const decline = /(?:同比|比上年|较上年|环比|比去年|较去年)[^，]{0,6}(?:下降|减少|降低|下滑|回落|负增长)/

const strongCause = expressionOf(statementsWords.strongCause)
const weakCause =
  /导致|致使|造成|使得|引发|引起|加之|加上|驱动下|驱使|影响下|冲击下|受[^，]{1,16}(?:影响|冲击|制约|限制)|随着|因素|局限/
const plainCause =
  /(?:^|主要|都是|均|系|多|则|但|且|却|也|故|而|大多|往往|常|仍|又)因(?!此|地|材|势|而异|人|村|公|故|应|素|时|企|户|事|情|循|果|特|袭|缘)/
const unknownCause =
  /(?:查明|调查|核查|分析|追查|查清|弄清|查找)[^，]{0,8}原因|原因[^，]{0,8}(?:调查|在查|不明|待查|核实|尚不|查明|分析会|统计)|(?:调查|分析|说明)原因/
/** 经核实，……未密封，有气味逸出: what an inquiry found is an explanation. */
const verified = /经[^，。]{0,10}(?:核实|调查|核查|勘查|了解|查明)|经查/
const happyEffect =
  /表彰|成绩显著|成效|荣获|获评|增收|增长|提升|提高|节约|好评|实现|称赞|先进|受益|得到(?:了)?(?:改善|提高|加强|妥善)/
const harm =
  /[未不没无欠缺难低少慢差降失损超滞弱违漏乱断停坏裂旧堵亏压争怨]|困难|问题|矛盾|受|病|灾|隐患|投诉|投资者|影响|偏|风险|投诉|事故|加剧|凸显|过剩|复杂|较大|剧/
const casualties = /死亡|受伤|重伤|伤亡|受灾|损失|被困|遇难|倒塌|损坏|受损|中断|过火|轻伤|失联/

const facingProblem = /(?:针对|聚焦|围绕)[^，]{0,18}(?:存在|突出|暴露|薄弱)[^，]{0,10}(?:问题|环节|不足)/
const grownWith = /(?:^|，)[^，]{0,6}随着/
const because = /(?:也|但|其中)?(?:主要|多半|大多|多数)(?:还|都)?是/

/** A step against what was found. */
const answering =
  /责令|限期|督办单|整改通知|整改(?:意见|要求|建议)|督促[^，。]{0,10}整改|约谈|(?:已|当场|当日|立即)[^，。]{0,6}(?:下架|拆除|清理|修复|停用|断电|更换|整改|查封|关停)/

// A clause holds few of these words, and each expression costs more than looking for all of the words at once.
const { scan, bit } = createGate({
  problem: problemCues,
  normative,
  planning,
  denial,
  decline,
  acted,
  action,
  facingProblem,
  verified,
  grownWith,
  because,
  strongCause,
  weakCause,
  plainCause,
  unknownCause,
  speech: [speech, targets],
  answering,
  outcome: [...outcomeWords, ...decisiveWords],
  ...praise,
})

const causes = bit.strongCause | bit.weakCause | bit.plainCause
const praises = Object.entries(praise).map(([name, pattern]) => ({
  of: bit[name as keyof typeof praise],
  pattern,
}))
const praising = praises.reduce((bits, { of }) => bits | of, 0)
/** Without any of these a clause adds nothing. */
const telling =
  bit.problem |
  bit.denial |
  bit.decline |
  bit.acted |
  bit.action |
  bit.facingProblem |
  bit.answering |
  bit.planning |
  bit.outcome |
  bit.because |
  causes |
  praising

/** What ends a clause: 1 at this character, 2 a unit as well, 3 if it stands twice. */
const stops = (() => {
  const table = new Uint8Array(0x10000)
  for (const char of '，：。！？,') table[char.charCodeAt(0)] = 1
  for (const char of '；;') table[char.charCodeAt(0)] = 2
  table['—'.charCodeAt(0)] = 3
  return table
})()

// Many type the half-width one; between digits it belongs to the number.
const comma = ','.charCodeAt(0)
const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** A clause with the expressions that may match in it. */
interface Clause extends Span {
  readonly cues: number
  /** What semicolons part is judged apart. */
  readonly closesUnit: boolean
}

function clausesOf(text: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = []
  let from = start
  // With the marks on both sides: a cue may hold one.
  const cuesTo = (to: number) => scan(text, Math.max(start, from - 1), to)
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const stop = stops[unit]!
    if (stop === 0 || (stop === 3 && (at + 1 >= end || text.charCodeAt(at + 1) !== unit))) continue
    if (unit === comma && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at - 1))) continue
    const next = stop === 3 ? at + 2 : at + 1
    clauses.push({ start: from, end: at, cues: cuesTo(next), closesUnit: stop === 2 })
    from = next
    at = next - 1
  }
  clauses.push({ start: from, end, cues: cuesTo(end), closesUnit: true })
  return clauses
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end)

/** The statements of a block's prose. `sentences` are its sentences. */
export function readStatements(text: string, sentences: readonly Span[]): Statement[] {
  const found: Statement[] = []
  let listed = false
  // What follows 经核实 within a few sentences is what the inquiry found.
  let inquired = 0
  for (const sentence of sentences) {
    const clauses = clausesOf(text, sentence.start, sentence.end)
    let cues = 0
    for (const clause of clauses) cues |= clause.cues
    const whole = cues & (bit.speech | bit.verified) ? textOf(text, sentence) : ''
    // 会议强调：一是……。……；二是……。 goes on beyond its first full stop.
    const speechAt: number = listed ? 0 : cues & bit.speech ? speechIn(whole) : -1
    listed ||= speechAt >= 0 && spokenList.test(whole)
    inquired = cues & bit.verified && verified.test(whole) ? 4 : inquired - 1
    if ((cues & telling) === 0) continue
    let first = 0
    for (let i = 0; i < clauses.length; i++) {
      if (!clauses[i]!.closesUnit) continue
      const spoken = speechAt >= 0 && speechAt < clauses[i]!.end - sentence.start
      readUnit(
        text,
        first === 0 && i === clauses.length - 1 ? clauses : clauses.slice(first, i + 1),
        spoken,
        inquired > 0,
        found,
      )
      first = i + 1
    }
  }
  return found
}

const speechIn = (sentence: string): number => (targets.test(sentence) ? 0 : sentence.search(speech))

function readUnit(
  text: string,
  clauses: readonly Clause[],
  spoken: boolean,
  inquired: boolean,
  found: Statement[],
) {
  const last = clauses.length - 1
  const unit: Span = { start: clauses[0]!.start, end: clauses[last]!.end }
  if (unit.end - unit.start < 2) return
  let problem = 0
  let praised = 0
  let acts = 0
  let incident = false
  let planned: true | undefined
  let answers: true | undefined
  let came = false
  let denied = false
  let declines = false
  let mood: Mood = spoken ? 'norm' : 'fact'
  let cues = 0
  for (let i = 0; i <= last; i++) {
    const { start, end, cues: own } = clauses[i]!
    cues |= own
    if (end - start < 2) continue
    const clause = own || mayTurn(text.charCodeAt(start)) ? text.slice(start, end) : ''
    mood = moodOf(clause, own, mood)
    if (own & bit.answering && mood !== 'aim' && answering.test(clause)) answers = true
    if (mood === 'fact') {
      if (problem < 1 && own & bit.problem) {
        const { strength, incident: befell, damage } = troubleIn(clause)
        if (
          strength > problem &&
          !(/死亡(?:人口|率)?[\d为]/.test(clause) && textOf(text, unit).includes('出生')) &&
          !isCase(clause, i < last ? textOf(text, clauses[i + 1]!) : '') &&
          !(i > 0 && isCase(textOf(text, clauses[i - 1]!), clause))
        ) {
          problem = strength
          incident = befell && (!damage || disaster.test(unitText(text, unit)))
        }
      }
      if (own & bit.outcome && !came) came = cameOf(clause)
      if (own & bit.denial && denial.test(clause)) denied = true
      if (own & praising && praised < 3 && isPraise(clause, own)) praised++
      if (own & bit.decline && decline.test(clause)) declines = true
      if (own & bit.acted && acts < 0.5 && acted.test(clause)) acts = 0.5
    } else {
      if (own & bit.facingProblem && mood === 'aim' && problem < 0.5 && facingProblem.test(clause))
        problem = 0.5
      if (
        own & bit.action &&
        mood !== 'aim' &&
        acts < 1 &&
        action.test(clause) &&
        (!(own & bit.problem) || problemStrength(clause) < 0.5)
      )
        acts = 1
      // Whoever names a day by which it is to be done plans it, whatever the verb: 10月25日前划定临时摊区.
      if (own & bit.planning && end - start > 8 && dated.test(clause) && !ruled.test(clause)) acts = 1
      // 由……牵头 and 建议 are the draft's own; what a meeting demanded is the meeting's.
      if (acts === 1 && !spoken && (mood === 'plan' || asking.test(clause))) planned = true
    }
  }
  // What was wrong once, and is not said to be so still, is background.
  if (problem === 1 && past.test(unitText(text, unit))) problem = 0.5
  put(found, unit, 'problem', problem, incident ? { incident: true } : undefined)
  put(found, unit, 'cause', causeOf(text, clauses, cues, problem >= 1, inquired))
  put(found, unit, 'measure', praised && acts < 1 ? 0 : acts, {
    ...(planned ? { planned } : undefined),
    ...(answers ? { answers } : undefined),
  })
  if (problem < 1) for (let i = 0; i < praised; i++) put(found, unit, 'praise', 1)
  if (came) put(found, unit, 'outcome', 1)
  if (denied) put(found, unit, 'denial', 1)
  if (declines) put(found, unit, 'decline', 1)
}

function put(
  found: Statement[],
  { start, end }: Span,
  role: StatementRole,
  strength: number,
  more?: Pick<Statement, 'incident' | 'planned' | 'answers'>,
) {
  if (strength > 0) found.push({ role, start, end, strength: strength >= 1 ? 1 : 0.5, ...more })
}

/** 以往收费全凭口说；过去这里污水横流 */
const past =
  /^[^，]{0,10}(?:过去|以往|以前|此前|原先|曾经|往年|早年|前些年)(?![^。]*(?:仍|至今|依然|还没|还是|还有|尚未))/
const longestUnit = 200

const disaster = /灾|雨|洪|汛|大风|雪|冰雹|震|滑坡|泥石流|[起着失大]火|火情|爆|事故|相撞|经济损失/
const unitText = (text: string, { start, end }: Span) => text.slice(start, Math.min(end, start + longestUnit))

const dated = /(?:\d[日号]|月底|年底|月末|\d月|季度末|\d天|\d个?工作日)(?:之|以)?[前内](?=.{2})/

/** 文件规定档案应在次年6月底前移交 tells what ought to have been done. */
const ruled = /规定|原定|原计划|本应|应[在于]/

/** Words by which a sentence asks for what it names. */
const asking = /建议|恳请|请求|呼吁|应当?|须|[急亟]需/

const decided = new RegExp(decisiveWords.join('|'))
const result = new RegExp(
  `(?:${outcomeWords.join('|')})(?!力度|率(?!由|从|达|为|[^，]{0,4}\\d)|工作|机制|能力|方案|行动)`,
)
const counted =
  /[\d〇一二三四五六七八九十百千万两全零][^，]{0,3}(?:[起件处个户人名条项家份亩吨万元台辆次间公里米%％]|余)|全部|均已|\d/

/** Something came of it: 查出隐患7处, 由5天缩短到2天, 会议审议通过……; 检查商户86家 and 成效显著 are no result. */
function cameOf(clause: string): boolean {
  if (decided.test(clause)) return true
  return result.test(clause) && counted.test(clause)
}

const isPraise = (clause: string, cues: number): boolean =>
  praises.some(({ of, pattern }) => cues & of && pattern.test(clause))

/** How surely the clauses of a unit, which may state a problem, give a cause. */
function causeOf(
  text: string,
  clauses: readonly Clause[],
  cues: number,
  isProblem: boolean,
  inquired: boolean,
): number {
  const { start } = clauses[0]!
  const unit = isProblem || cues & causes ? text.slice(start, clauses[clauses.length - 1]!.end) : ''
  // 随着……，……问题突出 tells what a problem came from.
  if (isProblem && cues & bit.grownWith && grownWith.test(unit)) return 1
  const told = cues & causes ? causeStrength(unit, cues) : 0
  if (told === 1) return 1
  if (cues & bit.because && isExplained(text, clauses)) return 1
  const isFound = isProblem && (inquired || (cues & bit.verified && verified.test(unit)))
  return isFound ? 0.5 : told
}

/** 存在……的，一律查处: a case that a norm provides for, not something that happened. */
function isCase(clause: string, next: string): boolean {
  // （一）不符合条件的；（二）…… lists cases as well.
  if (next === '') return /^(?:（[一二三四五六七八九十\d]+）)?[不未无有已违][^，]{2,30}的$/.test(clause)
  return (
    /的(?:企业|单位|个人|人员|行为|商户|经营者|经营户|业主|村|部门|党员|干部)?$/.test(clause) &&
    /^(?:一律|依法|予以|应|必须|要|责令|不得|由|给予|按|将|限期|从严|严肃|坚决|进行|取消|实行)/.test(next)
  )
}

function causeStrength(whole: string, cues: number): number {
  const unit = cues & bit.unknownCause ? whole.replace(unknownCause, '') : whole
  // What is left may hold words that stood apart.
  const may = unit === whole ? cues : causes
  if ((may & bit.strongCause && strongCause.test(unit)) || (may & bit.plainCause && plainCauseIn(unit)))
    return happyEffect.test(unit) && !negativeWord.test(unit) ? 0 : harm.test(unit) ? 1 : 0.5
  if (!(may & bit.weakCause && weakCause.test(unit)) || !harm.test(unit) || casualties.test(unit)) return 0
  return happyEffect.test(unit) && !negativeWord.test(unit) ? 0 : 0.5
}

/** The words before a unit: 主要是 may open a sentence of its own. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 60), start).replace(/[。；！？\s]{1,60}$/, '')
  return before.slice(before.lastIndexOf('。') + 1)
}

/** ……每天只供水2小时，主要是泵站扬程不够: behind a fact 主要是 explains, behind 存在问题 it lists. */
function isExplained(text: string, clauses: readonly Clause[]): boolean {
  return clauses.some((clause, i) => {
    if (!(clause.cues & bit.because) || !explaining.test(textOf(text, clause))) return false
    const last = i > 0 ? textOf(text, clauses[i - 1]!) : wordsBefore(text, clause.start)
    if (listing.test(last)) return false
    const before = i > 1 ? textOf(text, clauses[i - 2]!) : ''
    return [last, before].some(each => shortfall.test(each) || (each !== '' && problemStrength(each) > 0))
  })
}

const explaining = /^(?:也|但|其中)?(?:主要|多半|大多|多数)(?:还|都)?是.{3,}/
const listing =
  /(?:问题|不足|困难|差距|短板|工作|内容|做法|措施|任务|方面|情况)(?:和.{2,4})?$|\d(?:件|起|处|个|项|条|次|批|类)$/
const shortfall = /没有|未|没|仅|只(?!要)|缺|差|跳闸|停|断|仍|难/

const negativeWord = /[未不没无难低差滞缺欠]|问题|矛盾|困难/

function plainCauseIn(unit: string): boolean {
  return unit.includes('因') && unit.split(/[，：。]/).some(clause => plainCause.test(clause))
}
