// The negative background: what the rules on wording and claims say of sentences of laws, which are precise by profession. At
// most two findings in a thousand sentences are allowed.

import path from 'node:path'
import { readBackground } from '../../scripts/train/background'
import { lawSentences } from '../../scripts/train/law'
import { check, committedClauses, rulesOf, wrong } from './measure'

const asked = 20_000
const allowed = 2
const perDraft = 50
const judged = ['generic-phrase', 'claim-without-data', 'vague-quantity'] as const

export function evaluateLaw(background: string) {
  const texts = readBackground(background)
  if (!texts) {
    console.log(
      `\nThe official texts are not beside the project (${path.basename(background)}): laws are not measured.`,
    )
    return
  }
  const clauses = committedClauses()
  const sentences = lawSentences(texts)
    .slice(0, asked)
    .map(({ text }) => text.trim())
  const counts = new Map<string, number>()
  for (let i = 0; i < sentences.length; i += perDraft) {
    const body = sentences.slice(i, i + perDraft).join('\n\n')
    const document = check(`---\n类型: 综合\n---\n\n${body}\n`, 'law.md', judged, undefined, clauses)
    if (rulesOf(document).size === 0) continue
    for (const { rule, start, end, what } of document.report.findings) {
      const name = what[0].includes('空泛句') ? `${rule} (model)` : rule
      counts.set(name, (counts.get(name) ?? 0) + 1)
      wrong('law', `${name}: ${document.text.slice(start, end)}`)
    }
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `\nLaws: ${((all / sentences.length) * 1000).toFixed(2)} findings in 1,000 sentences (at most ${allowed} allowed; ${sentences.length} sentences)`,
  )
  for (const [name, count] of counts) console.log(`  ${name.padEnd(24)} ${count}`)
}
