// Reads Arabic numerals: 1,234.5, １２万, 2万5000. No units, no context.

import { chinesePower, chineseValueAt, classAt, digitClassEnd, isDigitAt } from './chars'

export interface Numeral {
  readonly end: number
  readonly value: number
  /** Digits shown behind the decimal point. */
  readonly decimals: number
  /** What one unit of the last whole digit is worth: 1, 1e4 (万), 1e8 (亿)… */
  readonly scale: number
  /** False for codes: dotted chains, leading zeros, runs too long for an amount. */
  readonly amount: boolean
  /** Upper end of an approximate numeral such as 三四十. */
  readonly high: number | undefined
  /** Without 万/亿 and thousands separators, so that it may be a year, a phone number… */
  readonly bare: boolean
  /** Number of digits before the decimal point. */
  readonly digits: number
  /** 余/多 inside: 30多万. */
  readonly over: boolean
  /** The one-word numeral 一, or a lone power of ten: 百, 千, 万. */
  readonly lone: boolean
}

const longestAmount = 15

const tenTo = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

const thin = (code: number) => code === 0x2009 || code === 0x2005 || code === 0x202f || code === 0xa0

/** Arabic numeral at `start`, including 万/亿 behind it. */
export function readArabic(text: string, start: number, nested = false): Numeral {
  let at = start
  let mantissa = 0
  let digits = 0
  let separated = false
  let amount = true
  for (;;) {
    const kind = classAt(text, at)
    if (kind === 0 || kind > digitClassEnd) {
      if (digits > 0 && digits <= 12 && groupFollows(text, at, separated ? 3 : digits)) {
        separated = true
        at++
        continue
      }
      break
    }
    if (digits < longestAmount) mantissa = mantissa * 10 + (kind - 1)
    digits++
    at++
  }
  if (digits > longestAmount) amount = false
  if (digits > 1 && classAt(text, start) === 1) amount = false
  let decimals = 0
  if (isPoint(text, at) && isDigitAt(text, at + 1)) {
    at++
    while (isDigitAt(text, at)) {
      if (decimals < 8 && digits + decimals < longestAmount) {
        mantissa = mantissa * 10 + classAt(text, at) - 1
        decimals++
      }
      at++
    }
    // 1.2.3, 2026.4.18, 10.0.0.1: a chain of points is a code or a date. It is swallowed whole, so the scan stays linear.
    while (isPoint(text, at) && isDigitAt(text, at + 1)) {
      amount = false
      at++
      while (isDigitAt(text, at)) at++
    }
    if (digits > 1 && decimals > 0 && classAt(text, start) === 1) amount = false
  }
  return withPowers(text, at, mantissa, decimals, digits, separated, amount, nested)
}

/** A thousands separator at `at`, followed by exactly three digits. `before` digits stand in front of it. */
function groupFollows(text: string, at: number, before: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x2c && code !== 0xff0c && code !== 0x20 && !thin(code)) return false
  if (before > 3) return false
  return (
    isDigitAt(text, at + 1) && isDigitAt(text, at + 2) && isDigitAt(text, at + 3) && !isDigitAt(text, at + 4)
  )
}

function isPoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x2e || code === 0xff0e
}

/** Reads 多/余 and 十百千万亿 behind an Arabic mantissa: 3.5亿, 30多万, 5千, 2万5000. */
function withPowers(
  text: string,
  from: number,
  mantissa: number,
  decimals: number,
  digits: number,
  separated: boolean,
  amount: boolean,
  nested: boolean,
): Numeral {
  let at = from
  let over = false
  let scale = 1
  let bare = !separated
  if (!mayGoOn(text, at)) {
    const value = decimals === 0 ? mantissa : mantissa / tenTo[decimals]!
    return { end: at, value, decimals, scale: 1, amount, high: undefined, bare, digits, over, lone: false }
  }
  while (mayGoOn(text, at)) {
    let next = at
    const code = text.charCodeAt(next)
    const more = code === 0x591a || code === 0x4f59 || code === 0x6765 // 多 余 来
    if (more && classAt(text, next + 1) === chinesePower) next++
    if (classAt(text, next) !== chinesePower || isUnitPower(text, next)) break
    if (more) over = true
    scale *= chineseValueAt(text, next)
    bare = false
    at = next + 1
    if (scale > 1e15) amount = false
  }
  // One division keeps 162.4亿 the nearest double to 16240000000.
  const value = decimals === 0 ? mantissa * scale : (mantissa * scale) / tenTo[decimals]!
  if (scale >= 1e3 && amount && !nested && decimals === 0 && isDigitAt(text, at)) {
    const rest = readArabic(text, at, true)
    if (rest.amount && rest.value < scale)
      return { ...rest, value: value + rest.value, bare: false, digits: 9, over: over || rest.over }
  }
  return { end: at, value, decimals, scale, amount, high: undefined, bare, digits, over, lone: false }
}

function mayGoOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return classAt(text, at) === chinesePower || code === 0x591a || code === 0x4f59 || code === 0x6765 // 多 余 来
}

/** 千 and 百 that belong to the unit behind: 千瓦, 千米, 百分点; 万元 and 亿元 are powers. */
export function isUnitPower(text: string, at: number): boolean {
  const char = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  // 千 + 瓦 米 克 伏 | 百 + 分
  if (char === 0x5343) return next === 0x74e6 || next === 0x7c73 || next === 0x514b || next === 0x4f0f
  return char === 0x767e && next === 0x5206
}

export function isMore(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x591a || code === 0x4f59 // 多 余
}
