// The explanation of a draft's kind in the words of one language.

import { type Bilingual, type Instant, kindById, say, viewOf } from '../core'
import { citationOf, limits } from '../core/report/deadlines'
import { startNames } from '../core/report/deadlines/reportDeadline'
import type { ClockStart } from '../core/report/deadlines/types'
import { type Expected, expectedOf } from '../core/report/explain'
import { lessonOf } from '../core/report/explainKinds'
import type { ExplainedItem, ExplainedLimit, Explanation } from '../protocol'
import { pathOf } from './checks'
import { keyMeanings } from './data/frontMatter'
import { deadlineAt } from './deadline'
import { rangeOf } from './lines'
import type { Checked } from './services'
import { reportCardOf } from './summary'

export function expectedIn({ document, check, settings }: Checked, now: Instant): Expected[] {
  const { kind, stage } = check.report.classification
  const view = viewOf(document.draft, { settings: settings.settings, path: pathOf(document.uri) })
  return expectedOf(document.draft, view, {
    kind,
    stage,
    context: { settings: settings.settings, now },
    findings: check.report.findings,
  })
}

export function explanationOf(checked: Checked, now: Instant): Explanation {
  const { check, language } = checked
  const { kind, stage } = check.report.classification
  const lesson = lessonOf(kind, stage)
  const text = (words: Bilingual) => say(words, language)
  const {
    families: _,
    dimensions: __,
    notes: ___,
    first: ____,
    ceiling: _____,
    length,
    ...status
  } = reportCardOf(checked, now)
  const [from, to] = lesson.length ?? kindById[kind].length
  return {
    ...status,
    purpose: text(lesson.purpose),
    order: text(lesson.order),
    pair: lesson.pair
      ? { bad: lesson.pair.bad, good: lesson.pair.good, because: text(lesson.pair.because) }
      : null,
    length: kind === 'other' ? null : { from, to, now: length },
    items: check.report.isReport ? expectedIn(checked, now).map(each => itemOf(each, checked)) : [],
    ...limitsOf(checked, now),
  }
}

function itemOf(
  { id, group, must, name, how, why, present, at, fix }: Expected,
  { document, language }: Checked,
): ExplainedItem {
  const key = group === 'head' ? keyMeanings[name[0] as keyof typeof keyMeanings] : undefined
  return {
    id,
    group,
    must,
    name: say(name, language),
    how: key ? say(key.meaning, language) : how ? say(how, language) : '',
    why: why ? say(why, language) : '',
    present,
    ...(at ? { range: rangeOf(document.lines, at) } : {}),
    ...(fix ? { fix: say(fix.title, language) } : {}),
  }
}

function limitsOf(
  { document, check, settings, language }: Checked,
  now: Instant,
): Pick<Explanation, 'limit' | 'otherLimits'> {
  const { kind, stage } = check.report.classification
  if (!check.report.isReport) return { limit: null, otherLimits: [] }
  const { choice, problems } = deadlineAt(document.draft, check.report, settings.settings, now)
  const from = (start: ClockStart) =>
    say([`从${startNames[start]}时算起`, `From ${startNames[start]}`], language)
  const others = limits.filter(
    limit =>
      limit !== choice?.limit &&
      !limit.superseded &&
      limit.kinds.includes(kind) &&
      limit.stages.includes(stage ?? 'first'),
  )
  return {
    limit: choice
      ? {
          title: say(choice.title, language),
          route: choice.limit?.route ?? '',
          from: choice.instant === undefined ? from(choice.start) : '',
          source: say(choice.citation, language),
          problem: problems[0] ? say(problems[0].text, language) : '',
        }
      : null,
    otherLimits: others.map(
      (limit): ExplainedLimit => ({
        title: say(limit.title, language),
        route: limit.route,
        from: from(limit.start),
        source: say(citationOf(limit), language),
      }),
    ),
  }
}
