// Signature and date at the end: where they stand, and whether the draft has written them itself.
import type { FrontMatter } from '../text/frontMatter'

export interface Signature {
  unit: string
  /** 2026年4月8日 */
  date: string
}

/** `2026-04-08`, `2026/4/8`, `2026年04月08日` → 2026年4月8日: Arabic digits, no leading zero. */
export function writtenDate(value: string | undefined): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(value?.trim() ?? '') ?? []
  return year && month && day ? `${year}年${Number(month)}月${Number(day)}日` : ''
}

export const signatureOf = (form: FrontMatter['values']): Signature => ({
  unit: form.单位?.[0] ?? '',
  date: writtenDate(form.成稿日期?.[0]),
})

const dateLine = /^\d{4}年\d{1,2}月\d{1,2}日$/

/** How many paragraphs at the end are the draft's own signature: a date, and the name above it. */
export function ownSignature(tail: readonly string[], unit: string): number {
  const last = tail.at(-1)?.replace(/\s/g, '') ?? ''
  const before = tail.at(-2)?.replace(/\s/g, '') ?? ''
  if (dateLine.test(last)) return before !== '' && before.length <= 25 && !/[。！？；：]/.test(before) ? 2 : 1
  return unit !== '' && last === unit.replace(/\s/g, '') ? 1 : 0
}

/** Width in characters of 三号; Western letters and digits are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (char.codePointAt(0)! < 0x2e80 && !/[‘’“”—…]/.test(char) ? 0.5 : 1),
    0,
  )

/**
 * Where the two lines stand, in characters, without a seal: the name two from the right, the date beginning two to
 * the right of the name's first character; where the date is the longer one, it stands two from the right instead.
 */
export function signaturePlaces({ unit, date }: Signature): { unitRight: number; dateAfterUnit: number } {
  const room = widthOf(unit) - widthOf(date)
  return room >= 2 ? { unitRight: 2, dateAfterUnit: 2 } : { unitRight: 4 - room, dateAfterUnit: 2 }
}
