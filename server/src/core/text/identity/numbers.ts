// Numbers that identify one person: identity cards, bank cards, mobile phones. What stands around a number decides, and its
// check digit helps; how it is typed (full-width, with blanks, with characters that nobody sees) does not matter.

import type { Span } from '../../types'
import { type Evidence, evidenceOf } from './evidence'

export type IdentityKind = 'identity-card' | 'bank-card' | 'mobile'

export interface IdentityNumber extends Span {
  readonly kind: IdentityKind
  /** Words beside it or a person named with it say so. Without them a check digit alone may be chance. */
  readonly sure: boolean
  /** The number with its middle replaced by `*`, the way it may be published. */
  readonly masked: string
}

const fewestDigits = 11

const other = 0
const digit = 1
/** A blank or a hyphen between the groups of a number. */
const gap = 2
/** Nobody sees it: zero-width blanks and joiners, a soft hyphen, marks of direction. */
const hidden = 3
const kinds = new Uint8Array(0x10000)
for (let i = 0; i < 10; i++) {
  kinds[0x30 + i] = digit
  kinds[0xff10 + i] = digit
}
for (const char of ' -\u00a0\u3000\u2010\u2011\u2013\uff0d') kinds[char.charCodeAt(0)] = gap
for (const char of '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff') kinds[char.charCodeAt(0)] = hidden
const kindAt = (text: string, at: number): number => kinds[text.charCodeAt(at)] ?? other

/** A number covers one of any eleven places, so that only these are looked at. */
export function mayHoldNumber(text: string): boolean {
  for (let at = fewestDigits - 1; at < text.length; at += fewestDigits) {
    if (kindAt(text, at) === other) continue
    let start = at
    while (start > 0 && kindAt(text, start - 1) !== other) start--
    let end = at + 1
    while (kindAt(text, end) !== other) end++
    if (end - start >= fewestDigits) return true
    at += Math.max(0, Math.floor((end - at) / fewestDigits) * fewestDigits)
  }
  return false
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'
const identityShape = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/

/** MOD 11-2 of GB 11643-1999, with a plausible birth date. */
export function isIdentityCard(digits: string): boolean {
  if (!identityShape.test(digits)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return checkDigits[sum % 11] === digits[17]!.toUpperCase()
}

const cardShape = /^(?:62|4|5[1-5]|35|37|9)\d{14,18}$/

/** Luhn (ISO/IEC 7812-1) over 16–19 digits with the first digits that Chinese cards have. */
export function isBankCard(digits: string): boolean {
  if (!cardShape.test(digits) || digits.length > 19) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? value * 2 : value
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Digits that are typed together; what nobody sees does not part them. */
interface Group extends Span {
  readonly digits: string
}

/** A number as it may be typed: in how many groups, of which lengths. */
const typed: readonly (readonly [kind: 'long' | 'mobile', lengths: readonly number[]])[] = [
  ['long', [6, 8, 4]],
  ['long', [6, 4, 4, 4]],
  ['long', [14, 4]],
  ['long', [4, 4, 4, 4, 3]],
  ['long', [4, 4, 4, 4]],
  ['long', [6, 13]],
  ['mobile', [3, 4, 4]],
  ['mobile', [3, 8]],
  ['mobile', [7, 4]],
]

interface Candidate extends Group {
  readonly count: number
}

/** The groups from `from` on that make one number, or the group alone. */
function joined(groups: readonly Group[], from: number): Candidate {
  for (const [kind, lengths] of typed) {
    const own = groups.slice(from, from + lengths.length)
    if (own.length < lengths.length || own.some(({ digits }, i) => digits.length !== lengths[i])) continue
    const digits = own.map(group => group.digits).join('')
    if (
      kind === 'mobile'
        ? mobile.test(digits)
        : isIdentityCard(digits) || isBankCard(digits) || identityShape.test(digits)
    )
      return { digits, start: own[0]!.start, end: own.at(-1)!.end, count: lengths.length }
  }
  return { ...groups[from]!, count: 1 }
}

const mobile = /^1[3-9]\d{9}$/
const countryCode = /^(?:00)?86(?=1[3-9]\d{9}$)/

/** Groups that follow each other with one blank or hyphen between them. Characters that belong to no such run are passed. */
function* runs(text: string): Generator<Group[]> {
  let run: Group[] = []
  for (let i = 0; i < text.length; ) {
    if (kindAt(text, i) !== digit) {
      i++
      continue
    }
    const start = i
    let digits = ''
    let end = i
    for (; ; i++) {
      const kind = kindAt(text, i)
      if (kind === digit) {
        // The low four bits are the value, of 0x30 and of the full-width U+FF10 alike.
        digits += String.fromCharCode((text.charCodeAt(i) & 0x0f) + 0x30)
        end = i + 1
      } else if (kind !== hidden) break
    }
    // The check digit X of an identity card, in one piece or at the end of its last group.
    if ((digits.length === 17 || (digits.length === 3 && run.length > 0)) && /[Xx]/.test(text[end] ?? '')) {
      digits += 'X'
      end++
      i = end
    }
    const last = run.at(-1)
    if (last && start - last.end > 1) {
      yield run
      run = []
    }
    run.push({ digits, start, end })
    if (kindAt(text, end) !== gap) {
      yield run
      run = []
    }
  }
  if (run.length > 0) yield run
}

const word = /[A-Za-z_*〔]/
const inDecimal = /[.,]/

/** IMG138…, 3.1415…, 138….html, 138**: a number that belongs to something longer. */
function isPart(text: string, { start, end }: Span): boolean {
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  if (word.test(before) || word.test(after)) return true
  if (before === '/' && /[A-Za-z]/.test(text[start - 2] ?? '')) return true
  if (inDecimal.test(before) && kindAt(text, start - 2) === digit) return true
  return inDecimal.test(after) && /[\dA-Za-z]/.test(text[end + 1] ?? '')
}

const reach = 24
const sentenceEnd = /[。；\n|]/

/** The words before and behind a number, within its sentence or cell, and the heading of its column. */
function beside(text: string, { start, end }: Span): { before: string; after: string } {
  const left = text.slice(Math.max(0, start - reach), start)
  const right = text.slice(end, end + reach)
  const stop = right.search(sentenceEnd)
  let from = left.length
  while (from > 0 && !sentenceEnd.test(left[from - 1]!)) from--
  return { before: left.slice(from), after: stop < 0 ? right : right.slice(0, stop) }
}

/** The headings of a table's columns, and the place in its rows. */
function createColumns(text: string): (at: number) => { heading: string | undefined; row: string } {
  const first = text.indexOf('\n')
  const headings = text.slice(0, Math.max(0, first)).split('|')
  let seen = 0
  let column = 0
  let rowStart = 0
  return at => {
    for (; seen < at; seen++) {
      if (text[seen] === '\n') {
        column = 0
        rowStart = seen + 1
      } else if (text[seen] === '|') column++
    }
    const heading = at > first ? headings[column]?.trim() : undefined
    return { heading, row: text.slice(Math.max(rowStart, at - 60), at) }
  }
}

/** `table`: the text is the source of a table, whose first line names the columns. */
export function findIdentityNumbers(text: string, table = false): IdentityNumber[] {
  const found: IdentityNumber[] = []
  const columns = table ? createColumns(text) : undefined
  let previous: { end: number; evidence: Evidence } | undefined
  for (const run of runs(text))
    for (let i = 0; i < run.length; ) {
      const candidate = joined(run, i)
      i += candidate.count
      if (candidate.digits.length < fewestDigits) continue
      const { before, after } = beside(text, candidate)
      const cell = columns?.(candidate.start)
      // 身份证号分别为甲、乙: what is said of the first is said of those that follow directly.
      const evidence =
        previous && /^[、，,/和及 ]{1,2}$/.test(text.slice(previous.end, candidate.start))
          ? previous.evidence
          : evidenceIn(before, after, cell)
      previous = { end: candidate.end, evidence }
      if (isPart(text, candidate)) continue
      const number = judge(text, candidate, evidence)
      if (number) found.push(number)
    }
  return found
}

const namesPeople = /姓名|户主|村民|居民|持卡人/

function evidenceIn(
  before: string,
  after: string,
  cell: { heading: string | undefined; row: string } | undefined,
): Evidence {
  const evidence = evidenceOf(before, after, cell?.heading)
  if (!cell || evidence.person) return evidence
  return { ...evidence, person: namesPeople.test(cell.row) || /某/.test(cell.row) }
}

function judge(text: string, { digits, start, end }: Group, evidence: Evidence): IdentityNumber | undefined {
  const { named, person } = evidence
  const number = (kind: IdentityKind, sure: boolean, head: number, tail: number, from = start) => ({
    start: from,
    end,
    kind,
    sure,
    masked: masked(text.slice(from, end), head, tail),
  })
  if (named === 'thing') return undefined
  if (named === 'identity' && (digits.length === 18 || (digits.length === 15 && /^\d+$/.test(digits))))
    return number('identity-card', true, 2, 3)
  if (named === 'card' && digits.length >= 16 && digits.length <= 19) return number('bank-card', true, 4, 4)
  if (named !== 'account' && isIdentityCard(digits)) {
    if (person) return number('identity-card', true, 2, 3)
    return evidence.fullName || evidence.alone ? number('identity-card', false, 2, 3) : undefined
  }
  if (isBankCard(digits)) {
    if (person && named !== 'phone') return number('bank-card', true, 4, 4)
    return named === 'account' && !evidence.unit ? number('bank-card', false, 4, 4) : undefined
  }
  if (named === 'account') return undefined
  if (mobile.test(digits)) return number('mobile', false, 3, 4)
  const code = countryCode.exec(digits)
  return code ? number('mobile', false, 3, 4, afterDigits(text, start, code[0].length)) : undefined
}

function afterDigits(text: string, start: number, count: number): number {
  let at = start
  for (let left = count; left > 0; at++) if (kindAt(text, at) === digit) left--
  while (kindAt(text, at) !== digit) at++
  return at
}

/** Keeps the first and last digits; blanks and hyphens stay where they are. */
function masked(written: string, head: number, tail: number): string {
  const total = written.match(/[\dXx０-９]/g)?.length ?? 0
  let seen = 0
  return written.replace(/[\dXx０-９]/g, each => (seen++ < head || seen > total - tail ? each : '*'))
}
