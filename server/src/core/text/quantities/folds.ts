// Figures that start with neither digit nor numeral: 半数、过半、翻一番、几十个、数百人.

import { chineseDigit, chinesePower, chineseValueAt, classAt } from './chars'
import { ratio } from './chineseShares'
import { approxOf, kindOf } from './make'
import { isMore } from './numerals'
import type { Scan } from './scan'
import { unitAt } from './units'

const fold = /^翻(?:了)?([一两三四])?番/
/** 人数、户数、指数 end in 数, and what follows belongs to another word. */
const notSeveral = '人户总件次个分指倍岁基为量参常小位例页字台家点系辆车村组天名项半多少'

export function scanHalfAndFold(scan: Scan, start: number): number {
  const { text } = scan
  switch (text[start]) {
    case '半':
      if (text[start + 1] !== '数' || text[start + 2] === '以') return halfOrMore(scan, start)
      scan.out.push(
        ratio(
          start,
          start + 2,
          0.5,
          text[start - 1] === '过' ? 'over' : approxOf(text, start, start + 2, false),
        ),
      )
      return start + 2
    case '过':
      if (text.charCodeAt(start + 1) !== 0x534a || !isClosed(text, start + 2)) return start + 1
      scan.out.push(ratio(start, start + 2, 0.5, 'over'))
      return start + 2
    case '翻': {
      const hit = fold.exec(text.slice(start, start + 5))
      if (!hit) return start + 1
      const times = hit[1] ? chineseValueAt(hit[1], 0) : 1
      const end = start + hit[0].length
      scan.out.push({
        ...ratio(start, end, 2 ** times, approxOf(text, start, end, false)),
        kind: 'multiple',
        unit: '番',
      })
      return end
    }
    default:
      return several(scan, start)
  }
}

function halfOrMore(scan: Scan, start: number): number {
  const { text } = scan
  if (text[start + 1] !== '数') return start + 1
  const over = text[start + 3] === '上'
  scan.out.push(ratio(start, start + 2, 0.5, over ? 'over' : 'under'))
  return start + 2
}

function isClosed(text: string, at: number): boolean {
  return at >= text.length || '，。；、！）'.includes(text[at]!)
}

/** 几个, 几十名, 数百家: found so that rules can ask for the real number. */
function several(scan: Scan, start: number): number {
  const { text } = scan
  const before = text[start - 1] ?? '，'
  if (before === '第' || (text[start] === '数' && notSeveral.includes(before))) return start + 1
  let at = start + 1
  let power = 1
  while (classAt(text, at) === chinesePower) {
    power *= chineseValueAt(text, at)
    at++
  }
  if (classAt(text, at) === chineseDigit || text.startsWith('分之', at)) return start + 1
  if (text[start] === '数' && power === 1 && !/[名家次个]/.test(text[at] ?? '')) return start + 1
  if (isMore(text, at)) at++
  const unit = unitAt(text, at)
  if (!unit?.chinese) return at
  const end = at + unit.text.length
  scan.out.push({
    start,
    end,
    value: 2 * power,
    high: 9 * power,
    unit: unit.text,
    kind: kindOf(unit, unit.text),
    approx: 'range',
    decimals: 0,
    scale: power,
    chinese: true,
    vague: true,
    structural: false,
  })
  return end
}
