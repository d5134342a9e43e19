// Runs a document rule over a draft, or takes what it said before when nothing that it read has changed since.

import type { Draft } from '../document/document'
import { wallTime } from '../text/dates'
import type { Instant } from '../types'
import { DocumentFinding } from './findings'
import { insertion, spanOfPlace } from './locate'
import type { Active, Plan } from './plan'
import type { Reader } from './reader'
import type { DocumentContext, DocumentRule, Place } from './rule'
import type { DraftView } from './view'

export interface DocumentResults {
  readonly findings: readonly DocumentFinding[]
  /** The next instant at which the rule says something else. */
  readonly refreshAt: Instant | undefined
  readonly error: unknown
}

interface Run extends DocumentResults {
  /** When it was made. */
  readonly made: Instant
  /** It asked what time it is. */
  readonly timed: boolean
}

export function documentResults(
  view: DraftView,
  plan: Plan,
  active: Active<DocumentRule>,
  now: Instant,
): DocumentResults {
  return view.recall<Run>(
    active,
    [plan.kind, plan.stage],
    (reader, before) => run(view.draft, reader, plan, active, now, before?.findings ?? []),
    known => known.error === undefined && holdsAt(known, now, plan.settings.timeZone),
  )
}

/**
 * A rule that reads the clock and says no instant may say something else at any time; and what it counted from the day of
 * writing holds until midnight at most.
 */
function holdsAt({ timed, made, refreshAt }: Run, now: Instant, zone: string): boolean {
  if (!timed) return true
  if (refreshAt === undefined || now < made || now >= refreshAt) return false
  return wallTime(zone, made).day === wallTime(zone, now).day
}

/** `before`: what the rule said last time. What it says again is the same object, so that nothing has to be worked out anew. */
function run(
  draft: Draft,
  reader: Reader,
  plan: Plan,
  active: Active<DocumentRule>,
  now: Instant,
  before: readonly DocumentFinding[],
): Run {
  const findings: DocumentFinding[] = []
  let refreshAt: Instant | undefined
  let timed = false
  const saidBefore = byBlock(before)
  const again = (finding: DocumentFinding): DocumentFinding =>
    saidBefore.get(finding.anchor.block)?.find(each => each.says(finding)) ?? finding
  const context: DocumentContext = {
    settings: plan.settings,
    options: active.options,
    kind: plan.kind,
    stage: plan.stage,
    get now() {
      timed = true
      return now
    },
    report(reported) {
      read(reader, reported.at)
      for (const { at } of reported.related ?? []) read(reader, at)
      findings.push(again(new DocumentFinding(draft, active, reported)))
    },
    refreshAt(instant) {
      if (instant > now && (refreshAt === undefined || instant < refreshAt)) refreshAt = instant
    },
    locate(block, span) {
      reader.block(block)
      return spanOfPlace(draft, { block, ...span })
    },
    insertBefore(block, text) {
      if (block < draft.blocks.length) reader.block(block)
      else reader.readEnd()
      return insertion(draft, block, text)
    },
  }
  try {
    active.rule.check(reader, context)
  } catch (error) {
    return { findings: [], refreshAt: undefined, error, made: now, timed }
  }
  return { findings, refreshAt, error: undefined, made: now, timed }
}

function byBlock(findings: readonly DocumentFinding[]): ReadonlyMap<number, readonly DocumentFinding[]> {
  const blocks = new Map<number, DocumentFinding[]>()
  for (const finding of findings) {
    const { block } = finding.anchor
    const known = blocks.get(block)
    if (known) known.push(finding)
    else blocks.set(block, [finding])
  }
  return blocks
}

/** Where a finding stands depends on what stands there; a key that the head has not is told on the first line. */
function read(reader: Reader, at: Place): void {
  if ('block' in at) reader.block(at.block)
  else if ('key' in at && !reader.frontMatter?.entries.has(at.key) && reader.blockCount > 0) reader.block(0)
}
