// One list of what a draft owes: the report itself first, then what its text promises and plans, or all its times.

import type { Settings } from '../config/settings'
import type { Draft } from '../document/document'
import { drafters } from '../document/people'
import type { Nature } from '../text/dates'
import type { Bilingual, Instant, Span } from '../types'
import { isClassified, withheldTitle } from './classified'
import { type Classification, classify } from './classify'
import {
  aboutOf,
  type Commitment,
  type Commitments,
  commitmentsOf,
  deadlineOfDraft,
  deadlinePlace,
  nearFrom,
} from './commitments'
import { type ReportDeadline, timesOf } from './deadlines'

/** The span counts in the document. */
export interface DueEntry extends Span {
  readonly of: 'report' | 'text'
  /** The words of the time; 报送时限 for the report itself. */
  readonly text: string
  readonly nature: Nature
  readonly due: Instant | null
  /** Due on a day, not at a time of day: `due` is its last moment. */
  readonly wholeDay: boolean
  /** From when on it counts as near. */
  readonly nearFrom: Instant | null
  /** The sentence around it; the title of a report. */
  readonly matter: string
  readonly owner: string
  readonly recurring: boolean
  /** How the time was found: arithmetic and source, or why it is what it is. */
  readonly basis: Bilingual
  /** Where （已完成） belongs. */
  readonly doneAt: number | undefined
}

export interface DueEntries {
  readonly isReport: boolean
  readonly title: string
  readonly entries: readonly DueEntry[]
  /** False: relative times count from today, so the list changes at midnight. */
  readonly dated: boolean
  readonly classification: Classification | undefined
}

export interface DueRequest {
  readonly settings: Settings
  readonly now: Instant
  readonly path?: string
  /** Everything that the text says of time, not only what is owed. */
  readonly all?: boolean
}

export function dueEntries(draft: Draft, request: DueRequest): DueEntries {
  const { settings, now, path = '', all = false } = request
  const nothing = { isReport: false, title: '', entries: [], dated: true, classification: undefined }
  if (!settings.enable) return nothing
  const found = commitmentsOf(draft, settings, now, { owed: !all })
  const told = found.all
  // Whether a text is a report at all is the dearest question, so it is asked last.
  if (told.length === 0 && !mayHaveLimit(draft, settings)) return nothing
  const classification = classify(draft, { path })
  if (!classification.isReport) return { ...nothing, classification }
  const title = titleOf(draft)
  const deadline = deadlineOfDraft(draft, classification, settings, now)
  const own = reportEntry(draft, deadline, title)
  // That something is due may be said, and by when; not one word of what.
  if (isClassified(draft))
    return {
      isReport: true,
      title: withheldTitle,
      entries: own && (all || own.nature !== 'done') ? [{ ...own, matter: withheldTitle, owner: '' }] : [],
      dated: found.dated,
      classification,
    }
  return {
    isReport: true,
    title,
    entries: [
      ...(own && (all || own.nature !== 'done') ? [own] : []),
      ...told.map(textEntry(draft, found, settings)),
    ],
    dated: found.dated,
    classification,
  }
}

/** A limit counts from a time of the head, unless the workspace itself sets one. */
function mayHaveLimit({ frontMatter }: Draft, { deadlinePreset, deadlineLimits }: Settings): boolean {
  if (!frontMatter) return false
  const { occurred, received, deadline, previous, closed } = timesOf(frontMatter)
  return (
    [occurred, received, deadline, previous, closed].some(time => time !== undefined) ||
    deadlinePreset !== '' ||
    Object.keys(deadlineLimits).length > 0
  )
}

const handedIn = new Set<ReportDeadline['state']>(['submitted', 'submittedOnTime', 'submittedLate'])

function reportEntry(draft: Draft, deadline: ReportDeadline, title: string): DueEntry | undefined {
  const { due, state, choice, arithmetic, nextChangeAt } = deadline
  if (due === null || !choice) return undefined
  const joined = (source: string) => [arithmetic, source].filter(Boolean).join('；')
  return {
    ...deadlinePlace(draft),
    of: 'report',
    text: '报送时限',
    nature: handedIn.has(state) ? 'done' : 'obligation',
    due,
    wholeDay: false,
    // While it is not near, the next change is that it comes near.
    nearFrom: state === 'notDue' && nextChangeAt !== undefined ? nextChangeAt : 0,
    matter: title,
    owner: drafters(draft.frontMatter?.entries.get('拟稿人')?.people?.people ?? [])
      .map(({ name }) => name)
      .join('、'),
    recurring: false,
    basis: [joined(choice.citation[0] || choice.title[0]), joined(choice.citation[1] || choice.title[1])],
    doneAt: undefined,
  }
}

const textEntry =
  (draft: Draft, { dated }: Commitments, settings: Settings) =>
  (time: Commitment): DueEntry => ({
    start: time.start,
    end: time.end,
    of: 'text',
    text: time.text,
    nature: time.nature,
    due: time.due,
    wholeDay: time.precision !== 'minute',
    nearFrom: nearFrom(time, settings),
    ...aboutOf(draft, time),
    recurring: time.recurring,
    basis: time.arithmetic
      ? [
          `${time.arithmetic}${dated ? '' : '（稿件没有写成稿日期，从今天算起）'}`,
          `${time.arithmetic}${dated ? '' : ' (counted from today: the draft has no date)'}`,
        ]
      : time.reason,
    // A duty of every month is not done once and for all.
    doneAt: time.recurring ? undefined : time.doneAt,
  })

/** What has to be done in one line, with who is to do it in front unless the words say it themselves. */
export function dueHeadline({ of, owner, matter }: Pick<DueEntry, 'of' | 'owner' | 'matter'>): string {
  return of === 'text' && owner && !matter.includes(owner) ? `${owner}：${matter}` : matter
}

function titleOf({ frontMatter, blocks }: Draft): string {
  const heading = blocks.find(({ block }) => block.context.type === 'heading')?.block.text
  return frontMatter?.entries.get('标题')?.text || heading || ''
}
