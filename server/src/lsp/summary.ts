// A check in one line (status) and on one page (report card).

import {
  dimensionNames,
  type Family,
  type Finding,
  type Instant,
  kindById,
  type Language,
  personText,
  type Rule,
  rules,
  type Severity,
  type ShownFinding,
  say,
  stageLabel,
} from '../core'
import type { CardFamily, CardFinding, Counts, ReportCard, Status } from '../protocol'
import { pathOf } from './checks'
import { deadlineOf } from './deadline'
import { rangeOf } from './lines'
import type { Checked } from './services'
import { familyLabels, shortened } from './words'

/** Findings as of the check, the time limit as of `now`. */
export function statusOf({ document, check, settings, language }: Checked, now: Instant): Status {
  const { report } = check
  const { kind, stage, inferred, reason } = report.classification
  const label = say(kindById[kind].label, language)
  return {
    uri: document.uri,
    version: document.version,
    isReport: report.isReport,
    kind,
    kindLabel: stage ? `${label}·${say(stageLabel[stage], language)}` : label,
    inferred,
    reason: say(reason, language),
    score: report.score?.total ?? null,
    deadline: report.isReport ? deadlineOf(document.draft, report, settings.settings, now, language) : null,
    counts: countsOf(report.shown),
  }
}

function countsOf(findings: readonly Finding[]): Counts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** Two answers that a status bar would show alike; versions and milliseconds do not count. */
export function sameStatus(a: Status, b: Status): boolean {
  const shown = ({ version: _, deadline, ...rest }: Status) =>
    JSON.stringify([rest, deadline && [deadline.due, deadline.state, deadline.basis]])
  return shown(a) === shown(b)
}

/** The four complaints of the field first, form last. */
const familyOrder: readonly Family[] = ['generic', 'data', 'analysis', 'deadline', 'form']
const dimensionFull = 20

export function reportCardOf(checked: Checked, now: Instant, known: readonly Rule[] = rules): ReportCard {
  const { document, check, language } = checked
  const { report, draft } = check
  const titles = new Map(known.map(rule => [rule.id, say(rule.title, language)]))
  const titleOf = (rule: string) => titles.get(rule) ?? rule
  return {
    ...statusOf(checked, now),
    title: titleOfDraft(checked),
    authors: draft.frontMatter?.entries.get('拟稿人')?.people?.people.map(personText) ?? [],
    length: draft.blocks.reduce((sum, { block }) => sum + block.text.replace(/\s/g, '').length, 0),
    dimensions: report.score
      ? Object.entries(dimensionNames).map(([dimension, label]) => ({
          dimension: dimension as keyof typeof dimensionNames,
          label: say(label, language),
          points: report.score!.byDimension[dimension as keyof typeof dimensionNames],
          full: dimensionFull,
          deductions: report
            .score!.deductions.filter(each => each.dimension === dimension)
            .map(({ rule, points, count }) => ({ rule, title: titleOf(rule), points, count })),
        }))
      : [],
    ceiling: report.score?.ceiling
      ? { ...report.score.ceiling, title: titleOf(report.score.ceiling.rule) }
      : null,
    families: familyOrder.flatMap((family): CardFamily[] => {
      const findings = report.shown.filter(each => each.family === family)
      if (findings.length === 0) return []
      const label = say(familyLabels[family], language)
      return [
        { family, label, findings: findings.map(each => cardFinding(each, document, titleOf, language)) },
      ]
    }),
    first: report.first.flatMap(id =>
      report.shown.filter(each => each.id === id).map(each => cardFinding(each, document, titleOf, language)),
    ),
    notes: report.notes.map(note => say(note.text, language)),
  }
}

function cardFinding(
  finding: ShownFinding,
  { lines, text }: Checked['document'],
  titleOf: (rule: string) => string,
  language: Language,
): CardFinding {
  // A card leads to the words themselves, also where the finding is shown on the first line.
  const lead = finding.reasons[0]!
  const excerptOf = ({ start, end }: Finding) => shortened(text.slice(start, Math.min(end, start + 300)))
  const isLine = finding.gathered !== undefined && finding.reasons.length > 1
  return {
    rule: finding.rule,
    title: titleOf(finding.rule),
    severity: finding.severity,
    what: say(finding.what, language),
    why: say(finding.why, language),
    doNext: say(finding.doNext, language),
    range: rangeOf(lines, lead),
    excerpt: isLine ? '' : excerptOf(lead),
    ...(finding.stopsHandIn ? { stopsHandIn: true } : {}),
    ...(isLine
      ? { places: finding.reasons.map(each => ({ range: rangeOf(lines, each), excerpt: excerptOf(each) })) }
      : {}),
  }
}

export function titleOfDraft({ check: { draft }, document }: Checked): string {
  const heading = draft.blocks.find(({ block }) => block.context.type === 'heading')?.block.text
  const file = pathOf(document.uri).replace(/^.*\//, '')
  return shortened(draft.frontMatter?.entries.get('标题')?.text || heading || file, 80)
}
