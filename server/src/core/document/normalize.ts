// Brings half- and full-width twins to one form, one code unit for one, so that rules need one spelling and offsets stay.

import { characterKind } from './characters'

const fullWidth =
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ％．＋'
/** Only a text that holds one of these can be changed by `normalize`. */
export const hasTwin = characterKind(`${fullWidth},;:?!()`)
const halfToFull: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
}

/** CJK ideographs, CJK punctuation and full-width forms: the neighbours that make a half-width mark a Chinese one. */
export function isChinese(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x303f) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xff00 && code <= 0xff65) ||
    (code >= 0x2018 && code <= 0x201d) ||
    (code >= 0xd840 && code <= 0xd8bf)
  )
}

/**
 * Full-width digits, letters, `％` and `．` become half-width; `, ; : ? !` and brackets that touch Chinese become
 * full-width. The result has the same length as the input.
 */
export function normalize(text: string): string {
  const out: string[] = []
  const openBrackets: boolean[] = []
  let from = 0
  const put = (at: number, char: string) => {
    if (at > from) out.push(text.slice(from, at))
    out.push(char)
    from = at + 1
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xff10 && code <= 0xff5a) {
      if (code <= 0xff19 || (code >= 0xff21 && code <= 0xff3a) || code >= 0xff41)
        put(i, String.fromCharCode(code - 0xfee0))
    } else if (code === 0xff05 || code === 0xff0e || code === 0xff0b) {
      put(i, String.fromCharCode(code - 0xfee0))
    } else if (code === 0x28) {
      const chinese = touchesChinese(text, i)
      openBrackets.push(chinese)
      if (chinese) put(i, '（')
    } else if (code === 0x29) {
      if (openBrackets.pop() ?? touchesChinese(text, i)) put(i, '）')
    } else if (code === 0x2c || code === 0x3a || code === 0x3b || code === 0x3f || code === 0x21) {
      if (touchesChinese(text, i)) put(i, halfToFull[text[i]!]!)
    }
  }
  if (from === 0) return text
  if (from < text.length) out.push(text.slice(from))
  return out.join('')
}

function touchesChinese(text: string, i: number): boolean {
  return (i > 0 && isChinese(text.charCodeAt(i - 1))) || isChinese(text.charCodeAt(i + 1))
}
