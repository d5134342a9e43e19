// The time expressions of a whole draft: what is owed, planned, done, by whom and until when. Shared by the deadline rules
// and by whatever shows deadlines (inlay hints, lists, the terminal).

import type { Settings } from '../config/settings'
import type { Block } from '../document/block'
import type { DocumentView } from '../engine/rule'
import { type TimePiece, timePieces } from '../facts/times'
import {
  createCalendar,
  findTimeExpressions,
  parseInstant,
  startOfDay,
  type TimeExpression,
  type TimeOptions,
  type WorkCalendar,
  wallTime,
} from '../text/dates'
import type { Instant } from '../types'
import { ownerNear } from './commitmentOwner'
import { readTimes, timesOf } from './deadlines'

/** A time expression of the draft; its span counts in the prose of the block (in the source of a table). */
export interface DraftTime extends TimeExpression {
  readonly block: number
  /** The sentence or cell around it, shortened, and who is to do it, as far as said. */
  readonly matter: string
  readonly owner: string | undefined
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
  readonly times: readonly Omit<DraftTime, 'block'>[]
}

// Beside the block, because what its words mean depends on the draft's date and not on the block alone.
const knownTimes = new WeakMap<Block, Known>()

export function draftTimes(document: DocumentView, settings: Settings, now: Instant): DraftTimes {
  const zone = settings.timeZone
  const calendar = calendarOf(settings)
  const read = readTimes(timesOf(document.frontMatter), zone, now)
  const own = read.date ?? read.submitted
  const signed = own ? undefined : signedDay(document, zone)
  // Without a date of its own a draft is being written today.
  const base = own?.instant ?? signed ?? startOfDay(zone, wallTime(zone, now).day)
  const exact = own !== undefined && own.precision !== 'day'
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
  for (let block = 0; block < document.blockCount; block++) {
    const pieces = document.fact(timePieces, block)
    if (pieces.length === 0) continue
    const content = document.block(block)
    let known = knownTimes.get(content)
    if (known?.key !== key || known.calendar !== calendar) {
      known = { key, calendar, times: pieces.flatMap(piece => timesIn(piece, options)) }
      knownTimes.set(content, known)
    }
    for (const time of known.times) all.push({ ...time, block })
  }
  return { all, base, dated: own !== undefined || signed !== undefined }
}

function timesIn(piece: TimePiece, options: TimeOptions): Omit<DraftTime, 'block'>[] {
  const labelled = piece.label ? { ...options, label: piece.label } : options
  return findTimeExpressions(piece.text, labelled, piece.scan).map(found => ({
    ...found,
    start: found.start + piece.start,
    end: found.end + piece.start,
    matter: matterAround(piece.text, found.start, found.end),
    owner:
      found.nature === 'obligation' || found.nature === 'plan'
        ? ownerNear(piece.text, found.start, found.end)
        : undefined,
  }))
}

const longestMatter = 60

/** The sentence of the expression, cut to what fits a line of a list. */
function matterAround(text: string, start: number, end: number): string {
  const from =
    Math.max(
      text.lastIndexOf('。', start - 1),
      text.lastIndexOf('；', start - 1),
      text.lastIndexOf('\n', start - 1),
    ) + 1
  const stops = ['。', '；', '\n'].map(mark => text.indexOf(mark, end)).filter(at => at >= 0)
  const to = Math.min(text.length, ...stops)
  if (to - from <= longestMatter) return text.slice(from, to).trim()
  const left = Math.max(from, start - 20)
  const cut = text.slice(left, Math.min(to, left + longestMatter)).trim()
  return `${left > from ? '…' : ''}${cut}${left + longestMatter < to ? '…' : ''}`
}

/** 落款: one of the last lines is nothing but a date. */
function signedDay(document: DocumentView, zone: string): Instant | undefined {
  for (let i = document.blockCount - 1; i >= Math.max(0, document.blockCount - 3); i--) {
    const text = document.block(i).text.trim()
    if (text.length < 8 || text.length > 60) continue
    const last = text.slice(Math.max(0, text.search(/(?:\d{4}|[二][〇○零O][〇○零一二三四五六七八九]{2})年/)))
    const read = parseInstant(last, zone)
    if (read.ok && read.precision === 'day' && /日$/.test(last)) return read.instant
  }
  return undefined
}
