// The form of a head (报送要素): where it stands, and its YAML as a Chinese keyboard and a Chinese writer mean it. The checks,
// the hand-in, leads and templates all read a head through this, so that none of them sees a deadline which another misses.
// Imports nothing: the client bundles it as well.

/** Canonical key → English and other accepted spellings (design contract of the front matter). */
export const frontMatterKeys = {
  标题: ['title'],
  类型: ['type', '类别'],
  单位: ['unit', '报送单位'],
  拟稿人: ['authors', 'author', '作者'],
  审核人: ['reviewer'],
  签发人: ['approver', 'signer'],
  联系电话: ['phone'],
  报送对象: ['recipient', 'recipients', 'to'],
  成稿日期: ['date'],
  事发时间: ['occurred'],
  接报时间: ['received', '获悉时间', '获知时间'],
  等级: ['level', '事件等级'],
  上次报送时间: ['previous', '上次续报时间'],
  处置结束时间: ['closed'],
  报送时限: ['deadline'],
  报送时间: ['submitted'],
  状态: ['status'],
  密级: ['classification', 'secrecy'],
  迟报原因: ['late_reason'],
  附件: ['attachments'],
  回执号: ['receipt'],
} as const satisfies Record<string, readonly string[]>

export type FrontMatterKey = keyof typeof frontMatterKeys

/** Every spelling → its key. */
export const keyBySpelling: ReadonlyMap<string, FrontMatterKey> = new Map(
  (Object.keys(frontMatterKeys) as FrontMatterKey[]).flatMap(key =>
    [key, ...frontMatterKeys[key]].map(spelling => [spelling, key] as const),
  ),
)

/** Keys of a head that are no element of a report. */
const otherOwnKeys: ReadonlySet<string> = new Set(['ligao-disable', '停用规则'])
const isKnown = (name: string) => keyBySpelling.has(name) || otherOwnKeys.has(name)

interface Range {
  readonly start: number
  readonly end: number
}

export interface HeadPlace {
  /** From the opening fence to the end of the closing one with its line end; what stands before it is blank. */
  readonly whole: Range
  /** Between the fences. */
  readonly inner: Range
  /** What is missing of the fences; the head is text then, and the writer has to be told. */
  readonly missing?: 'end' | 'both'
}

/** A head is looked for this far; nobody's is a tenth as long. UTF-16 units. */
const longestHead = 64 * 1024
/** Blank lines may stand before a head; further down it is none. UTF-16 units. */
export const longestOpening = 1000

/** What looks blank: also what only a Chinese input method or a web page leaves behind. */
const blanks = '[ \\t\\r\\u00a0\\u2000-\\u200b\\u3000\\ufeff]*'
const strictFence = new RegExp(`^\\ufeff?---${blanks}$`)
/** Dashes of any kind, which a Chinese keyboard writes for `---`. */
const looseFence = new RegExp(`^${blanks}(?:[-－]{3,9}|[—–―─]{1,9})${blanks}$`)
const endFence = new RegExp(`^(?:---|\\.\\.\\.)${blanks}$`)
/** What a key is made of. */
const word = '[^\\s\\u200b:：﹕︰"\']{1,24}'
const keyLine = new RegExp(
  `^(${blanks})((?:-[ \\t]{1,8})?["']?)(${word}(?:[ \\t\\u00a0\\u3000]{1,8}${word}){0,4})(["']?[ \\t\\u00a0\\u3000]{0,8})([:：﹕︰])`,
)

interface KeyLine {
  readonly indent: string
  /** A list's dash and a quotation mark before the key. */
  readonly mark: string
  readonly written: string
  /** Without the blanks that spread two characters over the width of four (单　　位). */
  readonly name: string
  readonly known: boolean
  /** A quotation mark and blanks behind the key. */
  readonly gap: string
  readonly colon: string
  /** All behind the colon. */
  readonly rest: string
}

function readKey(line: string): KeyLine | undefined {
  const found = keyLine.exec(line)
  if (!found) return undefined
  const [whole, indent, mark, written, gap, colon] = found as unknown as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const squeezed = written.replace(/\s/g, '')
  const known = isKnown(squeezed)
  const name = known ? squeezed : written
  return { indent, mark, written, name, known, gap, colon, rest: line.slice(whole.length) }
}

interface Line extends Range {
  readonly text: string
  /** Where the next line starts. */
  readonly next: number
}

function lineFrom(text: string, start: number): Line {
  const lf = text.indexOf('\n', start)
  const end = lf < 0 ? text.length : lf
  // No line of a head is longer; a paragraph of a hundred pages is not copied to see that.
  return { start, end, text: text.slice(start, Math.min(end, start + 4000)), next: lf < 0 ? end : lf + 1 }
}

const isBlank = (line: string): boolean => /^[\s\u200b\ufeff]*$/.test(line)

/** Whether an edit anywhere in the text may make or unmake a head. `opening`: the first `longestOpening` units. */
export function mayHaveHead(opening: string): boolean {
  const first = firstOf(opening, 0)
  return first !== undefined && (looseFence.test(first.text) || readKey(first.text)?.known === true)
}

/** The first line that is not blank. */
function firstOf(text: string, from: number): Line | undefined {
  for (let at = from; at < text.length && at < longestOpening; ) {
    const line = lineFrom(text, at)
    if (!isBlank(line.text)) return line
    at = line.next
  }
  return undefined
}

/** Where the head is; undefined where there is none, and for a text that begins with a line drawn across the page. */
export function locateHead(text: string): HeadPlace | undefined {
  const first = firstOf(text, 0)
  if (!first) return undefined
  if (!looseFence.test(first.text)) return unfenced(text, first)
  const start = first.start + (text[first.start] === '\ufeff' ? 1 : 0)
  const strict = first.start === 0 && strictFence.test(first.text)
  const limit = Math.min(text.length, first.next + longestHead)
  const signs = { lines: 0, known: 0, early: false, shaped: true }
  for (let at = first.next; at < limit; ) {
    const line = lineFrom(text, at)
    if (endFence.test(line.text) || (looseFence.test(line.text) && signs.known > 0)) {
      const isHead = signs.known > 1 || signs.early || (strict && signs.shaped)
      if (!isHead) return undefined
      return { whole: { start, end: line.next }, inner: { start: first.next, end: line.start } }
    }
    if (!isBlank(line.text)) note(line.text, signs)
    at = line.next
  }
  if (signs.known === 0) return undefined
  const end = Math.min(first.next, text.length)
  return { whole: { start, end }, inner: { start: end, end }, missing: 'end' }
}

/**
 * What tells a head from text between two rules: our keys, or that every line has the form of YAML and none that of a
 * sentence.
 */
function note(line: string, signs: { lines: number; known: number; early: boolean; shaped: boolean }): void {
  const key = readKey(line)
  if (key?.known) {
    signs.known++
    if (signs.lines < 2) signs.early = true
  }
  if (!key) {
    if (signs.lines === 0 ? !/^\s*\{/.test(line) : !/^(?:[ \t]|- |-\s*$|#|[\]}])/.test(line))
      signs.shaped = false
  } else if (!key.known && /[，。；！？、]/.test(key.name + line.trimEnd().slice(-1))) signs.shaped = false
  signs.lines++
}

/** Keys at the very start of a text without any fence: two in a row are meant as a head. */
function unfenced(text: string, first: Line): HeadPlace | undefined {
  if (!readKey(first.text)?.known) return undefined
  const second = firstOf(text, first.next)
  if (!second || !readKey(second.text)?.known) return undefined
  const start = first.start + (text[first.start] === '\ufeff' ? 1 : 0)
  return { whole: { start, end: start }, inner: { start, end: start }, missing: 'both' }
}

/** Where a key of ours stands in the head, whether or not YAML sees it. Offsets count in what was given. */
export function keysWritten(inner: string): { key: string; start: number; end: number }[] {
  const found: { key: string; start: number; end: number }[] = []
  for (let at = 0; at < inner.length; ) {
    const line = lineFrom(inner, at)
    const key = readKey(line.text)
    if (key?.known) {
      const start = line.start + key.indent.length + key.mark.length
      found.push({ key: key.name, start, end: start + key.written.length })
    }
    at = line.next
  }
  return found
}

export interface ReadableHead {
  /** YAML. */
  readonly source: string
  /** Where an offset of `source` is in what was written. */
  readonly toOriginal: (offset: number) => number
}

/**
 * A head as YAML needs it: full-width colons and blanks are read as the half-width ones that they mean, a colon without a
 * blank behind it ends a key, an indentation that all lines share is none, and a value that YAML would take for
 * something else (a quotation mark at its start, a colon or ` #` inside) is the text that stands there.
 */
export function readableHead(inner: string): ReadableHead {
  const lines: Line[] = []
  for (let at = 0; at < inner.length; ) {
    const line = lineFrom(inner, at)
    lines.push({ ...line, text: inner.slice(line.start, line.end) })
    at = line.next
  }
  const shared = /^[ \t\u00a0\u2000-\u200b\u3000]*/.exec(
    lines.find(({ text }) => !isBlank(text))?.text ?? '',
  )![0]
  const pieces = new Pieces()
  lines.forEach((line, i) => {
    const indent = shared !== '' && line.text.startsWith(shared) ? shared.length : 0
    pieces.skip(indent)
    readable(line.text.slice(indent), lines[i + 1]?.text.slice(indent) ?? '', pieces)
    pieces.keep(inner.slice(line.end, line.next))
  })
  return pieces
}

/** One line; `next` is the one below. */
function readable(line: string, next: string, pieces: Pieces): void {
  const key = readKey(line)
  if (!key || !(key.known || isChinese(key))) {
    const wide = /^[ \t\u00a0\u2000-\u200b\u3000]*/.exec(line)![0]
    pieces.replace(wide, wide.replace(/[^ \t]/g, ' '))
    pieces.keep(line.slice(wide.length))
    return
  }
  const { indent, mark, written, name, known, gap, colon, rest } = key
  if (/[^ \t\r]/.test(indent)) pieces.skip(indent.length)
  else pieces.keep(indent)
  pieces.keep(mark)
  pieces.replace(written, name)
  pieces.replace(gap, gap.replace(/[^"']/g, ''))
  pieces.replace(colon, ':')
  const lead = /^[ \t\u00a0\u2000-\u200b\u3000]*/.exec(rest)![0]
  const value = rest.slice(lead.length)
  if (value.trim() !== '') pieces.replace(lead, ' ')
  else pieces.skip(lead.length)
  const end = trimmedEnd(value)
  const isLong = /^(?:[ \t]|- )\s*\S/.test(next)
  if (known && !isLong && needsQuotes(name, value.slice(0, end))) quote(value.slice(0, end), pieces)
  else pieces.keep(value.slice(0, end))
  pieces.keep(value.slice(end))
}

function quote(value: string, pieces: Pieces): void {
  pieces.insert("'")
  for (const part of value.split(/(')/)) {
    pieces.keep(part)
    if (part === "'") pieces.insert("'")
  }
  pieces.insert("'")
}

/** Other people's keys at the margin, as far as the colon of a Chinese keyboard shows that they are meant as such. */
function isChinese({ indent, mark, written, colon }: KeyLine): boolean {
  if (indent !== '' || mark !== '' || written.startsWith('#')) return false
  // 接报时间 2026-11-16 05：05 has lost its own colon: that has to be told.
  if (isKnown(written.split(/\s/)[0]!)) return false
  return colon === ':'
    ? /^\p{Script=Han}{1,10}$/u.test(written)
    : written.length <= 16 && !written.startsWith('-')
}

function trimmedEnd(value: string): number {
  let end = value.length
  while (end > 0 && /[\s\u200b]/.test(value[end - 1]!)) end--
  return end
}

/** Free text, in which ` #` is more likely a number sign than a comment. */
const freeText: ReadonlySet<string> = new Set(['标题', '迟报原因', '单位', '报送对象'])

/** Whether YAML would read a value of one line as anything but its text, or a list or quoted text that is well formed. */
function needsQuotes(name: string, value: string): boolean {
  if (value === '' || isQuoted(value)) return false
  const comment = /\s#/.exec(value)
  const isFree = freeText.has(keyBySpelling.get(name) ?? '')
  if (isFree && /^#\S|\s#\S/.test(value)) return true
  if (value[0] === '#') return false
  const text = comment ? value.slice(0, comment.index).trimEnd() : value
  switch (text[0]) {
    case '"':
    case "'":
      return true
    case '[':
      return !text.endsWith(']')
    case '{':
      return !text.endsWith('}')
    case '|':
    case '>':
      return !/^[|>][-+\d]{0,3}$/.test(text)
    case '&':
    case '*':
    case '!':
    case '%':
    case '@':
    case '`':
      return true
    case '-':
    case '?':
      return /^.(?:\s|$)/.test(text) || /:(?:\s|$)/.test(text)
    default:
      return /:(?:\s|$)/.test(text)
  }
}

const isQuoted = (text: string): boolean => /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/.test(text)

/** Text that is put together from parts of another, with the way back. */
class Pieces implements ReadableHead {
  #parts: string[] = []
  /** Offset in the source, and in what was written, where a piece begins whose offsets run alike. */
  #marks: { at: number; from: number }[] = [{ at: 0, from: 0 }]
  #length = 0
  #read = 0

  get source(): string {
    if (this.#parts.length > 1) this.#parts = [this.#parts.join('')]
    return this.#parts[0] ?? ''
  }

  readonly toOriginal = (offset: number): number => {
    let low = 0
    let high = this.#marks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#marks[middle]!.at <= offset) low = middle
      else high = middle - 1
    }
    const { at, from } = this.#marks[low]!
    const limit = this.#marks[low + 1]?.from ?? this.#read
    return Math.min(from + offset - at, limit)
  }

  keep(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
    this.#read += text.length
  }

  skip(length: number): void {
    if (length === 0) return
    this.#read += length
    this.#mark()
  }

  insert(text: string): void {
    this.#parts.push(text)
    // What is added stands where the next character does.
    this.#mark()
    this.#length += text.length
    this.#mark()
  }

  replace(text: string, by: string): void {
    if (text.length === by.length) {
      this.keep(by)
      return
    }
    this.#mark()
    this.#parts.push(by)
    this.#length += by.length
    this.#read += text.length
    this.#mark()
  }

  #mark(): void {
    const last = this.#marks[this.#marks.length - 1]!
    if (last.at === this.#length) this.#marks[this.#marks.length - 1] = { at: this.#length, from: this.#read }
    else this.#marks.push({ at: this.#length, from: this.#read })
  }
}
