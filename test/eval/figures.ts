// Figures of official texts are right until shown otherwise: every accusation of the arithmetic there is counted and listed.

import path from 'node:path'
import { readBackground } from '../../scripts/train/background'
import { checkFigures } from '../../server/src/core/text/arithmetic'
import { findQuantities } from '../../server/src/core/text/quantities'

/** Paragraphs with two figures or more: fewer cannot contradict each other. */
export function evaluateFigures(background: string) {
  const texts = readBackground(background)
  if (!texts) {
    console.log(
      `\nThe official texts are not beside the project (${path.basename(background)}): their figures are not checked.`,
    )
    return
  }
  const accused = new Map<string, number>()
  const listed: string[] = []
  let passages = 0
  for (const { kind, text } of texts) {
    for (const paragraph of text.split(/\n+/)) {
      const figures = findQuantities(paragraph)
      if (figures.length < 2) continue
      passages++
      for (const { check, stated, working } of checkFigures(paragraph, figures)) {
        accused.set(check, (accused.get(check) ?? 0) + 1)
        listed.push(`  ${kind} ${check} ${stated}: ${working}`)
      }
    }
  }
  console.log(
    `\nFigures of official texts: ${listed.length} accused in ${passages} passages with two or more`,
  )
  for (const [check, count] of accused) console.log(`  ${check.padEnd(12)} ${count}`)
  for (const line of listed) console.log(line)
}
