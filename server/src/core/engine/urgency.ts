// How much an editor minds a finding: what is asked for first when a draft comes back. From the practice of 信息科 editors as
// domain knowledge has it: what must not leave, what is wrong, what is late, what is missing, what is empty, how it is said.

import type { Family, Finding, Severity } from '../types'

/** Higher is more urgent; a rule that is not named goes by its family. */
const ofRule: Readonly<Record<string, number>> = {
  'classified-content': 100,
  'personal-information': 95,
  'missing-section': 90,
  'sparse-data': 88,
  'figure-mismatch': 86,
  'overdue-report': 84,
  'impossible-date': 80,
  'unfilled-placeholder': 78,
  'one-sided-positive': 76,
  'problem-without-measure': 72,
  'problem-without-cause': 70,
  'problem-without-substance': 68,
  'missing-element': 66,
  'generic-document': 64,
  'chronicle-style': 62,
  'overdue-commitment': 60,
  'duplicate-content': 58,
  'claim-without-data': 54,
  'measure-without-owner': 50,
  'measure-without-deadline': 49,
  'vague-paragraph': 40,
}

const ofFamily: Readonly<Record<Family, number>> = {
  deadline: 56,
  analysis: 48,
  data: 46,
  form: 34,
  generic: 30,
}

/** An error comes before everything that is none; below that a step of severity weighs less than the rule. */
const ofSeverity: Readonly<Record<Severity, number>> = { error: 100, warning: 8, information: 4, hint: 0 }

type Weighed = Pick<Finding, 'rule' | 'family' | 'severity' | 'stopsHandIn'>

export function urgency({ rule, family, severity, stopsHandIn }: Weighed): number {
  // What is only suggested is never urgent, whichever rule suggests it; what keeps the draft from going out is no suggestion.
  if (severity === 'hint' && !stopsHandIn) return Math.min(ofRule[rule] ?? ofFamily[family], ofFamily.generic)
  return (ofRule[rule] ?? ofFamily[family]) + ofSeverity[severity]
}
