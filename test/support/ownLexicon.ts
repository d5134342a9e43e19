// Checks a body under a lexicon of the unit's own.

import {
  createAnalyzer,
  defaultSettings,
  joinLexicons,
  openDraft,
  readLexiconFile,
  withLexicon,
} from '../../server/src/core'
import { genericPhrase } from '../../server/src/core/rules/generic-phrase'

const analyze = createAnalyzer([genericPhrase])

/** The words underlined by `generic-phrase`. */
export function check(body: string, lexicon: string): string[] {
  const draft = openDraft(`---\n类型: 总结\n---\n\n${body}\n`)
  const settings = withLexicon(defaultSettings, joinLexicons([readLexiconFile(lexicon)]))
  return analyze(draft, { settings, now: 0 }).findings.map(({ start, end }) => draft.text.slice(start, end))
}
