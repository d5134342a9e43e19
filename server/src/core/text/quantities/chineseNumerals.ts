// Reads Chinese numerals: 一百五十四, 三十九点六, 三四十. No units, no context.

import { chineseDigit, chinesePower, chineseValueAt, classAt } from './chars'
import { isMore, isUnitPower, type Numeral } from './numerals'

/** Chinese numeral at `start`; undefined when the characters do not form one. */
export function readChinese(text: string, start: number): Numeral | undefined {
  let at = start
  let total = 0 // what stands before the last 万 or 亿
  let section = 0 // the part below 万
  let spread = 0 // 三四十: 10, the distance to the upper end
  let digit = -1
  let before = -1 // the digit in front of `digit` when two stand together
  let run = 0
  let digits = 0
  let powers = 0
  let lastPower = 0
  let amount = true
  let over = false
  for (;;) {
    const kind = classAt(text, at)
    if (kind === chineseDigit) {
      before = digit > 0 ? digit : -1
      digit = chineseValueAt(text, at)
      run++
      digits++
      at++
    } else if (kind === chinesePower) {
      if (isUnitPower(text, at)) break
      const power = chineseValueAt(text, at)
      if (digit < 0 && power === lastPower) amount = false
      const pair = run === 2 && isNeighbour(before, digit)
      if (run > 1 && before >= 0 && !pair) amount = false
      const factor = pair ? before : digit
      if (power < 1e4) {
        section += (factor < 0 ? 1 : factor) * power
        if (pair) spread = power
      } else {
        const part = section + Math.max(0, factor)
        if (pair) spread = 1
        spread *= power
        if (power === 1e8) total = (total + part || 1) * power
        else total += (part || 1) * power
        section = 0
      }
      lastPower = power
      powers++
      digit = -1
      before = -1
      run = 0
      at++
    } else if (powers > 0 && digit < 0 && isMore(text, at) && classAt(text, at + 1) === chinesePower) {
      over = true
      at++
    } else break
  }
  if (at === start) return undefined
  let value = total + section + Math.max(0, digit)
  if (run > 1 && before >= 0) {
    // 三四(个) and 十五六(个) are ranges; 一九九八 is a year, 二三(产业) a list.
    if (run === 2 && isNeighbour(before, digit)) {
      spread = digit - before
      value = total + section + before
    } else amount = false
  } else if (run > 1 && powers === 0) amount = false
  // 一百二 is spoken for 120; it is left out rather than read wrongly.
  if (lastPower >= 100 && digit > 0 && run === 1 && classAt(text, at - 2) === chinesePower) amount = false
  const lone = at === start + 1 && (powers === 1 ? value !== 10 : value === 1)
  const high = spread > 0 ? value + spread : undefined
  const scale = digit >= 0 || lastPower < 1e4 ? 1 : lastPower
  const whole: Numeral = { end: at, value, decimals: 0, scale, amount, high, bare: false, digits, over, lone }
  const decimal = text.charCodeAt(at) === 0x70b9 && classAt(text, at + 1) === chineseDigit // 点
  return decimal ? readChineseDecimals(text, whole) : whole
}

/** 三四, 七八 and the customary 三五 name a range. */
function isNeighbour(low: number, high: number): boolean {
  return low > 0 && (low + 1 === high || (low === 3 && high === 5))
}

function readChineseDecimals(text: string, whole: Numeral): Numeral {
  let at = whole.end + 1
  let fraction = 0
  let decimals = 0
  for (; classAt(text, at) === chineseDigit; at++) {
    if (decimals >= 8) continue
    fraction = fraction * 10 + chineseValueAt(text, at)
    decimals++
  }
  let scale = 1
  for (; classAt(text, at) === chinesePower && chineseValueAt(text, at) >= 1e4; at++)
    scale *= chineseValueAt(text, at)
  const value = ((whole.value * 10 ** decimals + fraction) * scale) / 10 ** decimals
  return { ...whole, end: at, value, decimals, scale, lone: false }
}
