// What the light bulb offers for a stock phrase: a sentence to fill in, by what such a phrase stands in the place of, and to
// delete it in such a way that what is left is still a sentence. Nothing is put into the writer's mouth: only blanks.

import type { ClassId } from '../../lexicon/types'
import type { Fix, Span } from '../../types'

interface Frame {
  /** `<什么>` is a blank. */
  readonly text: string
  /** `clause`: it takes the place of the whole clause · `words`: of the very words, whose sentence may stay. */
  readonly for: 'clause' | 'words'
}

const measure = '由<责任单位>牵头，<月日>前<做什么>，达到<验收标准>'

/** What an editor would ask for instead, for each class of phrases (`server/lexicons`). */
const frames: Readonly<Record<ClassId, Frame>> = {
  A: { text: '<月日>，<哪个单位><做了什么>，<结果，写清数量>', for: 'clause' },
  B: { text: '<月日>，<谁、职务>主持定了<几>件事：<哪几件>', for: 'clause' },
  C: { text: '<谁><做了什么><多少>，<结果>', for: 'clause' },
  D: { text: '<指标>由<原来的数>变为<现在的数>（截至<月日>）', for: 'clause' },
  E: { text: '<谁><做了什么>，<结果，写清数量>', for: 'clause' },
  F: { text: measure, for: 'clause' },
  G: { text: `下一步，${measure}`, for: 'clause' },
  H: { text: '<单位全称>', for: 'words' },
  I: { text: '<准数>', for: 'words' },
  J: { text: '<月日>', for: 'words' },
  K: { text: '会议定了<几>件事：<谁>在<月日>前<办什么>', for: 'clause' },
  L: { text: '回访<几>户，<几>户满意，<几>户提出<什么意见>', for: 'clause' },
  M: { text: '<谁>为此<改了哪项制度或工作>，<月日>前<办完什么>', for: 'clause' },
  N: { text: '<几>个村中<几>个<什么问题>，已有<多久>，影响<多少人或户>', for: 'clause' },
  O: { text: '<哪道手续、哪个岗位或哪笔经费><缺什么、缺多少>', for: 'clause' },
  P: { text: '<单位><做了什么>　<结果，写清数量>', for: 'clause' },
  Q: { text: '<月日>，<谁><做了什么>，<结果>', for: 'clause' },
}

/** `text` is a paragraph, `span` the phrase in it; edits count in the paragraph. */
export function phraseFixes(text: string, span: Span, classId: ClassId, mayBeEmptied: boolean): Fix[] {
  const frame = frames[classId]
  const clause = clauseAround(text, span)
  const place = frame.for === 'words' ? span : clause
  const words = snippetOf(frame.text)
  // What can be looked up stays: the frame goes behind it.
  const keeps = frame.for === 'clause' && /\d/.test(text.slice(clause.start, clause.end))
  const fill: Fix = {
    title: ['改成具体的一句（谁、何时、做了什么、结果）', 'Replace by a sentence to fill in'],
    edits: [keeps ? { start: clause.end, end: clause.end, text: `，${words}` } : { ...place, text: words }],
    snippet: true,
  }
  const left = keeps || frame.for === 'words' ? undefined : deletion(text, clause, mayBeEmptied)
  if (!left) return [fill]
  return [fill, { title: ['删去这一句', 'Delete it'], edits: [{ ...left, text: '' }] }]
}

function snippetOf(frame: string): string {
  let stop = 0
  return frame.replace(/<([^<>]{1,20})>/g, (_, what: string) => `\${${++stop}:【填：${what}】}`)
}

const divides = /[，；：。！？\n]/
const endsSentence = /[。！？]/
/** The number that an item begins with stays when its words go. */
const itemMark =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、])/

/** From the mark before the phrase to the mark behind it, without both. */
function clauseAround(text: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && !divides.test(text[from - 1]!)) from--
  let to = Math.max(end, from)
  if (to > from && divides.test(text[to - 1]!)) to--
  while (to < text.length && !divides.test(text[to]!)) to++
  const mark = itemMark.exec(text.slice(from, Math.min(to, start)))?.[0] ?? ''
  return { start: from + mark.length, end: to }
}

/** The clause with one of the marks around it; undefined where nothing would be left to stand on. */
function deletion(text: string, { start, end }: Span, mayBeEmptied: boolean): Span | undefined {
  const before = text[start - 1] ?? ''
  const behind = text[end] ?? ''
  const opens = start === 0 || endsSentence.test(before) || before === '\n'
  const closes = behind === '' || endsSentence.test(behind)
  if (opens && closes) {
    // A whole sentence. Of an item that would leave nothing but its number.
    const whole = { start, end: Math.min(end + 1, text.length) }
    return whole.end - whole.start < text.length || mayBeEmptied ? whole : undefined
  }
  // 为进一步…，4月12日… loses the mark behind, …3处，取得显著成效。 the one before.
  if (!closes && /[，；]/.test(behind) && (opens || /[，；]/.test(before))) return { start, end: end + 1 }
  if (closes && /[，；]/.test(before)) return { start: start - 1, end }
  return undefined
}
