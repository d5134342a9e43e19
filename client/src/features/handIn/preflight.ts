// What stands between a draft and its hand-in, as data: what blocks, what to be warned of, what would go out. Pure; the
// page and the tests read the same answer.

import type { CardFinding, ReportCard } from '../../../../server/src/protocol'
import type { EntryView, HandIn, Notice, Prepared } from '../../submission'
import type { KnownChannel } from './channels'

/** A draft whose very version was checked. */
export interface CheckedDraft {
  readonly uri: string
  readonly file: string
  readonly card: ReportCard
  readonly handIn: HandIn
  readonly prepared: Prepared
}

export interface Preflight extends CheckedDraft {
  /** `stop`: something blocks · `done`: this version was handed in before · `classified`: nothing more may be shown. */
  readonly state: 'ready' | 'stop' | 'done' | 'classified'
  /** The lateness is the only thing that blocks, and a reason lifts it. */
  readonly wantsReason: boolean
  readonly errors: readonly CardFinding[]
  readonly warnings: readonly CardFinding[]
  /** What the package says beside the findings. */
  readonly blocking: readonly Notice[]
  readonly remarks: readonly Notice[]
  readonly personal: readonly CardFinding[]
  /** The hand-in of this very version by this channel, where there is one. */
  readonly known: EntryView | undefined
}

export interface PreflightInput extends CheckedDraft {
  readonly known: EntryView | undefined
  /** What is wrong with the channel itself. */
  readonly channelProblems: readonly Notice[]
}

export function preflightOf({ channelProblems, known, ...draft }: PreflightInput): Preflight {
  const { card, prepared } = draft
  const findings = card.families.flatMap(family => family.findings)
  const errors = findings.filter(isBlocking)
  // The findings themselves say it better than their number.
  const said = prepared.blocking.filter(({ code }) => code !== 'has-errors' || errors.length === 0)
  // Asked when the hand-in is confirmed: the writer can lift it by a look at the files.
  const [asked, own] = [said.filter(isAsked), said.filter(each => !isAsked(each))]
  const classified = own.some(({ code }) => code.startsWith('classified'))
  const isDone = known !== undefined && ['queued', 'sending', 'delivered'].includes(known.state)
  const blocking = [...own, ...channelProblems]
  const stops = errors.length + blocking.length > 0 || !card.isReport
  return {
    ...draft,
    known,
    state: classified ? 'classified' : isDone ? 'done' : stops ? 'stop' : 'ready',
    wantsReason: own.some(({ code }) => code === 'late-without-reason'),
    errors,
    warnings: findings.filter(({ severity }) => severity === 'warning'),
    blocking,
    remarks: [...asked, ...prepared.warnings],
    personal: findings.filter(({ rule }) => rule === 'personal-information'),
  }
}

const isAsked = ({ code }: Notice): boolean => code === 'attachments-unread'

/** What the writer has to vouch for before these drafts go out. */
export const vouchedFor = (drafts: readonly Preflight[]): readonly Notice[] =>
  drafts.flatMap(({ remarks }) => remarks.filter(isAsked))

/** Lateness blocks by itself until there is a reason for it, so its finding does not count again. */
const isBlocking = ({ severity, rule, stopsHandIn }: CardFinding): boolean =>
  stopsHandIn === true || (severity === 'error' && rule !== 'overdue-report')

export const blockingErrors = ({ families }: ReportCard): number =>
  families.reduce((sum, { findings }) => sum + findings.filter(isBlocking).length, 0)

/** The reason for lateness is all that is missing. */
export const onlyReasonMissing = ({ wantsReason, errors, blocking, card }: Preflight): boolean =>
  wantsReason && errors.length === 0 && blocking.length === 1 && card.isReport

/**
 * The time limit that a hand-in is measured by. A version that corrects one which was in time is not late: its first
 * hand-in counts.
 */
export function deadlineFor({ deadline }: ReportCard): string | undefined {
  return deadline && deadline.state !== 'met' ? deadline.due : undefined
}

export interface Selected {
  readonly ready: readonly Preflight[]
  readonly stopped: readonly Preflight[]
  readonly done: readonly Preflight[]
}

export const sorted = (drafts: readonly Preflight[]): Selected => ({
  ready: drafts.filter(({ state }) => state === 'ready'),
  stopped: drafts.filter(({ state }) => state === 'stop' || state === 'classified'),
  done: drafts.filter(({ state }) => state === 'done'),
})

/** The channel of this hand-in: the one asked for, the one the settings name, the one used last, the first. */
export function chooseChannel(
  channels: readonly KnownChannel[],
  ...wishes: readonly (string | undefined)[]
): KnownChannel | undefined {
  for (const wish of wishes) {
    const found = channels.find(({ channel }) => channel.name === wish)
    if (found) return found
  }
  return channels[0]
}
