// The last gate before anything is written or sent: classification marks. The rule `classified-content` tells the
// writer while drafting; this one stops every channel even when no checker ran. It returns places, never the text:
// a classified line must not be copied into a message, a log or a ledger.
import { formKeys, readFrontMatter } from './frontMatter'

/** Where a mark stands. `line` is zero-based. */
export type ClassifiedMark = { where: 'body'; line: number } | { where: 'front-matter'; line: number }

const level = '(?:绝密|机密|秘密|絕密|機密)'
const term = '(?:\\d{1,3}(?:年|個月|个月|天|日)|长期|長期|启用前|啟用前)'
// 机密★10年, 秘密★, 绝密☆; an asterisk counts only with a term behind it, since ** is Markdown emphasis.
const starred = new RegExp(`${level}(?:级|級)?(?:[★☆✩✪⭐]|[*＊]${term})`)
// A line that holds the level and nothing else: 机密, 【秘密】, 密级：机密 10年.
const alone = new RegExp(
  `^(?:密级|密級|保密等级|密等)?[:：]?[\\[【（(〔]?${level}(?:级|級)?[\\]】）)〕]?(?:${term})?[\\]】）)〕]?$`,
)
const inFileName = new RegExp(`(?:^|[\\[【（(〔_\\-\\s])${level}(?:级|級)?(?:[\\]】）)〕★☆_\\-\\s]|$)`)
const english = /^(?:top\s*secret|secret|confidential)\b/i

// "机 密 ★ 1 年", full-width digits, zero-width joiners and Markdown marks are how the same mark is typed.
const squeeze = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/<[^>]{0,200}>/g, '')
    .replace(/[\p{Zs}\t\r\u200b-\u200f\u2060\ufeff\\]/gu, '')

const withoutQuotedTitles = (line: string): string => line.replace(/《[^》]{0,200}》/g, '')

function isMarkLine(raw: string): boolean {
  const line = squeeze(raw)
  if (!line.includes('密')) return false
  const open = withoutQuotedTitles(line)
  if (starred.test(open) || starred.test(open.replace(/[*_~`]+/g, ''))) return true
  const bare = line.replace(/^[#>]+/, '').replace(/[*_~`]+/g, '')
  if (alone.test(bare)) return true
  const cells = bare.split('|').filter(cell => cell !== '')
  return cells.length === 2 && bare.includes('|') && cells[0] === '密级' && alone.test(cells[1] ?? '')
}

/** First mark in the text, or undefined. */
export function classifiedMark(draft: string): ClassifiedMark | undefined {
  // CR alone too: what an old program wrote as lines must not hide a mark by looking like one long line.
  const text = draft.replace(/\r\n?/g, '\n')
  const front = readFrontMatter(text)
  const lines = text.split('\n')
  const bodyFrom = front ? text.slice(0, front.block.end).split('\n').length - 1 : 0
  if (front) {
    const named = front.values.密级?.some(namesLevel) ?? false
    const line = frontMatterLine(lines.slice(0, bodyFrom), named)
    if (line !== undefined) return { where: 'front-matter', line }
  }
  for (let line = bodyFrom; line < lines.length; line++) {
    if (isMarkLine(lines[line] ?? '')) return { where: 'body', line }
  }
  return undefined
}

// Also read line by line, so that YAML that does not parse cannot hide the level.
function frontMatterLine(lines: readonly string[], named: boolean): number | undefined {
  const key = new RegExp(`^\\s*["']?(?:${formKeys.密级.join('|')})["']?\\s*[:：](.*)$`, 'i')
  const at = lines.findIndex(line => {
    const value = key.exec(line)?.[1]
    return value !== undefined && (named || namesLevel(value.replace(/["'\s]/g, '')))
  })
  if (at >= 0) return at
  const marked = lines.findIndex(line => isMarkLine(line))
  return marked >= 0 ? marked : named ? 0 : undefined
}

const namesLevel = (value: string): boolean => {
  const bare = squeeze(value)
  if (/^(?:非|不|无|無|未)/.test(bare)) return false
  return new RegExp(`^[\\[【（(]?${level}`).test(bare) || english.test(value.trim())
}

export const classifiedFileName = (name: string): boolean => inFileName.test(squeezeName(name))

const squeezeName = (name: string): string => name.normalize('NFKC').replace(/\.[^.]{1,8}$/, '')
