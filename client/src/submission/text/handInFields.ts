// The three lines that the hand-in itself writes into the front matter (状态, 报送时间, 回执号): how to take them
// out, so that a version is known again after delivery, and how to put them in as edits that can be undone.
import { parse } from 'yaml'
import { type FormKey, formKeys, oneLine, readFrontMatter, writtenByHandIn } from './frontMatter'

/** A replacement in the draft, in UTF-16 offsets of the text it was computed from. Never overlapping, in order. */
export interface TextEdit {
  start: number
  end: number
  newText: string
}

export type HandInFields = Partial<Record<'状态' | '报送时间' | '回执号', string>>

interface Owned {
  start: number
  end: number
  /** The key as the draft spells it. */
  name: string
}

// A key at the margin owns the lines below it that are indented, or are list items at the margin. A draft may hold
// a key twice, in Chinese and in English, with others in between.
function ownedBlocks(yaml: string, key: FormKey): Owned[] {
  const names = formKeys[key].map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const head = new RegExp(`^[ \\t\\u3000]*(["']?)(${names})\\1[ \\t\\u3000]*[:：]`)
  const blocks: Owned[] = []
  let start = 0
  let open: Owned | undefined
  for (const line of yaml.split(/(?<=\n)/)) {
    const end = start + line.length
    const name = head.exec(line)?.[2]
    if (name !== undefined) {
      open = { start, end, name }
      blocks.push(open)
    } else if (open && /^(?:[ \t]+\S|- |-\r?\n)/.test(line)) open.end = end
    else open = undefined
    start = end
  }
  return blocks
}

const isFlow = (yaml: string): boolean => /^\s*\{/.test(yaml)

/**
 * The text that an id is made from: without what the hand-in writes, and without what only differs between
 * machines (byte order mark, line ends, blank lines at the edges).
 */
export function withoutHandInFields(text: string): string {
  const front = readFrontMatter(text)
  const body = (front ? text.slice(front.block.end) : text).replace(/^\ufeff/, '')
  const fields = front ? strip(text.slice(front.yaml.start, front.yaml.end)) : ''
  const tidy = (part: string) =>
    part
      .replace(/\r\n?/g, '\n')
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd()
  return fields === '' ? tidy(body) : `---\n${fields}\n---\n${tidy(body)}`
}

function strip(yaml: string): string {
  const gone = writtenByHandIn.flatMap(key => ownedBlocks(yaml, key)).sort((a, b) => b.start - a.start)
  const kept = gone.reduce((text, block) => text.slice(0, block.start) + text.slice(block.end), yaml)
  return kept
    .split(/\r?\n/)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
    .join('\n')
}

/** Edits that write the fields; undefined where the front matter has a shape that cannot be edited line by line. */
export function handInEdits(text: string, fields: HandInFields): TextEdit[] | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const wanted = (['状态', '报送时间', '回执号'] as const).filter(key => fields[key] !== undefined)
  const lineOf = (key: (typeof wanted)[number], name: string) => `${name}: ${scalar(fields[key] ?? '')}${eol}`
  const front = readFrontMatter(text)
  if (!front) {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
    const lines = wanted.map(key => lineOf(key, key)).join('')
    return [{ start, end: start, newText: `---${eol}${lines}---${eol}${eol}` }]
  }
  const yaml = text.slice(front.yaml.start, front.yaml.end)
  if (front.broken || isFlow(yaml)) return undefined
  const edits: TextEdit[] = []
  const added: string[] = []
  for (const key of wanted) {
    const blocks = ownedBlocks(yaml, key)
    if (blocks.length === 0) added.push(lineOf(key, key))
    for (const { start, end, name } of blocks)
      edits.push({
        start: front.yaml.start + start,
        end: front.yaml.start + end,
        newText: lineOf(key, name),
      })
  }
  if (added.length > 0) edits.push({ start: front.yaml.end, end: front.yaml.end, newText: added.join('') })
  edits.sort((a, b) => a.start - b.start)
  return readsBack(applyEdits(text, edits), fields) ? edits : undefined
}

/** A head that is a list, or one word, takes no line without breaking. */
function readsBack(text: string, fields: HandInFields): boolean {
  const values = readFrontMatter(text)?.values
  return (Object.keys(fields) as (keyof HandInFields)[]).every(
    key => (values?.[key]?.[0] ?? '') === oneLine(fields[key] ?? ''),
  )
}

// Plain where YAML reads it back as the same text, quoted where a colon, a hash or a leading sign would change it, or a number its zeros.
const scalar = (value: string): string =>
  looksPlain(value) && parse(value, { schema: 'core', logLevel: 'silent' }) === value
    ? value
    : JSON.stringify(value)

const looksPlain = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value) ||
  (/^[\p{L}\p{N}][\p{L}\p{N}\-_:+.（）〔〕]*$/u.test(value) && !/:$/.test(value))

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text)
}
