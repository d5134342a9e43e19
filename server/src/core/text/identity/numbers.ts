// Numbers that point to one person: identity cards, bank cards, mobile phones. Checksums keep order numbers and
// statistics out.

import type { Span } from '../../types'

export type IdentityKind = 'identity-card' | 'bank-card' | 'mobile'

export interface IdentityNumber extends Span {
  readonly kind: IdentityKind
  /** The number with its middle replaced by `*`, the way it may be published. */
  readonly masked: string
}

const candidate = /(?<![\d.*])\d(?:[ -]?\d){10,18}[\dXx]?(?![\d*])/g
const fewestDigits = 11

const isPart = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x20 || code === 0x2d

/** A number covers one of any eleven places, so that only these are looked at. */
export function mayHoldNumber(text: string): boolean {
  for (let at = fewestDigits - 1; at < text.length; at += fewestDigits) {
    if (!isPart(text.charCodeAt(at))) continue
    let start = at
    while (start > 0 && isPart(text.charCodeAt(start - 1))) start--
    let end = at + 1
    while (isPart(text.charCodeAt(end))) end++
    if (end - start >= fewestDigits) return true
  }
  return false
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** MOD 11-2 of GB 11643-1999, with a plausible birth date. */
export function isIdentityCard(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(digits))
    return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return checkDigits[sum % 11] === digits[17]!.toUpperCase()
}

/** Luhn (ISO/IEC 7812-1) over 16–19 digits with the first digits that Chinese cards have. */
export function isBankCard(digits: string): boolean {
  if (!/^(?:62|4|5[1-5]|35|37|9)\d+$/.test(digits) || digits.length < 16 || digits.length > 19) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** All numbers in the text that identify a person, in order. */
export function findIdentityNumbers(text: string): IdentityNumber[] {
  const found: IdentityNumber[] = []
  for (const hit of text.matchAll(candidate)) {
    const written = hit[0]
    const digits = written.replace(/[ -]/g, '')
    const span = { start: hit.index, end: hit.index + written.length }
    if (isIdentityCard(digits)) found.push({ ...span, kind: 'identity-card', masked: masked(written, 2, 3) })
    else if (isBankCard(digits)) found.push({ ...span, kind: 'bank-card', masked: masked(written, 4, 4) })
    else if (/^1[3-9]\d{9}$/.test(digits))
      found.push({ ...span, kind: 'mobile', masked: masked(written, 3, 4) })
  }
  return found
}

/** Keeps the first and last digits; blanks and hyphens stay where they are. */
function masked(written: string, head: number, tail: number): string {
  const total = written.replace(/[ -]/g, '').length
  let seen = 0
  return written.replace(/[\dXx]/g, digit => (seen++ < head || seen > total - tail ? digit : '*'))
}
