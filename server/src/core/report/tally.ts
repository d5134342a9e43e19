// How often each rule says something, kept from edit to edit: a long draft has thousands of findings, and a key changes few.

import type { Family, Finding, Severity } from '../types'

/** What is counted, in the order of the draft. */
export type Counted = readonly (readonly Pick<Finding, 'rule' | 'family' | 'severity'>[])[]

export interface Said {
  readonly family: Family
  readonly counts: Readonly<Record<Severity, number>>
}

/** By rule; a rule that says nothing is not in it. */
export type Tally = ReadonlyMap<string, Said>

export function tallyOf(groups: Counted): Tally {
  const tally = new Map<string, Counting>()
  for (const group of groups) count(tally, group, 1)
  return tally
}

/** The tally after the groups of some numbers have changed. */
export function tallyAfter(before: Tally, old: Counted, groups: Counted, changed: Iterable<number>): Tally {
  const tally = new Map<string, Counting>()
  for (const [rule, { family, counts }] of before) tally.set(rule, { family, counts: { ...counts } })
  for (const group of changed) {
    count(tally, old[group]!, -1)
    count(tally, groups[group]!, 1)
  }
  for (const [rule, said] of tally) if (totalOf(said) === 0) tally.delete(rule)
  return tally
}

export function totalOf({ counts }: Said): number {
  return counts.error + counts.warning + counts.information + counts.hint
}

/** The rules in the order in which they first say something. */
export function rulesInOrder(groups: Counted, tally: Tally): Iterable<string> {
  const rules = new Set<string>()
  for (const group of groups)
    for (const { rule } of group) {
      rules.add(rule)
      if (rules.size === tally.size) return rules
    }
  return rules
}

interface Counting extends Said {
  readonly counts: Record<Severity, number>
}

function count(tally: Map<string, Counting>, group: Counted[number], by: 1 | -1): void {
  for (const { rule, family, severity } of group) {
    let said = tally.get(rule)
    if (!said) {
      said = { family, counts: { error: 0, warning: 0, information: 0, hint: 0 } }
      tally.set(rule, said)
    }
    said.counts[severity] += by
  }
}
