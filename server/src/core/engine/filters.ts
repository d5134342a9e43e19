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

/** At most `limit` findings, the gravest first; order by place is kept. */
export function capped(findings: readonly Finding[], limit: number): { kept: Finding[]; left: number } {
  if (findings.length <= limit) return { kept: [...findings], left: 0 }
  const byWeight = severities.flatMap(severity => findings.filter(finding => finding.severity === severity))
  const keep = new Set(byWeight.slice(0, limit))
  return { kept: findings.filter(finding => keep.has(finding)), left: findings.length - limit }
}
