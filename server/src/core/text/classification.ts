// 密级标志: where a text carries a mark that it is a state secret. One reader for the checks, for what the terminal and the due
// list say, and for the last gate of the hand-in (the one file of the core that the client imports: it is pure and imports nothing).
//
// A mark is a level with ★ and a term (GB/T 9704-2012, 7.2.2: “密级和保密期限之间用★分隔”), or a line that is nothing but the level.
// Prose about secrets (保守国家秘密, 绝密、机密、秘密三级, 商业秘密) is none.

const level = '(?:绝密|机密|秘密|絕密|機密)级?'
const term = '(?:\\d{1,3}(?:年|个月|個月|月|天|日)|长期|長期|启用前|啟用前)'
/** Stars stand between level and term, and nowhere else in prose; so a star marks without a term too. */
const star = '[★☆✩✪✫✬✭✮✯✰✦✧⭐🌟⚝٭⋆]'
/** What else is typed where the star is not found on the keyboard: a sign of any kind, if a term follows. */
const sign = '[\\p{S}·•‧∙⋅・*#/|_—–\\-~]'

const marked = new RegExp(`${level}(?:${star}|${sign}{1,3}${term})`, 'u')
const open = '[\\[【（(〔〈《<「『“"\']{0,2}'
const close = '[\\]】）)〕〉》>」』”"\'*。]{0,2}'
/** 机密, 【秘密】, 密级：机密（10年）, 机密 1年, 机密件 */
const alone = new RegExp(
  `^(?:(?:文件|保密|涉密)?(?:密级|等级|级别)|密等|定密)?[:：=]?${open}${level}件?${close}[:：,，、/]?(?:保密期限?)?[:：]?${open}${sign}{0,3}(?:${term})?${close}$`,
  'u',
)
const label = /^(?:文件密级|密级|保密等级|保密级别|涉密等级|密等)$/

const named: Readonly<Record<string, string>> = {
  star: '☆',
  starf: '★',
  bigstar: '★',
  middot: '·',
  bull: '•',
  sstarf: '⋆',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwj: '',
  zwnj: '',
  shy: '',
}

/** Character references as the letters that a reader sees. */
const unescaped = (line: string): string =>
  line.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })

/** "机 密 ★ 1 年", full-width digits, joiners, tags, links and other markup are how the same mark is typed. */
const squeezed = (line: string): string =>
  unescaped(line)
    .normalize('NFKC')
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/\]\([^()]{0,200}\)/g, ']')
    .replace(/[\p{Zs}\p{Cf}\p{Mn}\t\r\\]/gu, '')
    .replace(/級/g, '级')

const undressed = (line: string): string => line.replace(/[*_~`[\]]+/g, '')

const markWithTerm = new RegExp(`^${level}(?:${star}|${sign}){1,3}${term}$`, 'u')

/** A title may quote a mark within other words (《绝密★启用前试卷》) or be a level (《机密》); a whole mark with its term is one. */
const withoutTitles = (line: string): string =>
  line.replace(/《([^《》]{0,200})》/g, (_, title: string) => (markWithTerm.test(title) ? title : ''))

/** Whether one line, or one paragraph, carries a mark. Takes time in proportion to its length. */
export function isMarkLine(raw: string): boolean {
  if (!/[密&]/.test(raw)) return false
  const line = squeezed(raw)
  if (!/密/.test(line)) return false
  const prose = withoutTitles(line)
  if (marked.test(prose) || marked.test(undressed(prose))) return true
  const bare = line.replace(/^[#>]+/, '')
  if (bare.length > 60) return false
  if (alone.test(bare) || alone.test(undressed(bare))) return true
  // | 密级 | 机密 |, but not the head of a table that counts all three.
  const cells = bare.split('|').filter(cell => cell !== '')
  const levels = cells.flatMap((cell, i) => (alone.test(cell) ? [i] : []))
  return levels.length === 1 && (cells.length === 1 || label.test(cells[levels[0]! - 1] ?? ''))
}

/** Zero-based number of the first marked line at or after `from`; -1 for none. A mark may be broken over two short lines. */
export function markedLine(lines: readonly string[], from = 0): number {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (isMarkLine(line)) return i
    const next = lines[i + 1]
    if (next !== undefined && isBroken(line.trim(), next.trim())) return i
  }
  return -1
}

const isBroken = (line: string, next: string): boolean =>
  line !== '' &&
  next !== '' &&
  line.length + next.length <= 24 &&
  !isMarkLine(next) &&
  isMarkLine(line + next)

const english = /^(?:top\s*secret|secret|confidential)\b/i
const levelFirst = /^[[【（(《<]?(?:绝密|机密|秘密|絕密|機密)/

/** Whether a value of 密级 names a level; 非密, 不涉密, 无 and 内部 name none. */
export function namesLevel(value: string): boolean {
  const bare = squeezed(value).replace(/^["']+/, '')
  return levelFirst.test(undressed(bare)) || english.test(value.trim())
}

/** Whether a key of the head asks for the level. */
export const isLevelKey = (key: string): boolean =>
  label.test(squeezed(key)) || /^(?:classification|secrecy)$/i.test(key.trim())

const inName = new RegExp(
  `(?:^|[\\[【（(〔_\\-\\s.、，+])${level}(?:[\\]】）)〕${star.slice(1, -1)}_\\-\\s.、，+\\d]|件|$|(?:文件|资料|材料|电报|信息|报告|文稿|稿件?|附件|事项)(?:[\\]】）)〕_\\-\\s.\\d]|$))`,
  'u',
)

/** Whether a file's name marks it: 绝密级文件.docx, 附件（秘密）.xls. 商业秘密保护.docx and 保守国家秘密.pdf do not. */
export const isMarkedName = (name: string): boolean => {
  const bare = name.normalize('NFKC').replace(/\.[^.]{1,8}$/, '')
  return inName.test(bare) || marked.test(bare.replace(/\s/g, ''))
}
