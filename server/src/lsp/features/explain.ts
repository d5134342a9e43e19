// What a kind of report should contain and what the draft has of it; puts in what is missing, where that can be done.

import { say } from '../../core'
import {
  type DiagnosticData,
  type DocumentParams,
  type ExplainFixParams,
  explainFixRequest,
  explainRequest,
} from '../../protocol'
import { lineBreakOf, withLineBreaks } from '../edits/structure'
import { expectedIn, explanationOf } from '../explained'
import { rangeOf } from '../lines'
import { checkedDraft, checkedReport, type Feature, guarded } from '../services'
import { checkedFile } from './reportCard'

export const explain: Feature = services => {
  const { connection, runtime } = services
  connection.onRequest(
    explainRequest,
    guarded(services, explainRequest, null, async ({ uri }: DocumentParams) => {
      const checked = (await checkedDraft(services, uri)) ?? (await checkedFile(services, uri))
      return checked ? explanationOf(checked, runtime.clock.now()) : null
    }),
  )
  connection.onRequest(
    explainFixRequest,
    guarded(
      services,
      explainFixRequest,
      null,
      async ({ uri, item }: ExplainFixParams): Promise<DiagnosticData | null> => {
        const checked = await checkedReport(services, uri)
        if (!checked) return null
        const { document, language } = checked
        const fix = expectedIn(checked, runtime.clock.now()).find(({ id }) => id === item)?.fix
        if (!fix) return null
        const edits = fix.edits.map(edit => ({
          range: rangeOf(document.lines, edit),
          newText: withLineBreaks(edit.text, lineBreakOf(document.text)),
        }))
        return {
          version: document.version,
          fixes: [{ title: say(fix.title, language), edits, snippet: fix.snippet ?? false }],
        }
      },
    ),
  )
  return {}
}
