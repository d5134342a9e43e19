// What an experienced editor would strike or make concrete in one sentence, and how firmly to say so.

import { classOf } from '../../lexicon'
import type { ClassId, PhraseClass } from '../../lexicon/types'
import type { KindId, Stage } from '../../report/kinds'
import type { Severity, Span } from '../../types'
import { cue, cuesOf } from './cues'
import { isAcclaimed, isGraded, isGuidance, isSpelledOut } from './frame'
import type { PhraseHit, PhraseMatcher } from './matcher'
import { resolveOverlaps } from './overlap'
import { classInPlace } from './placeClass'
import { isNormative, isSilentInHeading, isStatutoryPurpose } from './protected'
import { type ReadSentence, readSentence } from './readSentence'
import { hasSubstance, substanceOf } from './substance'

export type SentencePosition = 'first' | 'last' | 'body' | 'heading'
export type SectionRole = 'problem' | 'cause' | 'measure'

export interface SentenceContext {
  readonly kind?: KindId
  readonly stage?: Stage
  readonly position?: SentencePosition
  readonly sectionRole?: SectionRole
  /** What follows the sentence; the first forty code units are read. */
  readonly next?: string
  /** Names of the user's own that are never phrases. */
  readonly terms?: readonly string[]
  /** Matcher with own entries, when there are any. */
  readonly matcher?: PhraseMatcher
}

export interface GenericFinding extends Span {
  /** The phrase's class; where several stand together, that of the first. */
  readonly class: PhraseClass
  /** Ids of the entries that were hit, in order. */
  readonly entries: readonly string[]
  /** The words found, in order: one, or several that stand together. */
  readonly phrases: readonly string[]
  readonly severity: Severity
  readonly suggestion?: string
}

/** Classes that claim an effect, so that a count of activities does not support them. */
const effects: ReadonlySet<ClassId> = new Set(['D', 'E', 'L'])
const wasteInEmergency: ReadonlySet<ClassId> = new Set(['A', 'B', 'L', 'Q'])
const company = 25
const together = 16

/**
 * The hits of a sentence that are empty where they stand, among those that are `asked` for: without overlaps, and before it
 * is known whether there is substance beside them. Expects normalised text (full-width marks, half-width digits); offsets
 * count from the sentence's start.
 */
export function openHits(
  sentence: ReadSentence,
  context: SentenceContext,
  asked: (hit: PhraseHit) => boolean,
): readonly PhraseHit[] {
  const { text, hits } = sentence
  if (!hits.some(asked) || sentence.isLegal) return []
  if (context.kind === 'other' && isGuidance(text)) return []
  const heading = context.position === 'heading'
  const emergency = context.kind === 'emergency'
  const open = sentence.own.filter(
    hit =>
      asked(hit) &&
      !(heading && isSilentInHeading(hit.entry.classId)) &&
      !isRightThere(sentence, hit) &&
      !(emergency && isStatus(text.slice(hit.start, hit.end))),
  )
  return resolveOverlaps(open)
}

/** What stands around the phrase makes it law, a list, or somebody's verdict. */
function isRightThere({ text, cues }: ReadSentence, hit: PhraseHit): boolean {
  const { classId } = hit.entry
  return (
    introducesItems(hit, text) ||
    ((cues & cue.normative) !== 0 && isNormative(classId, text, hit.start)) ||
    ((cues & cue.basis) !== 0 && isStatutoryPurpose(classId, text, hit.start)) ||
    ((cues & cue.listed) !== 0 && isSpelledOut(classId, text, hit)) ||
    ((cues & cue.acclaim) !== 0 && isAcclaimed(classId, text, hit)) ||
    ((cues & cue.grade) !== 0 && isGraded(classId, text, hit))
  )
}

/** The open hits that no figure, name, day or document beside them excuses. */
function withoutSubstance(
  open: readonly PhraseHit[],
  sentence: ReadSentence,
  next: string | undefined,
): readonly PhraseHit[] {
  if (open.every(({ entry }) => entry.cures.length === 0)) return open
  const { text } = sentence
  const read = next ? text + next.slice(0, 40) : text
  const cues = next ? sentence.cues | cuesOf(read, text.length - 1) : sentence.cues
  const substance = substanceOf(read, kind => (cues & cue[kind]) !== 0)
  return open.filter(
    hit => !hasSubstance(text, hit, hit.entry.cures, substance, effects.has(hit.entry.classId)),
  )
}

/** In an emergency 情绪稳定、秩序正常 is what the reader asks about. */
function isStatus(phrase: string): boolean {
  return /^(?:情绪|[^，]{0,4}秩序|社会大局|大局)/.test(phrase)
}

/** “要抓好以下工作：” leads to the items that make it concrete. */
function introducesItems(hit: PhraseHit, text: string): boolean {
  return (
    text[hit.end] === '：' &&
    (hit.entry.classId === 'F' || hit.entry.classId === 'G' || hit.entry.classId === 'C')
  )
}

/** The findings of rule `generic-phrase` in one sentence. */
export function judgeSentence(
  text: string,
  context: SentenceContext = {},
  sentence: ReadSentence = readSentence(text, context.matcher, context.terms),
): GenericFinding[] {
  const hits = withoutSubstance(openHits(sentence, context, isSureEnough), sentence, context.next)
  if (hits.length === 0) return []
  const whole = context.sectionRole !== undefined && isAllPhrases(text, hits)
  const reported = whole ? hits : hits.filter((hit, index) => isReported(hit, index, hits, context))
  if (reported.length === 0) return []
  return groups(text, reported).map(group => toFinding(text, group, hits.length, context))
}

const isSureEnough = (hit: PhraseHit): boolean => hit.entry.risk !== 'high'

/** Cheap: without this nothing is found in the sentence, wherever it stands. */
export function mayBeReported({ hits }: ReadSentence): boolean {
  return hits.some(isSureEnough)
}

function isReported(
  hit: PhraseHit,
  index: number,
  hits: readonly PhraseHit[],
  context: SentenceContext,
): boolean {
  if (hit.entry.risk === 'low' || isInItsPlace(hit.entry.classId, context)) return true
  return [hits[index - 1], hits[index + 1]].some(other => other && gap(hit, other) <= company)
}

/** 三是健全工作机制。 in a list of measures or causes: nothing stands beside the phrases. */
function isAllPhrases(text: string, hits: readonly PhraseHit[]): boolean {
  let at = 0
  let rest = ''
  for (const hit of hits) {
    rest += text.slice(at, hit.start)
    at = Math.max(at, hit.end)
  }
  return /^(?:[一二三四五六七八九十]{1,2}[是要、]|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.、．]|[要须应还需将、，；。\s])*$/.test(
    rest + text.slice(at),
  )
}

function gap(a: Span, b: Span): number {
  return a.start < b.start ? b.start - a.end : a.start - b.end
}

/** Position makes a doubtful phrase sure: an opening formula that opens, a hedge in a problem section. */
function isInItsPlace(classId: ClassId, { position, sectionRole }: SentenceContext): boolean {
  if (classId === 'A') return position === 'first'
  if (classId === 'G') return position === 'last'
  if (classId === 'N' || classId === 'O') return sectionRole === 'problem' || sectionRole === 'cause'
  return false
}

/** Phrases that follow each other closely are one thing to strike, so they are one finding when there are three or more. */
function groups(text: string, hits: readonly PhraseHit[]): PhraseHit[][] {
  const runs: PhraseHit[][] = []
  for (const hit of hits) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && hit.start - last.end <= together && !text.slice(last.end, hit.start).includes('。'))
      run.push(hit)
    else runs.push([hit])
  }
  return runs.flatMap(run => (run.length >= 3 || isOnePiece(run) ? [run] : run.map(hit => [hit])))
}

/** 全面推动达标工作落到实处: two entries, one phrase. */
function isOnePiece([first, second]: readonly PhraseHit[]): boolean {
  return second !== undefined && second.start === first!.end
}

function toFinding(
  text: string,
  group: readonly PhraseHit[],
  weight: number,
  context: SentenceContext,
): GenericFinding {
  const first = group[0]!
  const classId = first.entry.classId
  const shown = classInPlace(first, text, context)
  return {
    start: first.start,
    end: group.at(-1)!.end,
    class: classOf(shown),
    entries: group.map(hit => hit.entry.id),
    phrases: group.map(hit => text.slice(hit.start, hit.end)),
    severity: severityOf(classId, weight, context),
    ...(group.length === 1 && first.entry.suggestion && shown === classId
      ? { suggestion: first.entry.suggestion }
      : {}),
  }
}

function severityOf(classId: ClassId, weight: number, { kind, stage, position }: SentenceContext): Severity {
  const emergency = kind === 'emergency' && (stage === undefined || stage === 'first')
  if (emergency && wasteInEmergency.has(classId)) return 'warning'
  if (weight >= 5) return 'warning'
  if (weight >= 3) return 'information'
  if (classId === 'A' && position === 'first' && kind === 'brief') return 'information'
  if (classId === 'G' && position === 'last' && (kind === 'brief' || emergency)) return 'information'
  return 'hint'
}
