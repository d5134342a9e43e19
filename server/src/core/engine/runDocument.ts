// Runs a document rule over a draft, or takes what it said before when nothing that it read has changed since.

import type { Draft } from '../document/document'
import { wallTime } from '../text/dates'
import type { Edit, Instant, Span } from '../types'
import { DocumentFinding } from './findings'
import { putUnder } from './grouped'
import { insertion, spanOfPlace } from './locate'
import type { Active, Plan } from './plan'
import type { Reader } from './reader'
import type { DocumentContext, DocumentReported, DocumentRule, Place } from './rule'
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
    [plan.kind, plan.stage, plan.rivals],
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
  const asking = new Asking(draft, reader, plan, active, now, new Said(before))
  try {
    active.rule.check(reader, asking)
  } catch (error) {
    return { findings: [], refreshAt: undefined, error, made: now, timed: asking.timed }
  }
  return {
    findings: asking.findings,
    refreshAt: asking.next,
    error: undefined,
    made: now,
    timed: asking.timed,
  }
}

// A class, and no object with a getter: V8 keeps every such getter, and with it the whole draft, until it clears all memory.
class Asking implements DocumentContext {
  readonly settings: DocumentContext['settings']
  readonly options: DocumentContext['options']
  readonly kind: DocumentContext['kind']
  readonly stage: DocumentContext['stage']
  readonly rivals: DocumentContext['rivals']
  readonly findings: DocumentFinding[] = []
  /** The next instant at which the rule says something else. */
  next: Instant | undefined
  /** It asked what time it is. */
  timed = false
  readonly #draft: Draft
  readonly #reader: Reader
  readonly #active: Active<DocumentRule>
  readonly #now: Instant
  readonly #saidBefore: Said

  constructor(
    draft: Draft,
    reader: Reader,
    { settings, kind, stage, rivals }: Plan,
    active: Active<DocumentRule>,
    now: Instant,
    saidBefore: Said,
  ) {
    this.settings = settings
    this.options = active.options
    this.kind = kind
    this.stage = stage
    this.rivals = rivals
    this.#draft = draft
    this.#reader = reader
    this.#active = active
    this.#now = now
    this.#saidBefore = saidBefore
  }

  get now(): Instant {
    this.timed = true
    return this.#now
  }

  report(reported: DocumentReported): void {
    read(this.#reader, reported.at)
    for (const { at } of reported.related ?? []) read(this.#reader, at)
    this.findings.push(this.#again(new DocumentFinding(this.#draft, this.#active, reported)))
  }

  reportOf(block: number, given: readonly unknown[], say: () => DocumentReported): void {
    const madeOf = { block: this.#reader.block(block), given }
    const known = this.#saidBefore.find(block, each => each.isMadeOf(madeOf))
    const finding = known ?? this.#again(new DocumentFinding(this.#draft, this.#active, say()))
    finding.madeOf = madeOf
    this.findings.push(finding)
  }

  refreshAt(instant: Instant): void {
    if (instant > this.#now && (this.next === undefined || instant < this.next)) this.next = instant
  }

  locate(block: number, span: Span): Span {
    this.#reader.block(block)
    return spanOfPlace(this.#draft, { block, ...span })
  }

  insertBefore(block: number, text: string): Edit {
    if (block < this.#draft.blocks.length) this.#reader.block(block)
    else this.#reader.readEnd()
    return insertion(this.#draft, block, text)
  }

  #again(finding: DocumentFinding): DocumentFinding {
    return this.#saidBefore.find(finding.anchor.block, each => each.says(finding)) ?? finding
  }
}

/** What a rule said before. It mostly says the same in the same order: the next finding is looked at first. */
class Said {
  #next = 0
  /** Where in the list the findings of a block are. */
  #places: ReadonlyMap<number, readonly number[]> | undefined

  constructor(readonly findings: readonly DocumentFinding[]) {}

  find(block: number, is: (finding: DocumentFinding) => boolean): DocumentFinding | undefined {
    const { findings } = this
    const next = findings[this.#next]
    const fits = next !== undefined && next.anchor.block === block && is(next)
    const at = fits ? this.#next : this.#placesOf(block).find(place => is(findings[place]!))
    if (at === undefined) return undefined
    this.#next = at + 1
    return findings[at]
  }

  #placesOf(block: number): readonly number[] {
    if (!this.#places) {
      const places = new Map<number, number[]>()
      for (const [place, { anchor }] of this.findings.entries()) putUnder(places, anchor.block, place)
      this.#places = places
    }
    return this.#places.get(block) ?? nowhere
  }
}

const nowhere: readonly number[] = []

/** Where a finding stands depends on what stands there; a key that the head has not is told on the first line. */
function read(reader: Reader, at: Place): void {
  if ('block' in at) reader.block(at.block)
  else if ('key' in at && !reader.frontMatter?.entries.has(at.key) && reader.blockCount > 0) reader.block(0)
}
