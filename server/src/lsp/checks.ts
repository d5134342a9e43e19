// One check of one document, kept until its text, its settings or the clock make it old. Every feature asks here, so a
// keystroke costs one check however many features want to know.

import {
  type ClauseModel,
  createAnalyzer,
  type Draft,
  type EarlierReport,
  type Instant,
  type Report,
  rules,
  type Segmenter,
} from '../core'
import type { Documents, OpenDocument } from './documents'
import { describe } from './log'
import type { Pictures } from './pictures'
import type { Runtime } from './runtime'
import type { Clauses, Words } from './segmentation'
import type { ResourceSettings } from './settings'

export interface Check {
  readonly report: Report
  readonly settings: ResourceSettings
  /** When it was made. */
  readonly now: Instant
  readonly draft: Draft
  readonly version: number
  /** What cut its words; another one means another check. */
  readonly segmenter: Segmenter
  /** What judged its clauses; likewise. */
  readonly clauses: ClauseModel
  /** State of the pictures that it saw; undefined when it asked for none. */
  readonly pictures: number | undefined
  /** The reports that it was compared with. */
  readonly earlier: readonly EarlierReport[]
}

export interface Checks {
  /** Throws only what the engine itself throws; rules that fail are notes of the report. */
  of(document: OpenDocument, settings: ResourceSettings): Check
  /** The check at hand, if it still holds. */
  known(document: OpenDocument): Check | undefined
  /** The earliest instant at which an open document's findings change by themselves. */
  nextRefresh(): Instant | undefined
  /** The clock alone has made a check of an open document old. */
  anyExpired(): boolean
}

export function createChecks(
  runtime: Runtime,
  documents: Documents,
  pictures: Pictures,
  words: Words,
  clauses: Clauses,
  earlierNow: () => readonly EarlierReport[],
  log: (line: string) => void,
): Checks {
  const analyze = createAnalyzer(runtime.rules ?? rules)
  const latest = new WeakMap<OpenDocument, Check>()
  const failedBefore = new Set<string>()

  const inTime = ({ report: { refreshAt }, now: made }: Check): boolean => {
    const now = runtime.clock.now()
    // A clock set back counts too, if any rule reads it: what was judged later than now was judged by another clock.
    return refreshAt === undefined || (now >= made && now < refreshAt)
  }
  const holds = (check: Check, document: OpenDocument) =>
    check.draft === document.draft &&
    inTime(check) &&
    check.segmenter === words.current() &&
    check.clauses === clauses.current() &&
    check.earlier === earlierNow() &&
    (check.pictures === undefined || check.pictures === pictures.version())

  return {
    of(document, settings) {
      const known = latest.get(document)
      if (known && known.settings === settings && holds(known, document)) return known
      const now = runtime.clock.now()
      const { draft } = document
      const { images, asked } = pictures.lookup(document.uri)
      const seen = pictures.version()
      const path = pathOf(document.uri)
      const segmenter = words.current()
      const model = clauses.current()
      const earlier = earlierNow()
      const report = analyze(draft, {
        settings: settings.settings,
        now,
        path,
        images,
        segmenter,
        clauses: model,
        earlier,
      })
      for (const { rule, error } of report.failures) {
        if (failedBefore.has(rule)) continue
        failedBefore.add(rule)
        log(`rule ${rule} failed: ${describe(error)}`)
      }
      const { version } = document
      const check: Check = {
        report,
        settings,
        now,
        draft,
        version,
        segmenter,
        clauses: model,
        pictures: asked() ? seen : undefined,
        earlier,
      }
      latest.set(document, check)
      return check
    },
    known(document) {
      const known = latest.get(document)
      return known && holds(known, document) ? known : undefined
    },
    nextRefresh() {
      const instants = documents.all().flatMap(document => latest.get(document)?.report.refreshAt ?? [])
      return instants.length ? Math.min(...instants) : undefined
    },
    anyExpired: () =>
      documents.all().some(document => {
        const check = latest.get(document)
        return check !== undefined && !inTime(check)
      }),
  }
}

/** Path of a URI as far as it has one; for names such as README and for image files. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '').split(/[?#]/, 1)[0]!
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
