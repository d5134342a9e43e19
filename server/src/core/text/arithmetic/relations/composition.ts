// NUM03: 男性占52.3%、女性占48.7%. The shares of a whole make up 100.

import { expressionOf, wordsOf } from '../../../knowledge/cue'
import { gradeWord, mayOverlap, severalChoices, singleChoice } from '../../../knowledge/figures.generated'
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
    const closed = closedShares(run) ?? beyondAll(sentence, run)
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
  const grades = run.map(part => gradeOf(part.label))
  if (grades.every(Boolean))
    return grades.includes('不满意') && grades.includes('满意') && run.length >= 3 ? run : undefined
  if (labels.some(label => label === undefined)) return undefined
  if (isWhole(labels as string[])) return run
  const rest = run.findIndex((part, i) => i > 0 && isRest(part))
  return rest >= 2 || (rest === 1 && run.length === 2) ? run.slice(0, rest + 1) : undefined
}

/** 非常满意的占, 评价“较好”的占 → the grade. */
function gradeOf(label: string): string | undefined {
  const bare = label.replace(/^[^，。；、]{0,8}中/, '').replace(/[“”"‘’]/g, '')
  const grade = /^(?:表示|评价为?|认为)?([一-龥]{1,5}?)(?:的|等次)?(?:占|为|占比)?$/.exec(bare)?.[1]
  return grade !== undefined && grades.has(grade) ? grade : undefined
}
const grades = wordsOf(gradeWord)
/** 满意 may hold 非常满意, 合格 all that passed. */
const umbrella: ReadonlySet<string> = new Set(['满意', '合格', '好', '及格'])

const causes = /^因/
/** Shares of one text that lie this far above 100 are no slip of one figure. */
const most = 145

/** Kinds that exclude each other: their shares may leave something out, but never exceed the whole. */
function beyondAll(sentence: FigureSentence, run: readonly Part[]): readonly Part[] | undefined {
  const sum = run.reduce((total, { q }) => total + q.value, 0)
  if (run.length < 3 || sum <= 100 || sum > most) return undefined
  const marks = run.map(part => gradeOf(part.label))
  if (marks.every(Boolean))
    return new Set(marks).size < run.length || marks.some(mark => umbrella.has(mark!) && mark !== '好')
      ? undefined
      : run
  const labels = run.map(part => shareLabel(clauseBefore(sentence, part)) ?? '')
  if (labels.includes('') || new Set(labels).size < labels.length) return undefined
  const reasons = labels.every(label => causes.test(label))
  if (reasons || isClassification(labels) || arePlaces(labels) || areExclusive(labels)) return run
  const apart = !labels.some(label => overlaps.test(label.replace(ends, ''))) && spansApart(labels)
  return apart && framed(sentence, run[0]!) ? run : undefined
}

/** 36至50岁占: numbers in the label of a share belong to it. */
const clauseBefore = ({ text, start }: FigureSentence, { q }: Part): string =>
  /[^，、；。：（）()]*$/.exec(text.slice(Math.max(start, q.start - 24), q.start))![0]

const ends = /及?以[上下内]/g
/** 60岁以上 holds 70岁以上; one open end on each side is a scale. */
const spansApart = (labels: readonly string[]): boolean =>
  ['以上', '以下'].every(end => labels.filter(label => label.includes(end)).length <= 1)

const frame = expressionOf(singleChoice)
const choices = expressionOf(severalChoices)
const overlaps = expressionOf(mayOverlap)

/** 从年龄结构看，…: what the shares divide by is said in front, and nobody may choose several. */
function framed({ text, start }: FigureSentence, first: Part): boolean {
  const lead = text.slice(Math.max(start, first.q.start - 40), first.q.start)
  return frame.test(lead) && !choices.test(text.slice(start, first.q.start))
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
