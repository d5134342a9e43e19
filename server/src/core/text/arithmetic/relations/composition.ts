// NUM03: 男性占52.3%、女性占48.7%. The shares of a whole make up 100.

import { type Quantity, quantum } from '../../quantities'
import { isExactPercent, plain } from '../reading/amounts'
import { areExclusive, arePlaces, isClassification, isWhole } from '../reading/partLabels'
import { isRest, type Part, readParts } from '../reading/parts'
import { write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

const shares = /占|比重|比例|结构|满意/
const excuse = /四舍五入|多选|可选|叠加|兼有|同时|重复|交叉|不等于100/

export const compositions: SentenceCheck = {
  figures: 2,
  kind: 'percent',
  cue: shares,
  check: checkCompositions,
}

function checkCompositions(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (!shares.test(body) || excuse.test(body)) return []
  const parts = readParts(sentence).filter(part => isExactPercent(part.q))
  const found: FigureMismatch[] = []
  for (const run of runsOf(sentence, parts)) {
    const closed = closedShares(run) ?? beyondAll(run)
    if (!closed) continue
    const shares = closed.map(part => part.q)
    const sum = shares.reduce((total, q) => total + q.value, 0)
    if (Math.abs(sum - 100) > slack(shares)) found.push(mismatch(sentence, shares, sum))
  }
  return found
}

function slack(shares: readonly Quantity[]): number {
  return Math.max(...shares.map(quantum)) * Math.max(1, shares.length / 2) * 1.0001
}

/** Percentages that follow each other with nothing but labels and amounts between them. */
function runsOf(sentence: FigureSentence, parts: readonly Part[]): Part[][] {
  const runs: Part[][] = []
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1)
    const gap = last ? sentence.text.slice(last.q.end, part.q.start) : ''
    const goesOn =
      last && last.depth === part.depth && gap.length <= 30 && !/增|减|降|升|提高|同比|环比|其中|率/.test(gap)
    if (goesOn) runs.at(-1)!.push(part)
    else runs.push([part])
  }
  return runs
}

/** 男性占, 其他占比为 → 男性, 其他; undefined when the label does not speak of a share. */
function shareLabel(label: string): string | undefined {
  const hit = /^(.+?)(?:所)?(?:占比?|比重|比例)(?:为|达到?|约)?$/.exec(label)
  return hit?.[1]
}

function closedShares(run: readonly Part[]): readonly Part[] | undefined {
  if (run.length < 2) return undefined
  const labels = run.map(part => shareLabel(part.label))
  const opinions = run.map(
    part =>
      /^(?:表示)?(非常满意|很满意|比较满意|较满意|满意|基本满意|一般|不太满意|不满意|不了解|说不清)(?:的)?(?:占|为)?$/.exec(
        part.label,
      )?.[1],
  )
  if (opinions.every(Boolean))
    return opinions.includes('不满意') && opinions.includes('满意') && run.length >= 3 ? run : undefined
  if (labels.some(label => label === undefined)) return undefined
  if (isWhole(labels as string[])) return run
  const rest = run.findIndex((part, i) => i > 0 && isRest(part))
  return rest >= 2 || (rest === 1 && run.length === 2) ? run.slice(0, rest + 1) : undefined
}

const causes = /^因/
const scale =
  /^(?:[^，。；、]{0,8}中)?(?:表示)?((?:非常|很|比较|较|基本|不太)?满意|不满意|一般)(?:的)?(?:占|为)?$/

/** Kinds that exclude each other: their shares may leave something out, but never exceed the whole. */
function beyondAll(run: readonly Part[]): readonly Part[] | undefined {
  const sum = run.reduce((total, { q }) => total + q.value, 0)
  if (run.length < 3 || sum <= 100 || sum > 130) return undefined
  const marks = run.map(part => scale.exec(part.label)?.[1])
  // 满意 may hold 非常满意.
  if (marks.every(Boolean)) return marks.includes('满意') ? undefined : run
  const labels = run.map(part => shareLabel(part.label) ?? '')
  if (labels.includes('') || new Set(labels).size < labels.length) return undefined
  const reasons = labels.every(label => causes.test(label))
  return reasons || isClassification(labels) || arePlaces(labels) || areExclusive(labels) ? run : undefined
}

function mismatch(sentence: FigureSentence, shares: readonly Quantity[], sum: number): FigureMismatch {
  const last = shares.at(-1)!
  const made = plain(sum, 4)
  const terms = shares.map(q => plain(q.value)).join('+')
  const difference = plain(Math.abs(sum - 100), 4)
  const expected = plain(last.value - (sum - 100), 4)
  return {
    start: last.start,
    end: last.end,
    check: 'composition',
    stated: write(sentence, last),
    expected: `${expected}%`,
    working: `${terms}=${made}，与100相差${difference}`,
    workingEnglish: `${terms}=${made}; shares of a whole make 100, a difference of ${difference}`,
    related: shares.slice(0, -1).map(spanOf),
  }
}

const threeParts = /(\d{1,2}(?:\.\d+)?)[:：∶](\d{1,2}(?:\.\d+)?)[:：∶](\d{1,2}(?:\.\d+)?)/g

/** 三次产业结构为8.7:48.5:42.8. */
export const structures: SentenceCheck = { figures: 1, check: checkStructures }

function checkStructures(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (!/产业|结构|构成|占比|比重/.test(body) || excuse.test(body)) return []
  const found: FigureMismatch[] = []
  for (const hit of body.matchAll(threeParts)) {
    const values = [Number(hit[1]), Number(hit[2]), Number(hit[3])]
    const sum = values.reduce((total, value) => total + value, 0)
    const decimals = Math.max(...hit.slice(1, 4).map(value => value.split('.')[1]?.length ?? 0))
    if (!/产业|结构|构成|占比|比重/.test(body.slice(Math.max(0, hit.index - 24), hit.index))) continue
    if (sum < 90 || sum > 110 || Math.abs(sum - 100) <= 1.5001 / 10 ** decimals) continue
    const span = { start: start + hit.index, end: start + hit.index + hit[0].length }
    const difference = plain(Math.abs(sum - 100), 4)
    const terms = values.map(value => plain(value)).join('+')
    found.push({
      ...span,
      check: 'composition',
      stated: hit[0],
      expected: '三项之和为100',
      working: `${terms}=${plain(sum, 4)}，与100相差${difference}`,
      workingEnglish: `${terms}=${plain(sum, 4)}; shares of a whole make 100, a difference of ${difference}`,
      related: [],
    })
  }
  return found
}
