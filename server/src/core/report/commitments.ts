// What a draft owes and by when: its own time limit, and the times in its text with what they stand for, placed in the
// document. The terminal, the list of the workspace and the hints in the editor all ask here, so that they agree.

import type { Settings } from '../config/settings'
import { type Block, oncePerBlock } from '../document/block'
import type { Draft } from '../document/document'
import type { FrontMatterKey } from '../document/head'
import { firstLine } from '../document/text'
import { spanOfPlace } from '../engine/locate'
import { viewOf } from '../engine/view'
import { lowerBound } from '../search'
import { findTimeExpressions, type TimeExpression, wallTime } from '../text/dates'
import { dayMs, hourMs } from '../text/dates/civil'
import { startOfDay } from '../text/dates/zone'
import { shorten } from '../text/shorten'
import type { Instant, Span } from '../types'
import type { Classification } from './classify'
import { type ReportDeadline, reportDeadline, timesOf } from './deadlines'
import { calendarOf } from './draftClock'
import { type DraftTime, draftTimes, matterOf } from './draftTimes'

/** A time expression of the text; its span counts in the document. */
export interface Commitment extends TimeExpression {
  readonly block: number
  /** The same span in the prose of the block, in the source of a table. */
  readonly inBlock: Span
  /** Where （已完成） belongs: at the end of its clause. */
  readonly doneAt: number
}

export interface Commitments {
  readonly all: readonly Commitment[]
  /** The draft says its own date; otherwise relative times count from today. */
  readonly dated: boolean
}

/** A draft without a date of its own may be an old one; only what lapsed lately is still called owed there. */
export const lapsedReach = { dated: 400 * dayMs, undated: 60 * dayMs }

export interface Selection {
  /** Only blocks that touch this part of the document. */
  readonly within?: Span
  /** Only what is still owed. */
  readonly owed?: boolean
}

export function commitmentsOf(
  draft: Draft,
  settings: Settings,
  now: Instant,
  { within, owed = false }: Selection = {},
): Commitments {
  const { all, dated } = draftTimes(viewOf(draft, { settings }), settings, now)
  const selected = all.filter(time => {
    const { start, end } = draft.blocks[time.block]!
    const shown = !within || (end >= within.start && start <= within.end)
    return shown && (!owed || isOwed(time, dated, now))
  })
  return { all: selected.map(time => placed(draft, time, settings, now)), dated }
}

function placed(draft: Draft, time: DraftTime, settings: Settings, now: Instant): Commitment {
  const { block, start, end } = time
  const at = clauseEnd(draft, time)
  return {
    ...time,
    ...spanOfPlace(draft, { block, start, end }),
    inBlock: { start, end },
    due: time.recurring ? nextOccurrence(time, settings, now) : time.due,
    doneAt: spanOfPlace(draft, { block, start: at, end: at }).start,
  }
}

function clauseEnd(draft: Draft, { block, end }: DraftTime): number {
  const { block: content } = draft.blocks[block]!
  const { text, stops } = stopsOf(content)
  const at = stops[lowerBound(stops.length, i => stops[i]! >= end)] ?? text.length
  let last = at
  while (last > end && text[last - 1]!.trim() === '') last--
  return last
}

/** Where clauses of a block end. Found once for all times in it: a paragraph may hold thousands. */
const stopsOf = oncePerBlock(({ context, source, text: prose }: Block) => {
  const text = context.type === 'table' ? source : prose
  return { text, stops: [...text.matchAll(/[，。；！？|\n]/g)].map(({ index }) => index) }
})

/** What it is about and who is to do it, as far as said: in a table the other cells of its row. */
export function aboutOf(draft: Draft, { block, inBlock }: Commitment): { matter: string; owner: string } {
  const content = draft.blocks[block]!.block
  if (content.context.type !== 'table') {
    const { matter, owner = '' } = matterOf(content, inBlock)
    return { matter, owner }
  }
  const [header = [], ...rows] = content.rows
  // Rows stand in order: the first that ends behind the time holds it, if any does.
  const row = rows[lowerBound(rows.length, i => (rows[i]!.at(-1)?.span.end ?? 0) >= inBlock.end)]
  const holds = row?.some(({ span }) => span.start <= inBlock.start && inBlock.end <= span.end)
  const texts = (holds ? row! : []).map(({ text, span }, column) => ({
    text: span.start <= inBlock.start && inBlock.end <= span.end ? '' : text,
    heading: header[column]?.text ?? '',
  }))
  const owner = texts.find(({ heading }) => ownerColumn.test(heading))?.text ?? ''
  const matter = texts
    .filter(({ text, heading }) => text && !ownerColumn.test(heading) && !/^(?:序号|编号|№)$/.test(heading))
    .map(({ text }) => text)
    .join('，')
  return { matter: shorten(matter, longestMatter + 1), owner }
}

const ownerColumn = /责任(?:单位|部门|人|领导)|牵头|承办|落实(?:单位|人)/
const longestMatter = 60

/** 每月5日前 in a draft of January is owed for this month, not for February. */
function nextOccurrence({ due, text }: DraftTime, settings: Settings, now: Instant): Instant | null {
  if (due === null || due >= now) return due
  const options = { base: now, zone: settings.timeZone, calendar: calendarOf(settings) }
  return findTimeExpressions(text, options).find(time => time.due !== null && time.due >= now)?.due ?? due
}

/** A duty or a plan whose time is to come, or has passed and nothing says that it was done. */
function isOwed(
  { nature, due, superseded, recurring }: TimeExpression,
  dated: boolean,
  now: Instant,
): boolean {
  if ((nature !== 'obligation' && nature !== 'plan') || due === null || superseded) return false
  return recurring || due >= now - (dated ? lapsedReach.dated : lapsedReach.undated)
}

/** From when on a commitment counts as near: the day before, or the reminder span before an exact time. */
export function nearFrom(
  { due, precision }: Pick<Commitment, 'due' | 'precision'>,
  settings: Settings,
): Instant | null {
  if (due === null) return null
  if (precision === 'minute') return due - settings.dueSoonHours * hourMs
  return startOfDay(settings.timeZone, wallTime(settings.timeZone, due).day - 1)
}

/** The time limit of the report itself. */
export function deadlineOfDraft(
  { frontMatter }: Draft,
  { kind, stage }: Pick<Classification, 'kind' | 'stage'>,
  settings: Settings,
  now: Instant,
): ReportDeadline {
  const calendar = calendarOf(settings)
  return reportDeadline({ kind, stage, times: timesOf(frontMatter), settings, calendar, now })
}

const deadlineKeys: readonly FrontMatterKey[] = [
  '报送时限',
  '上次报送时间',
  '处置结束时间',
  '接报时间',
  '事发时间',
  '类型',
  '标题',
]

/** Where the limit stands: what was written for it, else what its clock starts with, else the first line. */
export function deadlinePlace({ frontMatter, text }: Draft): Span {
  for (const key of deadlineKeys) {
    const entry = frontMatter?.entries.get(key)
    if (entry) return entry.value.end > entry.value.start ? entry.value : entry.key
  }
  return firstLine(text)
}
