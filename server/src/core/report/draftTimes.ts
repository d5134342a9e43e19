// The time expressions of a whole draft: what is owed, planned, done, by whom and until when. Shared by the deadline rules
// and by whatever shows deadlines (inlay hints, lists, the terminal).

import type { Settings } from '../config/settings'
import { type Block, blockMemo } from '../document/block'
import { factOf } from '../engine/blockReading'
import type { DocumentView, FactUnder } from '../engine/rule'
import { type TimePiece, timePieces } from '../facts/times'
import { findTimeExpressions, type TimeExpression, type TimeOptions } from '../text/dates'
import type { Instant, Span } from '../types'
import { ownerNear } from './commitmentOwner'
import { clockOf, type DraftClock } from './draftClock'

/** A time expression of the draft; its span counts in the prose of the block (in the source of a table). */
export type DraftTime = TimeExpression

export interface DraftTimes extends Pick<DraftClock, 'base' | 'dated'> {
  readonly all: readonly DraftTime[]
}

/** Times that something is to be said of; the rest is looked at when its block changes, and not again. */
export type TimesFact = FactUnder<readonly DraftTime[], DraftClock>

const everyTime = timesFact('every-time', times => times)

/** The times of each block of which `select` leaves any. */
export function timesFact(
  id: string,
  select: (times: readonly DraftTime[], block: Block) => readonly DraftTime[],
): TimesFact {
  return {
    id,
    holds: times => times.length > 0,
    read: (block, index, clock, settings) => select(timesOfBlock(block, index, clock, settings), block),
  }
}

/** Those times of the draft, in order, and what they are counted from. */
export function draftTimes(
  document: DocumentView,
  settings: Settings,
  now: Instant,
  fact: TimesFact = everyTime,
): DraftTimes {
  const clock = clockOf(document, settings, now)
  const all: DraftTime[] = []
  for (const { value } of document.foundUnder(fact, clock)) for (const time of value) all.push(time)
  return { all, base: clock.base, dated: clock.dated }
}

interface Known {
  readonly clock: DraftClock
  readonly index: number
  readonly times: readonly DraftTime[]
}

// Beside the block, because what its words mean depends on the draft's date and not on the block alone.
const knownTimes = blockMemo<Known>()
const none: readonly DraftTime[] = []

function timesOfBlock(
  block: Block,
  index: number,
  clock: DraftClock,
  settings: Settings,
): readonly DraftTime[] {
  const pieces = factOf(block, timePieces, settings)
  if (pieces.length === 0) return none
  const known = knownTimes.get(block)
  if (known?.clock === clock && known.index === index) return known.times
  const year = clock.ahead.find(({ from, to }) => from <= index && index < to)?.year
  const times = timesIn(pieces, year ? { ...clock.options, year } : clock.options, index)
  knownTimes.set(block, { clock, index, times })
  return times
}

function timesIn(pieces: readonly TimePiece[], options: TimeOptions, block: number): readonly DraftTime[] {
  const timesOf = ({ text, label, scan, start }: TimePiece) =>
    findTimeExpressions(text, label ? { ...options, label } : options, scan, { block, start })
  return pieces.length === 1 ? timesOf(pieces[0]!) : pieces.flatMap(timesOf)
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
