// The clause around a time, and the cue words that stand nearest to it.

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import type { Cue } from './cues'
import { isClock, isLimit } from './forms'
import type { RawTime } from './point'
import type { Surroundings } from './verdict'

/** The sentence has named a day before this time of day. */
export const datedBefore = ({ previous, sentence }: Surroundings): boolean =>
  previous !== undefined &&
  previous.start >= sentence.start &&
  previous.point !== undefined &&
  // 每逢周三开市，上午8时至12时… names no day.
  !previous.every &&
  !isClock(previous.point)

export interface Extent {
  readonly start: number
  readonly end: number
}

export interface Nearest {
  readonly kind: 'oblige' | 'plan' | 'target'
  readonly at: number
  readonly gap: number
  /** In the same clause as the expression. */
  readonly same: boolean
}

export function clauseAround(text: string, sentence: Extent, raw: RawTime): Extent {
  let start = raw.start
  while (start > sentence.start && !isClauseMark(text.charCodeAt(start - 1))) start--
  return { start, end: clauseEnd(text, raw.end, sentence.end) }
}

export function clauseEnd(text: string, from: number, limit: number): number {
  let end = from
  while (end < limit && !isClauseMark(text.charCodeAt(end))) end++
  return end
}

const isClauseMark = (code: number): boolean => code === 0xff0c || code === 0x2c || code === 0xff1a

export function nearestBefore(
  cues: readonly Cue[],
  at: number,
  clauseStart: number,
  sentenceStart: number,
  previous: RawTime | undefined,
  text: string,
): Nearest | undefined {
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i]!
    if (cue.end > at || cue.start < sentenceStart) continue
    if (at - cue.end > 60) return undefined
    if (cue.kind === 'done' && cue.start >= clauseStart) return undefined
    if (cue.kind !== 'oblige' && cue.kind !== 'plan' && cue.kind !== 'target') continue
    const same = cue.start >= clauseStart
    // A plan of an earlier clause says nothing about this one, except in 力争10月底前建成，12月底前投用 and
    // 计划用三个月，于7月底前…; a duty carries on.
    if (!same && cue.kind !== 'oblige' && !carriesOn(text.slice(clauseStart, at), cue, previous)) continue
    return { kind: cue.kind, at: cue.end, gap: at - cue.end, same: same || cue.kind !== 'oblige' }
  }
  return undefined
}

function carriesOn(lead: string, cue: Cue, previous: RawTime | undefined): boolean {
  if (lead === '') return previous !== undefined && previous.start >= cue.end && previous.start - cue.end <= 6
  return /^(?:并|再|争取)?(?:于|在|到|至)$/.test(lead)
}

export function nearestAfter(
  cues: readonly Cue[],
  end: number,
  clause: Extent,
  text: string,
): Nearest | undefined {
  // 5月10日前，各村须…: a comma right behind the expression does not part it from what is said about it.
  const limit = text[end] === '，' ? clauseEnd(text, end + 1, end + 40) : clause.end
  for (const cue of cues) {
    if (cue.start < end) continue
    if (cue.start >= limit || cue.start - end > 24) return undefined
    if (cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'target')
      return { kind: cue.kind, at: cue.start, gap: cue.start - end, same: cue.start < clause.end }
  }
  return undefined
}

const soFar = expressionOf(datesWords.soFar)

/** 目前完成70%, 尚未, 剩余: the matter is not closed. */
export function isOpen(cues: readonly Cue[], from: number, text: string, next: RawTime | undefined): boolean {
  if (cues.some(cue => cue.kind === 'unfinished' && cue.start >= from)) return true
  const rest = text.slice(from, Math.min(from + 50, next && isLimit(next) ? next.start : from + 50))
  return soFar.test(rest)
}

/** A sentence that tells what happened: a dated past event, 了, 已, 连夜, 迅速. */
export function tellsStory(around: Surroundings): boolean {
  const { text, sentence } = around
  if (around.cues.some(cue => cue.kind === 'perfective' || cue.kind === 'done')) return true
  return /连夜|迅速|火速|仅|经过|随即|第一时间|立即(?:启动|组织|赶)|出动|当场|救援|救治|抢险/.test(
    text.slice(sentence.start, sentence.end),
  )
}
