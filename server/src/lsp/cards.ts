// The card of a finding, as hover shows it: what, why and what to do, an example before and after, where it comes from, and how
// to be rid of it. An editor that shows the message of a finding right above the card is told nothing twice.

import {
  type Bilingual,
  type Example,
  type Finding,
  type Language,
  type Rule,
  say,
  writtenName,
} from '../core'
import { escapeMarkdown, familyLabels, severityLabels, shortened } from './words'

const labels = {
  why: ['为什么', 'Why'],
  doNext: ['怎么改', 'What to do'],
  before: ['改前', 'Before'],
  after: ['改后', 'After'],
  fine: ['这样写不会提示', 'Not reported'],
  sources: ['依据', 'Source'],
  page: ['规则说明', 'About this rule'],
  off: ['不想看到：在文首写', 'Switch off: write at the top'],
  offByKey: [
    '不想看到：按 Ctrl+. 选“不再提示”，或在文首写',
    'Switch off: press Ctrl+. and choose “Ignore here”, or write at the top',
  ],
} satisfies Record<string, Bilingual>

export function findingCard(
  finding: Finding,
  rule: Rule | undefined,
  language: Language,
  page: string | undefined,
  /** The editor shows the message of the finding by itself, and its key for fixes is known. */
  underMessage: boolean,
): string {
  const label = (name: keyof typeof labels) => say(labels[name], language)
  const colon = language === 'zh' ? '：' : ': '
  const text = (value: Bilingual) => escapeMarkdown(say(value, language))
  const title = rule ? text(rule.title) : finding.rule
  const kind = `${say(familyLabels[finding.family], language)} · ${say(severityLabels[finding.severity], language)}`
  const parts = [`**${title}** （${kind}）`]
  if (!underMessage) {
    const { what, why, doNext } = finding
    parts.push(
      `${text(what)}  \n${label('why')}${colon}${text(why)}  \n${label('doNext')}${colon}${text(doNext)}`,
    )
  }
  const example = rule ? examplePair(rule) : undefined
  if (example)
    parts.push(
      `${label('before')}${colon}${shownExample(example.bad)}  \n${label(example.mended ? 'after' : 'fine')}${colon}${shownExample(example.good)}`,
    )
  if (rule?.sources?.length)
    parts.push(`${label('sources')}${colon}${rule.sources.map(each => text(each)).join('；')}`)
  const link = page ? ` · [${label('page')}](${page})` : ''
  parts.push(
    `${label(underMessage ? 'offByKey' : 'off')} \`停用规则: [${rule ? writtenName(rule.title[0]) : finding.rule}]\`${link}`,
  )
  return parts.join('\n\n')
}

interface Pair {
  readonly bad: string
  readonly good: string
  readonly mended: boolean
}

/** A bad example and what stands against it: its own mended form if there is one, else a good example. */
function examplePair({ examples }: Rule): Pair | undefined {
  const mended = examples.bad.find((each): each is Example & { mended: string } => each.mended !== undefined)
  if (mended) return { bad: tellingLine(mended.text), good: tellingLine(mended.mended), mended: true }
  const [bad] = examples.bad
  const [good] = examples.good
  return bad && good ? { bad: tellingLine(bad.text), good: tellingLine(good.text), mended: false } : undefined
}

/** The line that holds the mark, or the first of prose: a hover is no place for a whole draft. */
function tellingLine(text: string): string {
  const lines = text.split('\n')
  const body = text.startsWith('---\n') ? lines.slice(lines.indexOf('---', 1) + 1) : lines
  return lines.find(line => line.includes('⟦')) ?? body.find(line => line.trim() !== '') ?? lines[0] ?? ''
}

function shownExample(line: string): string {
  // No emphasis: Markdown does not see it between Chinese characters and brackets.
  return escapeMarkdown(shortened(line, 120)).replace(/⟦/g, '【').replace(/⟧/g, '】')
}
