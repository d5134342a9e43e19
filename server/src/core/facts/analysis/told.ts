// What running text states outright is an item as a listed one is: problems sentence by sentence, and the measures and
// causes that follow them. Asked only for parts that the draft announces nowhere.

import type { DocumentView } from '../../engine/rule'
import type { Span } from '../../types'
import { problemStrength } from './guards'
import { type Item, itemFrom } from './items'
import type { RolePassage } from './passage'
import { cuesAt, runInsAt, statementsAt } from './reading'
import type { SectionRole } from './roles'
import { cue } from './scan'
import type { Statement } from './statements'

type ToldRole = 'problem' | 'cause' | 'measure'

/** More than this is no report; the rest is left alone. */
const mostTold = 40
const mostBlocks = 600

const wantedCues: Readonly<Record<ToldRole, number>> = {
  problem: cue.problem,
  cause: cue.cause | cue.problem,
  measure: cue.action,
}

export function passagesTold(
  view: DocumentView,
  announced: readonly RolePassage[],
  titleBlock: number,
): RolePassage[] {
  const has = (role: SectionRole) =>
    announced.some(passage => passage.role === role && passage.items.length > 0)
  const found: RolePassage[] = []
  for (const role of ['problem', 'cause', 'measure'] as const) {
    if (has(role)) continue
    // Causes and measures of nothing are what every report tells of.
    if (role !== 'problem' && !has('problem') && found.length === 0) break
    found.push(...toldOf(view, role, announced, titleBlock))
  }
  return found
}

function toldOf(
  view: DocumentView,
  role: ToldRole,
  announced: readonly RolePassage[],
  titleBlock: number,
): RolePassage[] {
  const passages: RolePassage[] = []
  let count = 0
  for (let block = 0; block < Math.min(view.blockCount, mostBlocks) && count < mostTold; block++) {
    if (block === titleBlock || (cuesAt(view, block) & wantedCues[role]) === 0) continue
    if (announced.some(each => each.role !== 'result' && holds(each, role, block))) continue
    const items = spansOf(view, role, block).map(span =>
      itemFrom(view, role, '', [{ block, ...span }], shownIn(view, role, block, span)),
    )
    if (items.length === 0) continue
    count += items.length
    passages.push(passageOf(role, block, items))
  }
  return passages
}

/** What stands in a part on measures is none of the problems; what stands in a part on problems may well be a cause. */
function holds(passage: RolePassage, role: ToldRole, block: number): boolean {
  if (passage.items.length === 0 || block < passage.from || block >= passage.to) return false
  return role !== 'cause' || passage.role !== 'problem'
}

function passageOf(role: ToldRole, block: number, items: readonly Item[]): RolePassage {
  return {
    role,
    ahead: role === 'measure' ? 'perhaps' : 'no',
    at: items[0]!.at,
    from: block,
    to: block + 1,
    titled: false,
    title: '',
    items,
    shared: undefined,
    told: true,
  }
}

interface Told extends Span {
  /** A part of a list, called by its first words. */
  readonly listed?: true
}

function spansOf(view: DocumentView, role: ToldRole, block: number): Told[] {
  const statements = statementsAt(view, block)
  if (role === 'problem') return problemsIn(view, block, statements)
  const wanted =
    role === 'cause'
      ? (each: Statement) => each.role === 'cause' && each.strength === 1
      : (each: Statement) => each.role === 'measure' && (each.planned === true || each.answers === true)
  return statements.filter(wanted)
}

/** A problem that is said to be there, and no accident. */
const isOutright = ({ role, strength, incident }: Statement) =>
  role === 'problem' && strength === 1 && !incident

/** Opens another problem behind one that has been told. */
const another = /^(?:有个别|个别|有的|有些|另有|另外|此外|还有|同时，|其次|再次|再者)/

/**
 * The problems of a paragraph. What follows a problem belongs to it until another begins: as the next part of a list (3项工程
 * 滞后：甲……；乙……), or by a word that says so.
 */
function problemsIn(view: DocumentView, block: number, statements: readonly Statement[]): Told[] {
  const outright = statements.filter(isOutright)
  const first = outright[0]
  if (!first) return []
  const { text } = view.block(block)
  const listed = partsOf(view, block)
  const troubled = listed.filter(part =>
    outright.some(each => each.end > part.start && each.start < part.end),
  )
  if (troubled.length >= 2) return troubled.map(part => ({ ...part, listed: true }))
  const starts = [headStart(text, first.start)]
  for (const each of outright.slice(1))
    if (another.test(text.slice(each.start, each.start + 4))) starts.push(each.start)
  const planned = statements.find(each => each.planned && each.start > first.start)
  const end = planned?.start ?? text.length
  return starts.filter(start => start < end).map((start, i, all) => trimmed(text, start, all[i + 1] ?? end))
}

/** A short sentence before it is its head. */
function headStart(text: string, start: number): number {
  const before = text.slice(0, start)
  return start <= longest && /^[^，。；：]{3,}[。：]$/.test(before.trim()) ? 0 : start
}

/** The parts of 一是……；二是……, or of what a colon lists between semicolons. */
function partsOf(view: DocumentView, block: number): Span[] {
  const { text, sentences } = view.block(block)
  const runIns = runInsAt(view, block, 0, text.length)
  if (runIns.length > 1) return [...runIns]
  for (const { start, end } of sentences) {
    const colon = text.indexOf('：', start)
    if (colon < 0 || colon >= end) continue
    const parts: Span[] = []
    let from = colon + 1
    for (let at = from; at <= end; at++) {
      if (at < end && text[at] !== '；') continue
      if (at - from > 4) parts.push(trimmed(text, from, at))
      from = at + 1
    }
    if (parts.length < 2) continue
    // 3项工程滞后：…… says of every part what is wrong with it.
    return problemStrength(text.slice(start, colon)) > 0 || parts.length > 2 ? parts : []
  }
  return []
}

const shownIn = (view: DocumentView, role: ToldRole, block: number, span: Told) => {
  const title = role === 'problem' && !span.listed ? headlineIn(view, block, span) : undefined
  return title && { title }
}

/**
 * What the problem is called: its short head (监管力量薄弱。……), else the first clause that states it, with the one before where
 * it says little by itself. A part of a list is called by its first words.
 */
function headlineIn(view: DocumentView, block: number, { start, end }: Span): Span | undefined {
  const { text } = view.block(block)
  const clauses: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !stops.includes(text[at]!)) continue
    if (at > from) clauses.push({ start: from, end: at })
    from = at + 1
  }
  // Its head, where it has one: 巡护装备落后。……
  if (clauses[0] && text[clauses[0].end] === '。' && clauses[0].end - clauses[0].start <= longest)
    return undefined
  const index = clauses.findIndex(each => problemStrength(text.slice(each.start, each.end)) === 1)
  if (index <= 0) return undefined
  const clause = clauses[index]!
  const before = clauses[index - 1]!
  return clause.end - clause.start < shortest && before.end - before.start <= longest
    ? { start: before.start, end: clause.end }
    : clause
}

const stops = '，。；：,'
const shortest = 10
const longest = 24

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /[\s　，；：]/.test(text[start]!)) start++
  while (end > start && /[\s　，；。]/.test(text[end - 1]!)) end--
  return { start, end }
}
