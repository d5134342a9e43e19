// Numbers as people write them in dates: 15, １５, 十五, 二〇二六, 两, 三五 (three to five).

export enum Char {
  other = 0,
  digit = 1,
  /** 〇零一二…九 and 两. */
  numeral = 2,
  /** 十 百 廿 卅. */
  ten = 3,
}

const values = new Int8Array(0x10000).fill(-1)
const kinds = new Uint8Array(0x10000)
for (let i = 0; i < 10; i++) {
  for (const code of [0x30 + i, 0xff10 + i]) {
    values[code] = i
    kinds[code] = Char.digit
  }
}
for (const [text, value] of [
  ['〇○零Ｏ◯', 0],
  ['一', 1],
  ['二两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
] as const)
  for (const char of text) {
    values[char.charCodeAt(0)] = value
    kinds[char.charCodeAt(0)] = Char.numeral
  }
for (const [char, value] of [
  ['十', 10],
  ['百', 100],
  ['廿', 20],
  ['卅', 30],
] as const) {
  values[char.charCodeAt(0)] = value
  kinds[char.charCodeAt(0)] = Char.ten
}

const charKind = (code: number): number => kinds[code] ?? 0
export const isDigit = (code: number): boolean => kinds[code] === Char.digit
export const isNumeral = (code: number): boolean => kinds[code]! >= Char.numeral

export interface ReadNumber {
  end: number
  value: number
  /** For an approximate pair such as 三五 or 两三: the smaller number; else equal to `value`. */
  low: number
  /** Written in Arabic digits. */
  arabic: boolean
  /** How many characters the number has. */
  length: number
}

/** The number that starts at `at`. Undefined: none, or one too long for a date; `skipNumber` then gets past it. */
export function readNumber(text: string, at: number): ReadNumber | undefined {
  const kind = charKind(text.charCodeAt(at))
  if (kind === Char.digit) {
    let value = 0
    let end = at
    while (end - at < 5 && isDigit(text.charCodeAt(end))) value = value * 10 + values[text.charCodeAt(end++)]!
    return end - at > 4 ? undefined : { end, value, low: value, arabic: true, length: end - at }
  }
  return kind === Char.other ? undefined : readChineseNumber(text, at)
}

function readChineseNumber(text: string, at: number): ReadNumber | undefined {
  let end = at
  let tens = false
  while (end - at < 8 && isNumeral(text.charCodeAt(end))) {
    if (charKind(text.charCodeAt(end)) === Char.ten) tens = true
    end++
  }
  const length = end - at
  if (length > 7) return undefined
  let value = 0
  if (tens) {
    let digit = -1
    for (let i = at; i < end; i++) {
      const code = text.charCodeAt(i)
      const each = values[code]!
      if (charKind(code) === Char.ten) {
        if (each === 20 || each === 30) value += each
        else value += (digit < 0 ? 1 : digit) * each
        digit = -1
      } else if (each === 0) digit = -1
      else if (digit >= 0) return undefined
      else digit = each
    }
    if (digit > 0) value += digit
    return { end, value, low: value, arabic: false, length }
  }
  for (let i = at; i < end; i++) value = value * 10 + values[text.charCodeAt(i)]!
  if (length === 2) {
    const first = Math.floor(value / 10)
    const second = value % 10
    if (first > 0 && second > first) return { end, value: second, low: first, arabic: false, length }
  }
  return length === 1 || length === 4 ? { end, value, low: value, arabic: false, length } : undefined
}

/** First place after the run of digits or numerals at `at`. */
export function skipNumber(text: string, at: number): number {
  let end = at
  const kind = charKind(text.charCodeAt(at))
  if (kind === Char.digit) while (isDigit(text.charCodeAt(end))) end++
  else while (isNumeral(text.charCodeAt(end))) end++
  return end
}

const fullWidth = /[０-９：－／．（）　～Ａ-Ｚａ-ｚ，＋]/g

/** Short values (a field, a setting): half-width marks, no blanks at the ends. Never used on running text. */
export function foldShort(text: string): string {
  return text
    .replace(fullWidth, char => (char === '　' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0)))
    .replace(/[–—―－]/g, '-')
    .trim()
}

/** Chinese numbers in a short value become Arabic ones; 半 stays. */
export function arabicShort(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; ) {
    if (isNumeral(text.charCodeAt(i))) {
      const number = readNumber(text, i)
      const end = number?.end ?? skipNumber(text, i)
      out += number && number.low === number.value ? String(number.value) : text.slice(i, end)
      i = end
    } else out += text[i++]
  }
  return out
}
