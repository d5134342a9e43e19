// Reads ligao.lexicon.yaml, the unit's own word list: phrases to point out and wordings that are allowed. Total: whatever
// stands in the file, what can be read counts, and every fault is told at its place.

import { type ConfigFile, parseConfigFile, placeOfKey } from '../../config/layers'
import type { OwnLexicon, Settings } from '../../config/settings'
import { phraseClasses } from '../../lexicon'
import type { ClassId, CompiledEntry, OwnEntry, Risk } from '../../lexicon/types'
import type { Bilingual, Span } from '../../types'
import { compileOwnEntries, type OwnEntryProblem } from './ownEntries'

/** Looked for where ligao.config.yaml is: beside the draft and in every folder above it. */
export const lexiconFileName = 'ligao.lexicon.yaml'

export interface LexiconProblem {
  readonly span: Span
  readonly text: Bilingual
}

export interface LexiconFile {
  readonly entries: readonly CompiledEntry[]
  /** Wordings that are never called stock phrases. */
  readonly allowed: readonly string[]
  readonly problems: readonly LexiconProblem[]
}

/** More than anybody reads through; each entry costs time in every sentence. */
const mostEntries = 1000

type Key = 'allowed' | 'phrases'
type EntryKey = Exclude<keyof OwnEntry, 'classId'> | 'class'

/** Chinese names for every key: whoever keeps the list need not know English. */
export const lexiconKeys: Readonly<Record<string, Key>> = {
  allowed: 'allowed',
  允许用语: 'allowed',
  phrases: 'phrases',
  自定义套话: 'phrases',
}
export const lexiconEntryKeys: Readonly<Record<string, EntryKey>> = {
  phrase: 'phrase',
  用语: 'phrase',
  pattern: 'pattern',
  正则: 'pattern',
  label: 'label',
  名称: 'label',
  class: 'class',
  类别: 'class',
  risk: 'risk',
  误报风险: 'risk',
  suggestion: 'suggestion',
  改法: 'suggestion',
  bad: 'bad',
  反例: 'bad',
  good: 'good',
  正例: 'good',
  id: 'id',
  编号: 'id',
}
export const lexiconRisks: Readonly<Record<string, Risk>> = {
  low: 'low',
  低: 'low',
  medium: 'medium',
  中: 'medium',
  high: 'high',
  高: 'high',
}

interface Reading {
  readonly file: ConfigFile
  readonly tell: (path: string, text: Bilingual) => void
}

export function readLexiconFile(text: string): LexiconFile {
  const file = parseConfigFile(text)
  const problems: LexiconProblem[] = file.problems.map(problem => ({
    span: problem.span,
    text: problem.text,
  }))
  const reading: Reading = {
    file,
    tell: (path, said) =>
      void problems.push({ span: path ? placeOfKey(file, path) : firstLine(text), text: said }),
  }
  const { input } = file
  if (input === null || input === undefined) return { entries: [], allowed: [], problems }
  if (!isRecord(input)) {
    reading.tell('', [
      '词库要写成“allowed:”（允许用语）和“phrases:”（自定义套话）两张表',
      'The lexicon holds two lists, allowed: and phrases:',
    ])
    return { entries: [], allowed: [], problems }
  }
  const allowed: string[] = []
  let phrases: readonly ReadPhrase[] = []
  const seen = new Set<Key>()
  for (const [name, value] of Object.entries(input)) {
    const key = Object.hasOwn(lexiconKeys, name) ? lexiconKeys[name]! : undefined
    if (!key)
      reading.tell(name, [
        `词库里没有“${name}”这一项，只有 allowed（允许用语）和 phrases（自定义套话）`,
        `Unknown key ${name}: the lexicon holds allowed and phrases`,
      ])
    else if (seen.has(key))
      reading.tell(name, [
        `“${name}”与前面的一项重复，没有读取`,
        `${name} repeats an earlier key and is not read`,
      ])
    else if (value !== null && !Array.isArray(value))
      reading.tell(name, [`“${name}”下面要一行一条，每行以“- ”开头`, `${name} must be a list`])
    else if (key === 'allowed') allowed.push(...readAllowed(reading, name, value ?? []))
    else phrases = readPhrases(reading, name, value ?? [])
    if (key) seen.add(key)
  }
  for (const { path, words } of phrases)
    if (allowed.includes(words))
      reading.tell(path, [
        `“${words}”同时列在允许用语里，不会提示；两处只留一处`,
        `${words} is allowed as well and so never reported; keep one of the two`,
      ])
  const entries = compilePhraseList(reading, phrases)
  return { entries, allowed, problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

function readAllowed({ tell }: Reading, name: string, list: readonly unknown[]): string[] {
  const found: string[] = []
  list.slice(0, mostEntries).forEach((item, i) => {
    const path = `${name}.${i}`
    const wording = typeof item === 'string' ? item.trim() : ''
    if (typeof item !== 'string')
      tell(path, ['允许用语要写成一句文字，如“- 青石夜话”', 'An allowed wording is plain text'])
    else if ([...wording].length < 2)
      tell(path, [
        '允许用语至少两个字，太短会把别的套话也放过',
        'An allowed wording has two characters or more',
      ])
    else if (/[\n\r。；]/.test(wording))
      tell(path, ['允许用语不能跨句，只写那几个字', 'An allowed wording stands within one sentence'])
    else if (found.includes(wording)) tell(path, [`“${wording}”重复了`, `${wording} is listed twice`])
    else found.push(wording)
  })
  if (list.length > mostEntries) tell(`${name}.${mostEntries}`, tooMany)
  return found
}

const tooMany: Bilingual = [
  `词条太多，只读前 ${mostEntries} 条`,
  `Too many entries, only the first ${mostEntries} are read`,
]

interface ReadPhrase {
  readonly entry: OwnEntry
  /** Where the entry stands, and under which names its keys were written. */
  readonly path: string
  readonly written: Readonly<Record<string, string>>
  readonly words: string
}

function readPhrases(reading: Reading, name: string, list: readonly unknown[]): ReadPhrase[] {
  const found: ReadPhrase[] = []
  const before = new Set<string>()
  list.slice(0, mostEntries).forEach((item, i) => {
    const path = `${name}.${i}`
    const read = readEntry(reading, path, item)
    if (!read) return
    const words = read.entry.phrase?.trim() || read.entry.pattern || ''
    if (read.entry.phrase && [...words].length === 1)
      reading.tell(path, ['用语至少两个字，一个字到处都会误报', 'A phrase has two characters or more'])
    else if (words !== '' && before.has(words))
      reading.tell(path, [`“${words}”重复了，只用前一条`, `${words} is listed twice, the first one counts`])
    else found.push({ ...read, path, words })
    before.add(words)
  })
  if (list.length > mostEntries) reading.tell(`${name}.${mostEntries}`, tooMany)
  return found
}

function compilePhraseList({ tell }: Reading, phrases: readonly ReadPhrase[]): readonly CompiledEntry[] {
  const { entries, problems } = compileOwnEntries(phrases.map(each => each.entry))
  for (const problem of problems) {
    const { path, written, entry } = phrases[problem.index]!
    const at = (key: string) => (written[key] ? `${path}.${written[key]}` : path)
    tell(placeOf(problem, at), describeProblem(problem, entry))
  }
  return entries
}

function readEntry(
  { tell }: Reading,
  path: string,
  item: unknown,
): Pick<ReadPhrase, 'entry' | 'written'> | undefined {
  if (typeof item === 'string') return { entry: { phrase: item }, written: {} }
  if (!isRecord(item)) {
    tell(path, [
      '一条自定义套话写成“- 用语”，或“- phrase: 用语”加改法、例句',
      'A phrase is plain text, or phrase: with a suggestion and examples',
    ])
    return undefined
  }
  const entry: Record<string, unknown> = {}
  const written: Record<string, string> = {}
  for (const [name, value] of Object.entries(item)) {
    const key = Object.hasOwn(lexiconEntryKeys, name) ? lexiconEntryKeys[name]! : undefined
    const at = `${path}.${name}`
    if (!key) {
      tell(at, [
        `词条里没有“${name}”这一项；可用的有 phrase、pattern、label、class、risk、suggestion、bad、good`,
        `Unknown key ${name}; known are phrase, pattern, label, class, risk, suggestion, bad and good`,
      ])
      continue
    }
    if (value === null || value === undefined) continue
    const read = readValue(key, value)
    if ('problem' in read) {
      tell(at, read.problem)
      continue
    }
    entry[key === 'class' ? 'classId' : key] = read.value
    written[key] = name
  }
  return { entry: entry as OwnEntry, written }
}

function readValue(key: EntryKey, value: unknown): { value: unknown } | { problem: Bilingual } {
  if (key === 'bad' || key === 'good') {
    const lines = typeof value === 'string' ? [value] : value
    return Array.isArray(lines) && lines.every(line => typeof line === 'string')
      ? { value: lines }
      : { problem: ['例句要写成文字，一行一句', 'Examples are lines of text'] }
  }
  if (typeof value !== 'string')
    return { problem: ['这里要写成一句文字，必要时加引号', 'Plain text is expected here'] }
  if (key === 'class') {
    const found = phraseClasses.find(each => each.id === value.toUpperCase() || each.title[0] === value)
    return found
      ? { value: found.id satisfies ClassId }
      : {
          problem: [
            `没有“${value}”这一类；写 A 到 Q 中的一个字母，或类名，如“${phraseClasses[5]!.title[0]}”`,
            `Unknown class ${value}: a letter from A to Q`,
          ],
        }
  }
  if (key === 'risk')
    return Object.hasOwn(lexiconRisks, value)
      ? { value: lexiconRisks[value]! }
      : { problem: ['误报风险写 low（低）、medium（中）或 high（高）', 'The risk is low, medium or high'] }
  return { value }
}

function placeOf(problem: OwnEntryProblem, at: (key: string) => string): string {
  switch (problem.kind) {
    case 'no-phrase':
      return at('')
    case 'bad-example':
    case 'good-example': {
      const list = at(problem.kind === 'bad-example' ? 'bad' : 'good')
      return `${list}.${problem.example}`
    }
    case 'cannot-match':
      return at('phrase')
    default:
      return at('pattern')
  }
}

function describeProblem(problem: OwnEntryProblem, { phrase, pattern }: OwnEntry): Bilingual {
  switch (problem.kind) {
    case 'no-phrase':
      return phrase?.trim() && pattern
        ? ['phrase（用语）和 pattern（正则）只能写一个', 'Give phrase or pattern, not both']
        : ['这一条没有写用语（phrase）', 'This entry has no phrase']
    case 'cannot-match':
      return [
        '这条用语在正文里不会原样出现：标点请用全角“，”“；”，数字请用半角，不要跨句',
        'This phrase cannot occur: use full-width marks and half-width digits within one sentence',
      ]
    case 'bad-example':
      return [
        '反例里没有找到这条用语（或不在 [[ ]] 标出的位置）：用语和例句有一处写错了',
        'The phrase is not found in this example (or not at its [[ ]])',
      ]
    case 'good-example':
      return ['正例里也出现了这条用语，会误报', 'The phrase is found in an example that should be fine']
    case 'unbounded':
      return [
        '正则里不能用 * 和 +，写明最多几个字，如 [^，。]{1,12}；这一条没有启用',
        'Use bounded repetition such as {1,12} in place of * and +; the entry is not used',
      ]
    case 'too-expensive':
      return [
        '正则太复杂，会拖慢编辑；这一条没有启用',
        'This pattern would be too slow; the entry is not used',
      ]
    case 'matches-nothing':
      return [
        '正则可能什么字都不匹配；这一条没有启用',
        'This pattern can match nothing; the entry is not used',
      ]
    case 'syntax':
      return [
        `正则写法有误（第${problem.at + 1}个字符附近）；这一条没有启用`,
        `Invalid pattern near character ${problem.at + 1}; the entry is not used`,
      ]
  }
}

/** The unit's lexicon: its files from the outermost folder inwards. A wording that any of them allows is allowed. */
export interface UnitLexicon {
  readonly own: OwnLexicon | undefined
  readonly allowed: readonly string[]
}

export function joinLexicons(files: readonly LexiconFile[]): UnitLexicon {
  const entries = new Map<string, CompiledEntry>()
  for (const file of files) for (const entry of file.entries) entries.set(entry.pattern, entry)
  return {
    own: entries.size ? { entries: [...entries.values()] } : undefined,
    allowed: [...new Set(files.flatMap(file => file.allowed))],
  }
}

/** The settings with the unit's lexicon; the very same where there is none. */
export function withLexicon(settings: Settings, { own, allowed }: UnitLexicon): Settings {
  if (!own && allowed.length === 0) return settings
  return { ...settings, terms: [...new Set([...settings.terms, ...allowed])], lexicon: own }
}

function firstLine(text: string): Span {
  const end = text.search(/\r?\n/)
  return { start: 0, end: end < 0 ? text.length : end }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
