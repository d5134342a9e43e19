// The time expressions of a whole draft: what is owed, planned, done, by whom and until when. Shared by the deadline rules
// and by whatever shows deadlines (inlay hints, lists, the terminal).

import type { Settings } from '../config/settings'
import { type Block, blockMemo } from '../document/block'
import { allSections, type Section } from '../document/outline'
import type { DocumentView, Reading } from '../engine/rule'
import { type TimePiece, timePieces } from '../facts/times'
import {
  createCalendar,
  findTimeExpressions,
  parseInstant,
  type ReadInstant,
  startOfDay,
  type TimeExpression,
  type TimeOptions,
  type WorkCalendar,
  wallTime,
} from '../text/dates'
import { dateOf } from '../text/dates/civil'
import type { Instant, Span } from '../types'
import { ownerNear } from './commitmentOwner'
import { readTimes, timesOf } from './deadlines'

/** A time expression of the draft; its span counts in the prose of the block (in the source of a table). */
export interface DraftTime extends TimeExpression {
  readonly block: number
}

export interface DraftTimes {
  readonly all: readonly DraftTime[]
  /** What relative expressions were counted from. */
  readonly base: Instant
  /** The draft says its own date (成稿日期, 报送时间 or the signature). */
  readonly dated: boolean
}

const calendars = new WeakMap<Settings['calendar'], WorkCalendar>()

/** The working days under these settings; the same object for the same settings. */
export function calendarOf(settings: Settings): WorkCalendar {
  let calendar = calendars.get(settings.calendar)
  if (!calendar) {
    calendar = createCalendar(settings.calendar)
    calendars.set(settings.calendar, calendar)
  }
  return calendar
}

interface Known {
  readonly key: string
  readonly calendar: WorkCalendar
  readonly block: number
  readonly times: readonly DraftTime[]
}

// Beside the block, because what its words mean depends on the draft's date and not on the block alone.
const knownTimes = blockMemo<Known>()

const reading: Reading<DraftTimes, [Settings, Instant]> = { id: 'draft-times', read: collect }

/** The words are the same all day long: what is kept of them is kept until midnight. */
export function draftTimes(document: DocumentView, settings: Settings, now: Instant): DraftTimes {
  const zone = settings.timeZone
  return document.derived(reading, settings, startOfDay(zone, wallTime(zone, now).day))
}

function collect(document: DocumentView, settings: Settings, now: Instant): DraftTimes {
  const zone = settings.timeZone
  const calendar = calendarOf(settings)
  const read = readTimes(timesOf(document.frontMatter), zone, now)
  const own = read.date ?? read.submitted
  const signed = own ? undefined : signedTime(document, zone)
  // Without a date of its own a draft is being written today.
  const base = (own ?? signed)?.instant ?? startOfDay(zone, wallTime(zone, now).day)
  const precision = (own ?? signed)?.precision
  const exact = precision !== undefined && precision !== 'day'
  const options: TimeOptions = {
    base,
    basePrecision: exact ? 'minute' : 'day',
    zone,
    calendar,
    ...(read.occurred && { occurred: read.occurred.instant }),
    ...(read.received && { received: read.received.instant }),
  }
  const key = [base, exact, zone, options.occurred, options.received].join()
  const all: DraftTime[] = []
  const ahead = yearsAhead(document.outline, base, zone)
  for (const { block, value: pieces } of document.found(timePieces)) {
    const content = document.block(block)
    const year = ahead.find(({ section: { from, to } }) => from <= block && block < to)?.year
    const ownKey = year ? `${key},${year}` : key
    let known = knownTimes.get(content)
    if (known?.key !== ownKey || known.calendar !== calendar) {
      const own = year ? { ...options, year } : options
      known = { key: ownKey, calendar, block, times: pieces.flatMap(piece => timesIn(piece, own, block)) }
      knownTimes.set(content, known)
    } else if (known.block !== block) {
      known = { ...known, block, times: known.times.map(time => ({ ...time, block })) }
      knownTimes.set(content, known)
    }
    for (const time of known.times) all.push(time)
  }
  return { all, base, dated: own !== undefined || signed !== undefined }
}

const aheadTitle =
  /(?:(20\d\d)年|(?:明|来|下一?)年)(?:度)?[^，。]{0,10}(?:打算|安排|计划|思路|重点|任务|目标|部署|措施)/

/** Sections whose title sets their times into the year after the draft's own, the innermost first. */
function yearsAhead(outline: Section, base: Instant, zone: string) {
  const own = dateOf(wallTime(zone, base).day).year
  const found: { readonly section: Section; readonly year: number | undefined }[] = []
  for (const section of allSections(outline)) {
    const hit = aheadTitle.exec(section.title)
    if (!hit) continue
    // 三、2027年安排, written in December 2026: 10月底前 below it is in 2027. In the draft's own year it says nothing.
    const year = hit[1] ? Number(hit[1]) : own + 1
    found.unshift({ section, year: year === own + 1 ? year : undefined })
  }
  return found
}

function timesIn(piece: TimePiece, options: TimeOptions, block: number): DraftTime[] {
  const labelled = piece.label ? { ...options, label: piece.label } : options
  const found = findTimeExpressions(piece.text, labelled, piece.scan)
  // Placed where they are: nobody else holds these objects yet, and copying thousands costs more than finding them.
  for (const time of found) {
    const placed = time as { -readonly [K in keyof DraftTime]: DraftTime[K] }
    placed.block = block
    placed.start += piece.start
    placed.end += piece.start
  }
  return found as DraftTime[]
}

/** The sentence or cell around an expression, shortened for a list, and who is to do it, as far as said. */
export function matterOf(
  block: Block,
  { start, end }: Span,
): { readonly matter: string; readonly owner: string | undefined } {
  const text = block.context.type === 'table' ? block.source : block.text
  return { matter: matterAround(text, start, end), owner: ownerNear(text, start, end) }
}

const longestMatter = 60

/** The sentence of the expression, cut to what fits a line of a list. */
function matterAround(text: string, start: number, end: number): string {
  // Windows, not searches over the text: a paragraph may be a megabyte long.
  const before = text.slice(Math.max(0, start - longestMatter), start)
  const after = text.slice(end, end + longestMatter)
  const lead = before.slice(
    Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf('\n')) + 1,
  )
  const stop = after.search(/[。；\n]/)
  const tail = stop < 0 ? after : after.slice(0, stop)
  const whole = (lead + text.slice(start, end) + tail).trim()
  if (whole.length <= longestMatter) return whole
  const from = Math.max(0, lead.length - 20)
  return `${from > 0 ? '…' : ''}${whole.slice(from, from + longestMatter)}${from + longestMatter < whole.length ? '…' : ''}`
}

/** 落款 at the end, or the line of a bulletin's head that names its office and day. */
function signedTime(document: DocumentView, zone: string): ReadInstant | undefined {
  const last = document.blockCount - 1
  for (let i = last; i >= Math.max(0, last - 2); i--) {
    const { text } = document.block(i)
    const read = dateLine(text, zone) ?? (i === last ? gluedDate(text, zone) : undefined)
    if (read) return read
  }
  for (let i = 0; i < Math.min(headLines, last); i++) {
    const text = document.block(i).text
    // A line of the head that says more than who and when (事发时间：…) is not its date.
    const read = /[，。；：:]|时间|截至|期限|时限/.test(text) ? undefined : dateLine(text, zone)
    if (read) return read
  }
  return undefined
}

const headLines = 5
const otherTime = /(?:事发|发生|接报|获悉|完成|开工|竣工|截至|截止)|[期时]限/

const glued = /[。！？”）]\s*((?:\d{4}|[二][〇○零O][〇○零一二三四五六七八九]{2})年[^，。；：\s]{3,10}日)\s*$/

/** ……气味扰民现象。2026年10月17日: pasted in one piece, the signature ends the last paragraph. */
function gluedDate(text: string, zone: string): ReadInstant | undefined {
  const day = glued.exec(text.slice(-40))?.[1]
  const read = day ? parseInstant(day, zone) : undefined
  return read?.ok ? read : undefined
}

/** （白沙镇党政办　2026年10月12日）: a short line that ends in a date, or a date with an hour. */
function dateLine(line: string, zone: string): ReadInstant | undefined {
  const text = line.trim().replace(/[）)]$/, '')
  if (text.length < 8 || text.length > 60 || otherTime.test(text)) return undefined
  const last = text.slice(Math.max(0, text.search(/(?:\d{4}|[二][〇○零O][〇○零一二三四五六七八九]{2})年/)))
  const read = parseInstant(last, zone)
  return read.ok && /[日时分]$/.test(last) ? read : undefined
}
