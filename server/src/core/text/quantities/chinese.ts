// Figures in Chinese numerals. Almost every 一 and 三 in prose is part of a word, so a known unit must follow.

import { chineseDigit, chinesePower, classAt, isDigitAt, isRangeMark, oneOf } from './chars'
import { readChinese } from './chineseNumerals'
import { ratio, scanFraction, scanHalf, scanShare, sharePrefix } from './chineseShares'
import { fixedNameAt, isQuotedName, isStructural } from './exclusions'
import { approxOf, kindOf } from './make'
import { isMore, type Numeral } from './numerals'
import type { Approximation, Quantity } from './quantity'
import { notTenths, rankOf } from './rank'
import type { Scan } from './scan'
import { mayFollowNumeral, type QuantityKind, type Unit, unitAt } from './units'

/** Reads the figure at `start`, adds it if it is one, and says where to go on. */
export function scanChinese(scan: Scan, start: number): number {
  const { text } = scan
  // Most numerals of prose are parts of words (统一、进一步); one look at the next character settles it.
  if (classAt(text, start + 1) === 0 && !mayFollowNumeral(text, start + 1) && text[start - 1] !== '第')
    return start + 1
  const share = sharePrefix(text, start)
  if (share > 0) return scanShare(scan, start, share)
  const numeral = readChinese(text, start)
  if (!numeral) return start + 1
  const { end } = numeral
  if (text.startsWith('分之', end)) return scanFraction(scan, start, numeral)
  if (text.charCodeAt(end) === 0x534a) return scanHalf(scan, start, numeral) // 半
  const name = fixedNameAt(text, start)
  if (name > 0) return Math.max(start + name, start + 1)
  const time = timeEnd(scan, start, numeral)
  if (time > 0) return time
  if (!numeral.amount) return end
  return scanAmount(scan, start, numeral)
}

function scanAmount(scan: Scan, start: number, low: Numeral): number {
  const { text } = scan
  let numeral = low
  let at = low.end
  let upper: Numeral | undefined
  const joint = text.charCodeAt(at)
  if ((joint === 0x81f3 || joint === 0x5230 || isRangeMark(joint)) && isChineseNumeral(text, at + 1)) {
    const high = readChinese(text, at + 1)
    if (high?.amount && high.value > low.value) {
      upper = high
      numeral = high
      at = high.end
    }
  }
  let over = numeral.over
  if (isMore(text, at)) {
    at++
    over = true
  }
  const unit = unitAt(text, at)
  if (!unit?.chinese) {
    if (rankOf(text, start, low.end, undefined) === 'rank') {
      scan.out.push({ ...ratio(start, low.end, low.value, 'exact'), kind: 'rank', unit: '位' })
    }
    return upper ? at : low.end
  }
  const end = at + unit.text.length
  const rank = rankOf(text, start, end, unit)
  if (rank === 'label') return end
  if (unit.text === '成' && (low.lone || notTenths(text, end))) return end
  if (unit.text === '年' && (low.lone || text[end] === '级' || text[end] === '代')) return end
  if (isQuotedName(text, start, end)) return end
  // 二类58户, 三组12人: the numeral names the class, the digits behind it count.
  if (isDigitAt(text, end) && '类组期批档队班'.includes(unit.text)) return end
  const upon = low.lone && text[start - 1] === '上' // 上千人
  const approx = upper || low.high !== undefined ? 'range' : approxOf(text, start, end, over || upon)
  if (low.lone && rank !== 'rank' && !acceptsLone(text, start, end, low, unit, approx, over)) return end
  const tenths = unit.text === '成' ? 10 : 1
  const kind: QuantityKind = rank === 'rank' ? 'rank' : kindOf(unit, unit.text)
  const high = upper?.value ?? low.high
  const structural = kind === 'count' && isStructural(text, at, true)
  const vague = low.lone && low.value > 1
  const q: Quantity = {
    start,
    end,
    value: low.value * tenths,
    unit: unit.text,
    kind,
    approx,
    decimals: numeral.decimals,
    scale: numeral.scale,
    chinese: true,
    vague,
    structural,
  }
  scan.out.push(high === undefined ? q : { ...q, high: high * tenths })
  return end
}

function isChineseNumeral(text: string, at: number): boolean {
  const kind = classAt(text, at)
  return kind === chineseDigit || kind === chinesePower
}

/** Before 一 these make it an article or a part of a word: 统一、每一户、下一个. */
const notOneBehind = oneOf('统单唯万不之任每某同这那逐专划合归随另下上哪其进如有第初新又再')

const notOneBefore = oneOf('一性条龙体同致样般直定些系')

/** 一 and a lone 百/千/万 are figures only in firm surroundings. */
function acceptsLone(
  text: string,
  start: number,
  end: number,
  numeral: Numeral,
  unit: Unit,
  approx: Approximation,
  over: boolean,
): boolean {
  const before = text[start - 1] ?? '，'
  if (numeral.value === 1) {
    if (!unit.one || notOneBefore(text, end)) return false
    if (
      unit.text === '起' &&
      !/^(?:[^，。；]{0,12}(?:事故|案|纠纷|火|事件|警情|投诉))/.test(text.slice(end, end + 16))
    )
      return false
    return !notOneBehind(text, start - 1)
  }
  // 百余名, 上千人, 近百盏; not 百户 or 万家 by themselves.
  return over || approx === 'about' || approx === 'over' || before === '上' || before === '数'
}

/** End of the date or clock time that the numeral starts; 0 when it is none. */
function timeEnd(scan: Scan, start: number, numeral: Numeral): number {
  const { text } = scan
  const { end } = numeral
  switch (text[end]) {
    case '年':
      return numeral.amount ? 0 : end + 1
    case '月':
    case '日':
    case '号':
      return end + 1
    case '时':
      scan.clockEnd = end + 1
      return end + 1
    case '点':
      if (isStructural(text, end, true)) {
        scan.out.push({
          ...ratio(start, end + 1, numeral.value, 'exact'),
          kind: 'count',
          unit: '点',
          structural: true,
        })
        return end + 1
      }
      scan.clockEnd = end + 1
      return end + 1
    case '分':
      if (start === scan.clockEnd) scan.clockEnd = end + 1
      return end + 1
    case '秒':
      return start === scan.clockEnd ? end + 1 : 0
    default:
      return 0
  }
}
