// Rates and what they are measured against: a growth needs a base, a share needs a count, a survey needs a sample.

import type { Block } from '../../document/block'
import type { DocumentView, Fact } from '../../engine/rule'
import * as baselinesWords from '../../knowledge/baselines.generated'
import { expressionOf } from '../../knowledge/cue'
import { isStated, readSentence } from '../../text/claims/reading'
import { isSubstantive, type Quantity } from '../../text/quantities'
import type { Span } from '../../types'
import { asOf } from './asOf'
import { figuresOf } from './figures'

export interface BaselineFacts {
  /** Growth rates that neither their sentence nor the paragraph before them compares with anything. */
  readonly growth: readonly Span[]
  /** A rate of work done in a paragraph that counts nothing. */
  readonly rate: readonly Span[]
  /** A share of satisfied people in a paragraph that does not say how many were asked. */
  readonly sample: readonly Span[]
}

/** In an emergency: figures that change by the hour, and whether the block says when they were counted. */
export interface MomentFacts {
  /** 目前已转移…人 without 截至. */
  readonly current: readonly Span[]
  readonly dated: boolean
}

const noSpans: readonly Span[] = []
const none: BaselineFacts = { growth: noSpans, rate: noSpans, sample: noSpans }

const grown =
  /(?:增长|增加|增幅|增速|提高|提升|上升|上涨|扩大|攀升|净增|增收|下降|减少|降低|降幅|回落|下滑|下跌|缩减|压减|缩短|缩小)(?:了|约|近|达|为|超过?|逾|幅度达?|高达)?$/
const base = expressionOf(baselinesWords.base)
const period = expressionOf(baselinesWords.period)
const hour = /(?:\d{1,2}|[零一二三四五六七八九十]{1,3})[时点:：]/

/** Rates of what an office does itself: it knows of how many. */
const ownRate = expressionOf(baselinesWords.ownRate)
const askedRate = /(?:满意度|满意率|好评率|知晓率|支持率|认可度|安全感)[^，。；：\d]{0,8}$/
const elsewhere = /以上|以下|以内|不低于|不少于|力争|确保|目标|标准|要求|考核|规定/

const reads = ({ context, text }: Block): boolean =>
  (context.type === 'paragraph' || context.type === 'heading') && !context.quoted && text.length >= 4

/** The block names a base (同比, 比上年) or a period (一季度, 2025年) that figures may lean on. */
const setsBase: Fact<boolean> = {
  id: 'sets-base',
  read: block => reads(block) && (base.test(block.text) || period.test(block.text)),
}

export const baselines: Fact<BaselineFacts> = {
  id: 'baselines',
  holds: ({ growth, rate, sample }) => growth.length > 0 || rate.length > 0 || sample.length > 0,
  read(block, settings) {
    if (!reads(block) || block.context.type === 'heading') return none
    const { text } = block
    const figures = figuresOf(block)
    if (!figures.some(isRelative)) return none
    const relative = figures.filter(isRelative)
    const rising = relative.filter(q => grown.test(before(text, q, 8)))
    const growth =
      rising.length && !setsBase.read(block, settings) ? rising.filter(q => isFactAt(block, q)) : noSpans
    const [percent] = relative
    const isLone = relative.length === 1 && percent!.kind === 'percent' && !figures.some(counts)
    const sample = isLone && askedRate.test(before(text, percent!, 16)) && isMeasured(block, percent!)
    const rate = isLone && ownRate.test(before(text, percent!, 14)) && isMeasured(block, percent!)
    if (growth.length === 0 && !sample && !rate) return none
    return { growth, rate: rate ? relative : noSpans, sample: sample ? relative : noSpans }
  },
}

const isRelative = ({ kind }: Quantity) => kind === 'percent' || kind === 'points' || kind === 'multiple'

/** Says how many or how much there is of something. */
const counts = (q: Quantity) =>
  (q.kind === 'count' || q.kind === 'money' || q.kind === 'measure') && isSubstantive(q)

export const moments: Fact<MomentFacts> = {
  id: 'moments',
  holds: ({ current, dated }) => dated || current.length > 0,
  read(block) {
    const isDated = reads(block) && asOf.test(block.text)
    return {
      dated: isDated,
      current: isDated || !reads(block) ? [] : currentFigures(block, figuresOf(block)),
    }
  },
}

const before = (text: string, q: Span, length: number) => text.slice(Math.max(0, q.start - length), q.start)

/** Told as a fact, not aimed at or supposed. */
function isFactAt(block: Block, q: Span): boolean {
  const sentence = block.sentences.find(each => each.start <= q.start && each.end >= q.end)
  if (!sentence) return false
  const reading = readSentence(block.text, sentence)
  return reading.stating && isStated(block.text, reading, q.start, '')
}

/** Not a threshold: 满意率不低于90%. */
function isMeasured(block: Block, q: Quantity): boolean {
  const { text } = block
  const around = text.slice(Math.max(0, q.start - 16), q.end + 3)
  return !elsewhere.test(around) && isFactAt(block, q)
}

const now =
  /(?:目前|现已|现场已|已累计|累计已?|已经?)(?:共|有|安全|紧急|累计)*(?:转移|安置|疏散|救出|死亡|受伤|失联|失踪|送医|出动|投入|调集|倒塌|受灾|被困|搜救)[^，。；]{0,8}$/

/** 目前已转移36人: true only at an instant that is not said. */
function currentFigures(block: Block, figures: readonly Quantity[]): Span[] {
  return figures.filter(q => {
    if (q.kind !== 'count' || !isSubstantive(q) || !now.test(before(block.text, q, 20))) return false
    const sentence = block.sentences.find(each => each.start <= q.start && each.end >= q.end)
    return sentence !== undefined && !hour.test(sentence.text)
  })
}

/** Does an earlier block of the section, or the head of the draft, set a base or a period for this one? */
export function baseSetBefore(document: DocumentView, index: number): boolean {
  const headBlocks = 3
  let section = document.section(index)
  while (section.depth > 1 && section.parent) section = section.parent
  for (let i = 0; i < Math.min(index, headBlocks); i++) if (document.fact(setsBase, i)) return true
  for (let i = Math.max(0, section.from); i < index; i++) if (document.fact(setsBase, i)) return true
  const title = document.frontMatter?.entries.get('标题')?.text ?? ''
  return base.test(title) || period.test(title)
}
