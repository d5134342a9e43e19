// The small pure steps that findings pass on their way out: sort, drop repeats, cap.

import type { Draft } from '../document/document'
import { type Bilingual, type Finding, type Severity, severities } from '../types'
import type { Judged, Stated } from './findings'

const weight = Object.fromEntries(severities.map((severity, i) => [severity, i])) as Record<Severity, number>

/** By place, then by weight, then by rule: the same report whatever order the rules ran in. */
export function sorted<T extends Judged>(findings: readonly T[]): T[] {
  return [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      weight[a.severity] - weight[b.severity] ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}

/** Of one rule's findings on overlapping places only the first stays. Expects sorted findings. */
export function withoutOverlaps<T extends Judged>(findings: readonly T[]): T[] {
  const reach = new Map<string, number>()
  return findings.filter(finding => {
    const last = reach.get(finding.rule) ?? -1
    if (finding.start < last) return false
    reach.set(finding.rule, Math.max(finding.end, finding.start + 1))
    return true
  })
}

/** Rules that may say the same of the same words, the one that says more in front. */
const twins: readonly (readonly [more: string, less: string])[] = [['claim-without-data', 'generic-phrase']]

/**
 * Where two rules of a pair underline the same words, one finding says both, under the rule that says more. Expects sorted
 * findings.
 */
export function withoutTwins(findings: readonly Stated[]): readonly Stated[] {
  let kept = findings
  for (const [more, less] of twins) {
    const speaking = kept.filter(finding => finding.rule === more)
    if (speaking.length === 0) continue
    const said = new Map<Stated, Stated>()
    const left: Stated[] = []
    let from = 0
    for (const finding of kept) {
      if (finding.rule === less) {
        while (from < speaking.length && speaking[from]!.end <= finding.start) from++
        const over = coverOf(finding, speaking, from)
        if (over) {
          // Of several phrases in one claim the first is enough.
          if (!said.has(over)) said.set(over, finding)
          continue
        }
      }
      left.push(finding)
    }
    if (said.size > 0)
      kept = sorted(
        left.map(finding => {
          const other = said.get(finding)
          return other ? new JoinedFinding(finding, other) : finding
        }),
      )
  }
  return kept
}

/** The finding that covers most of what those from `from` on cover, if together they cover half: a longer row says more. */
function coverOf(finding: Stated, speaking: readonly Stated[], from: number): Stated | undefined {
  let shared = 0
  let most = 0
  let over: Stated | undefined
  for (let i = from; i < speaking.length && speaking[i]!.start < finding.end; i++) {
    const part = Math.min(finding.end, speaking[i]!.end) - Math.max(finding.start, speaking[i]!.start)
    shared += part
    if (part > most) {
      most = part
      over = speaking[i]
    }
  }
  return shared * 2 >= finding.end - finding.start ? over : undefined
}

/** Rules that blame one passage for two things which are mended in one go: told as one, under the first. */
const joint: readonly (readonly [first: string, second: string])[] = [
  ['measure-without-owner', 'measure-without-deadline'],
  ['missing-section', 'problem-without-measure'],
  ['missing-section', 'one-sided-positive'],
]

/** Where both rules of a pair underline exactly the same words, one finding says both. Expects sorted findings. */
export function joined(findings: readonly Stated[]): readonly Stated[] {
  let kept = findings
  for (const [first, second] of joint) {
    if (!kept.some(({ rule }) => rule === first)) continue
    const taken = new Set<Stated>()
    const together = kept.map(finding => {
      if (finding.rule !== first) return finding
      const other = kept.find(each => each.rule === second && samePlace(each, finding) && !taken.has(each))
      if (!other) return finding
      taken.add(other)
      return new JoinedFinding(finding, other)
    })
    // Together they may weigh more than the first did alone.
    if (taken.size > 0) kept = sorted(together.filter(finding => !taken.has(finding)))
  }
  return kept
}

const samePlace = (a: Judged, b: Judged) => a.start === b.start && a.end === b.end

class JoinedFinding implements Stated {
  readonly rule: string
  readonly family: Finding['family']
  readonly severity: Severity
  readonly start: number
  readonly end: number
  readonly #first: Stated
  readonly #second: Stated
  #parts: readonly Finding[] = []
  #told: Finding | undefined

  constructor(first: Stated, second: Stated) {
    this.rule = first.rule
    this.family = first.family
    this.severity = weight[first.severity] <= weight[second.severity] ? first.severity : second.severity
    this.start = first.start
    this.end = first.end
    this.#first = first
    this.#second = second
  }

  told(draft: Draft, at: number): Finding {
    const first = this.#first.told(draft, at)
    const second = this.#second.told(draft, at)
    if (this.#parts[0] !== first || this.#parts[1] !== second) {
      this.#parts = [first, second]
      this.#told = join(first, second)
    }
    return this.#told!
  }
}

function join(first: Finding, second: Finding): Finding {
  const related = [...(first.related ?? []), ...(second.related ?? [])].filter(
    (part, i, all) => all.findIndex(each => each.start === part.start && each.end === part.end) === i,
  )
  return {
    ...first,
    also: first.also ? [first.also, second.rule].flat() : second.rule,
    reasons: [...(first.reasons ?? [first]), second],
    severity: weight[first.severity] <= weight[second.severity] ? first.severity : second.severity,
    what: inOne(first.what, second.what),
    why: inOne(first.why, second.why),
    doNext: inOne(first.doNext, second.doNext),
    fixes: [
      ...first.fixes,
      ...second.fixes.filter(fix => !first.fixes.some(({ title }) => title[0] === fix.title[0])),
    ],
    ...(related.length ? { related } : {}),
  }
}

/** 这条措施没有写由谁负责；这条措施没有写什么时候完成 → 这条措施没有写由谁负责，也没有写什么时候完成. */
export function inOne(first: Bilingual, second: Bilingual): Bilingual {
  const subject = /^(?:这条措施|这部分\d+条措施都)(?=没有)/.exec(first[0])?.[0]
  const chinese =
    subject && second[0].startsWith(subject)
      ? `${first[0]}，也${second[0].slice(subject.length)}`
      : `${first[0]}；${second[0]}`
  return [chinese, `${first[1]}. ${second[1]}`]
}
