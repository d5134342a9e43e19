// The small pure steps that findings pass on their way out: sort, drop repeats, cap.

import { type Finding, type Severity, severities } from '../types'

const weight = Object.fromEntries(severities.map((severity, i) => [severity, i])) as Record<Severity, number>

/** By place, then by weight, then by rule: the same report whatever order the rules ran in. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      weight[a.severity] - weight[b.severity] ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}

/** Of one rule's findings on overlapping places only the first stays. Expects sorted findings. */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
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

/** Where two rules of a pair underline the same words, only the finding that says more stays. Expects sorted findings. */
export function withoutTwins(findings: readonly Finding[]): Finding[] {
  let kept = [...findings]
  for (const [more, less] of twins) {
    const speaking = kept.filter(finding => finding.rule === more)
    if (speaking.length === 0) continue
    let from = 0
    kept = kept.filter(finding => {
      if (finding.rule !== less) return true
      while (from < speaking.length && speaking[from]!.end <= finding.start) from++
      let shared = 0
      for (let i = from; i < speaking.length && speaking[i]!.start < finding.end; i++)
        shared += Math.min(finding.end, speaking[i]!.end) - Math.max(finding.start, speaking[i]!.start)
      // A row of phrases of which the claim is only a part has more to say.
      return shared * 2 < finding.end - finding.start
    })
  }
  return kept
}

/** At most `limit` findings, the gravest first; order by place is kept. */
export function capped(findings: readonly Finding[], limit: number): { kept: Finding[]; left: number } {
  if (findings.length <= limit) return { kept: [...findings], left: 0 }
  const byWeight = severities.flatMap(severity => findings.filter(finding => finding.severity === severity))
  const keep = new Set(byWeight.slice(0, limit))
  return { kept: findings.filter(finding => keep.has(finding)), left: findings.length - limit }
}
