// Character classes for the figure scanner: one table look-up per character keeps the pass over prose cheap.

/** 0 ordinary · 1–10 digit 0–9 (half or full width) · 11 Chinese digit · 12 Chinese power of ten · 13 other starters */
export const classes = new Uint8Array(0x10000)

export const digitClassEnd = 10
export const chineseDigit = 11
export const chinesePower = 12
const otherStart = 13

for (let d = 0; d <= 9; d++) {
  classes[0x30 + d] = d + 1
  classes[0xff10 + d] = d + 1
}

const chineseValues = new Float64Array(0x10000)
const mark = (chars: string, kind: number, values: readonly number[]) => {
  for (let i = 0; i < chars.length; i++) {
    classes[chars.charCodeAt(i)] = kind
    chineseValues[chars.charCodeAt(i)] = values[i]!
  }
}
mark('零〇○一二三四五六七八九两', chineseDigit, [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2])
mark('十百千万亿', chinesePower, [10, 100, 1000, 1e4, 1e8])
// 半数 过半 翻番 几个 数十: figures that do not start with a digit.
mark('半过翻几数', otherStart, [0.5, 0, 0, 0, 0])

export function classAt(text: string, at: number): number {
  return at < text.length ? classes[text.charCodeAt(at)]! : 0
}

/** Is the character at `at` one of `chars`? Asked of nearly every figure, so no string is made of the character. */
export function oneOf(chars: string): (text: string, at: number) => boolean {
  const codes = new Set(Array.from(chars, char => char.charCodeAt(0)))
  return (text, at) => codes.has(text.charCodeAt(at))
}

export function isDigitAt(text: string, at: number): boolean {
  const kind = classAt(text, at)
  return kind > 0 && kind <= digitClassEnd
}

/** Value of the Chinese digit or power of ten at `at`. */
export function chineseValueAt(text: string, at: number): number {
  return chineseValues[text.charCodeAt(at)]!
}

export function isLatin(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    code === 0x5f
  )
}

/** Marks that may join the ends of a range: ～ ~ — – - － and the one-character line. */
export function isRangeMark(code: number): boolean {
  return (
    code === 0xff5e ||
    code === 0x7e ||
    code === 0x301c ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2d ||
    code === 0xff0d ||
    code === 0x2212 ||
    code === 0x2500
  )
}
