// Figures that were damaged in typing: 增长3，2% · 2..35亿元 · 8.6%% · 同比增长12.5。 What was meant is not known, so nothing is
// proposed but the kind of mending.

import { expressionOf } from '../../../knowledge/cue'
import { withoutUnit } from '../../../knowledge/figures.generated'
import type { Quantity } from '../../quantities'
import { isPlainAmount } from '../reading/amounts'
import type { FigureMismatch } from '../reading/types'

interface Damage {
  readonly pattern: RegExp
  readonly expected: string
  readonly why: string
  readonly whyEnglish: string
}

/** 分别为3，2%: a list of numbers, not one. 第3，2名: ranks. */
const listed = /(?:分别|依次|各|第|为[\d.、]+)[^，。；]{0,8}$/

const damages: readonly Damage[] = [
  {
    // The mark stands between digits, and what follows is a share or a power: no sentence goes on like that.
    pattern: /(?<=[增升降减少多长高低占达为是加提约至到])\d{1,3}[，。,]\d{1,2}(?:%|％|个百分点|万|亿)(?!\d)/g,
    expected: '用小数点',
    why: '数中间是逗号或句号，不是小数点',
    whyEnglish: 'a comma or full stop stands where the decimal point should be',
  },
  {
    pattern: /\d{1,9}[.．]{2}\d{1,4}(?![\d.．])(?:%|％|万|亿|元|吨|亩|人|户|公里|米|平方|个)/g,
    expected: '一个小数点',
    why: '数中间有两个小数点',
    whyEnglish: 'the number holds two decimal points',
  },
  {
    pattern: /\d[\d.]{0,9}(?:%%|％％|%％|％%)/g,
    expected: '一个百分号',
    why: '百分号重复',
    whyEnglish: 'the per cent sign stands twice',
  },
  {
    pattern: /(?<![\d.])\d{1,6}\.(?:%|％|万元|亿元|万吨|万人)/g,
    expected: '补全小数或去掉小数点',
    why: '小数点后面没有数字',
    whyEnglish: 'no digit follows the decimal point',
  },
  {
    pattern: /(?<![\d.])\d{1,4}\.\d{1,4}\.\d{1,4}(?:%|％|万元|亿元|万吨|万人|万亩|个百分点)/g,
    expected: '一个小数点',
    why: '数中间有两个小数点',
    whyEnglish: 'the number holds two decimal points',
  },
]
const anyDamage =
  /\d[，。,.．]\d{0,4}(?:[.．]?\d{0,4})(?:%|％|个百分点|万|亿|元|吨|亩|人|户|公里|米|平方)|[%％]{2}|\d[.．]{2}\d|\d\.[%％万亿]/

const bareChange =
  /(?:同比|环比|[比较](?:上年同期|去年同期|上年|去年|上月|上季度|年初))(?:增长|下降|增加|减少|上升)(?:了)?$/
const unitless = expressionOf(withoutUnit)

/** Damaged figures of a passage. */
export function checkDamaged(text: string, figures: readonly Quantity[]): FigureMismatch[] {
  const found: FigureMismatch[] = []
  if (anyDamage.test(text)) {
    for (const { pattern, expected, why, whyEnglish } of damages) {
      for (const hit of text.matchAll(pattern)) {
        const { index } = hit
        const end = index + hit[0].length
        if (listed.test(text.slice(Math.max(0, index - 14), index))) continue
        if (found.some(one => one.start < end && index < one.end)) continue
        found.push(damaged(text, index, end, expected, why, whyEnglish))
      }
    }
  }
  for (const one of changesWithoutUnit(text, figures)) found.push(one)
  return found
}

/** 接待28.6万人次，同比增长12.5。: the amount has a unit, its change has none. */
function changesWithoutUnit(text: string, figures: readonly Quantity[]): FigureMismatch[] {
  const found: FigureMismatch[] = []
  figures.forEach((q, i) => {
    if (q.kind !== 'other' || q.chinese || q.decimals === 0 || q.value < 1) return
    const before = figures[i - 1]
    if (!before || !isPlainAmount(before) || before.unit.includes('/') || before.unit === '分') return
    if (!bareChange.test(text.slice(Math.max(0, q.start - 12), q.start))) return
    if (!/^[，。；、）]/.test(text.slice(q.end, q.end + 1)) || /[。；]/.test(text.slice(before.end, q.start)))
      return
    const from = text.lastIndexOf('。', before.start) + 1
    if (unitless.test(text.slice(Math.max(from, before.start - 30), q.start))) return
    found.push(
      damaged(
        text,
        q.start,
        q.end,
        `${text.slice(q.start, q.end)}%，或写明单位`,
        '变化多少没有单位，看不出是百分之几还是多少',
        'the change has no unit: per cent, or how many',
      ),
    )
  })
  return found
}

function damaged(
  text: string,
  start: number,
  end: number,
  expected: string,
  why: string,
  whyEnglish: string,
): FigureMismatch {
  const stated = text.slice(start, end)
  return {
    start,
    end,
    check: 'damaged',
    stated,
    expected,
    working: why,
    workingEnglish: whyEnglish,
    related: [],
  }
}
