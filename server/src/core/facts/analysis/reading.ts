// The facts that the analysis rules share: what one block says about problems, causes and measures. The cues are read at
// once and cost next to nothing; everything behind them is read when it is first asked for, and kept with the block.

import type { Block } from '../../document/block'
import type { DocumentView, Fact } from '../../engine/rule'
import type { Span } from '../../types'
import {
  type Announced,
  announcedBy,
  causeWord,
  countedList,
  listWords,
  mayOpenMeasures,
  openedBy,
  type SectionRole,
} from './roles'
import { type RunIn, runInsOf } from './runIns'
import { cue, cuesIn, lead, leadsIn, mayAnnounce } from './scan'
import { readStatements, type Statement } from './statements'
import { readTraits, type Traits } from './traits'

const nothing: readonly never[] = []

const telling = cue.problem | cue.cause | cue.action | cue.praise | cue.outcome

const speaksForItself = ({ context, text }: Block): boolean =>
  context.type === 'paragraph' && !context.quoted && text !== ''

/** Classes of cues, as bits of `cue`. Quoted matter is somebody else's, and tables are read where they are used. */
const cuesFact: Fact<number> = {
  id: 'analysis-cues',
  read: block => (speaksForItself(block) ? cuesIn(block.text) : 0),
}

const statementsFact: Fact<readonly Statement[]> = {
  id: 'analysis-statements',
  read: ({ text, sentences }) => readStatements(text, sentences),
}

/** How many sentences of a block state a problem outright, and how many a measure. */
interface Lean {
  readonly problems: number
  readonly measures: number
}

export const cuesAt = (view: DocumentView, block: number): number => view.fact(cuesFact, block)

export const statementsAt = (view: DocumentView, block: number): readonly Statement[] =>
  cuesAt(view, block) & telling ? view.fact(statementsFact, block) : nothing

export function leanAt(view: DocumentView, block: number): Lean {
  let problems = 0
  let measures = 0
  for (const { role, strength } of statementsAt(view, block)) {
    if (role === 'problem' && strength === 1) problems++
    if (role === 'measure' && strength === 1) measures++
  }
  return { problems, measures }
}

/** A stretch of a block that its own sentence opens as problems, causes or measures. */
export interface Passage extends Span {
  readonly role: SectionRole
  /** Where the sentence that opens it ends. */
  readonly opening: number
  /** 存在以下问题： at its end announces the numbered paragraphs that follow. */
  readonly announcesMore: boolean
}

/** A heading, or a short line of its own that announces a part (存在问题). */
export interface Head {
  /** `#` levels come before numbers; short lines stand between. */
  readonly rank: number
  readonly title: string
  readonly end: number
  readonly standalone: boolean
  readonly announced: Announced
}

export const shortLineRank = 9

/** What the walk over the blocks asks of each. Quoted matter is somebody else's, and tables are read where they are used. */
export interface Openings {
  readonly head: Head | null
  readonly passages: readonly Passage[]
  readonly isTable: boolean
}

const closed: Openings = { head: null, passages: nothing, isTable: false }
const table: Openings = { ...closed, isTable: true }

const openingsFact: Fact<Openings> = {
  id: 'analysis-openings',
  holds: ({ head, passages, isTable }) => head !== null || passages.length > 0 || isTable,
  read(block) {
    const { type, quoted } = block.context
    if (quoted) return closed
    if (type === 'table') return table
    if (block.text === '' || (type !== 'heading' && type !== 'paragraph')) return closed
    const head = readHead(block)
    const leads = type === 'paragraph' ? leadsIn(block.text) : 0
    const passages = (leads & lead.lead) !== 0 ? passagesIn(block, leads) : nothing
    return head || passages.length > 0 ? { head, passages, isTable: false } : closed
  },
}

/** Items and traits of stretches of a block, by start and end. */
interface Details {
  readonly runIns: Map<number, readonly RunIn[]>
  readonly traits: Map<number, Traits>
}

const detailsFact: Fact<Details> = {
  id: 'analysis-details',
  read: () => ({ runIns: new Map(), traits: new Map() }),
}

/** Blocks at which a part may begin or end: headings, tables, and paragraphs that open a passage. */
export const turningPoints = (view: DocumentView) => view.found(openingsFact)

/** No block is longer than a document may be: start and end fit into one number. */
const keyOf = (start: number, end: number) => start * 2 ** 21 + end

export function runInsAt(view: DocumentView, block: number, start: number, end: number): readonly RunIn[] {
  const { runIns } = view.fact(detailsFact, block)
  const key = keyOf(start, end)
  const known = runIns.get(key)
  if (known) return known
  const found = runInsOf(view.block(block).text, start, end)
  runIns.set(key, found)
  return found
}

export function traitsAt(view: DocumentView, block: number, start: number, end: number): Traits {
  const { traits } = view.fact(detailsFact, block)
  const key = keyOf(start, end)
  const known = traits.get(key)
  if (known) return known
  const found = readTraits(view.block(block).text.slice(start, end))
  traits.set(key, found)
  return found
}

/** Most headings announce no part; their first look is at two characters at a time. */
const announces = (title: string): Announced => (mayAnnounce(title) ? announcedBy(title) : announcedBy(''))

function readHead({ heading, text, context }: Block): Head | null {
  if (heading) {
    const title = heading.text.trim()
    return {
      rank: heading.numbering ? 10 + heading.numbering.level : heading.level,
      title,
      end: heading.title.end,
      standalone: heading.standalone,
      announced: announces(title),
    }
  }
  if (
    text.length > 24 ||
    text.length < 2 ||
    context.type !== 'paragraph' ||
    context.listDepth > 0 ||
    /[。；，]/.test(text)
  )
    return null
  const title = text.replace(/[：:\s]{1,40}$/, '')
  const announced = announces(title)
  return announced.roles.length
    ? { rank: shortLineRank, title, end: text.length, standalone: true, announced }
    : null
}

const numbered = /^(?:（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十\d]{1,2}[、.．])/

function passagesIn({ text, sentences }: Block, leads: number): readonly Passage[] {
  const opened: { role: SectionRole; start: number; opening: number }[] = []
  const may = mayOpen(text, leads)
  for (const { start, end } of sentences) {
    if (!may(start, end)) continue
    const sentence = text.slice(start, Math.min(end, start + 120))
    const bare = sentence.replace(numbered, '')
    const role = openedBy(bare)
    if (!role) continue
    const colon = bare.indexOf('：')
    const skipped = sentence.length - bare.length
    opened.push({ role, start, opening: colon >= 0 && colon < 60 ? start + skipped + colon + 1 : start })
  }
  return opened.map(({ role, start, opening }, i) => {
    const end = opened[i + 1]?.start ?? text.length
    return { role, start, opening, end, announcesMore: announcesMore(text.slice(start, end)) }
  })
}

/** 存在以下问题： at the end of a paragraph announces the numbered paragraphs that follow. */
function announcesMore(passage: string): boolean {
  const end = passage.trimEnd().slice(-longestAnnouncement)
  return /[：:]$|(?:问题|困难|不足|短板)[^，。]{0,4}有[二三四五六七八九两几][^，。]{0,4}。$/.test(end)
}

const longestAnnouncement = 20

/** （一）, 1. or 一、 at the start of a sentence; a date is none. */
function isNumbered(text: string, start: number): boolean {
  if (text[start] === '（') return true
  const next = text.charCodeAt(start + 1)
  const after = next >= 0x30 && next <= 0x39 ? text[start + 2] : text[start + 1]
  return after === '、' || after === '.' || after === '．'
}

/** What a sentence must have to open a passage; most have none of it, and are not even cut out of their block. */
function mayOpen(text: string, leads: number): (start: number, end: number) => boolean {
  const opens =
    (leads & lead.cause && causeWord.test(text)) ||
    (leads & lead.list && (listWords.some(word => text.includes(word)) || countedList.test(text)))
  if (opens) return () => true
  let colon = -1
  return (start, end) => {
    if (mayOpenMeasures(text, start) || isNumbered(text, start)) return true
    // Sentences come in order, so each stretch is searched once.
    if (colon < start) colon = indexOrEnd(text, '：', start)
    return colon < end && colon < start + 120
  }
}

function indexOrEnd(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from)
  return at < 0 ? text.length : at
}
