// The rules and their pages, for the command that opens them.

import { type Bilingual, type Language, type Rule, rules, say } from '../../core'
import { type RuleDocsParams, type RuleDocsResult, ruleDocsRequest } from '../../protocol'
import { pageOf } from '../convert'
import { type Feature, guarded, type Services, windowLanguage } from '../services'
import { escapeMarkdown, familyLabels } from '../words'

export const ruleDocs: Feature = services => {
  services.connection.onRequest(
    ruleDocsRequest,
    guarded(services, ruleDocsRequest, null, (params: RuleDocsParams) => docsOf(services, params?.rule)),
  )
  return {}
}

async function docsOf(services: Services, id: string | undefined): Promise<RuleDocsResult | null> {
  const known = services.runtime.rules ?? rules
  const language = await windowLanguage(services)
  const rule = known.find(each => each.id === id)
  if (id !== undefined && !rule) return null
  const summaries = known.map(each => ({
    id: each.id,
    title: say(each.title, language),
    family: each.family,
    familyLabel: say(familyLabels[each.family], language),
    severity: each.severity,
  }))
  if (!rule) return { rules: summaries }
  const page = pageOf(rule.id, services.ruleDocs)
  const written = page ? await services.runtime.files.read(page) : undefined
  return { rules: summaries, markdown: written ?? briefPage(rule, language) }
}

const labels = { why: ['为什么', 'Why'], doNext: ['怎么改', 'What to do'] } satisfies Record<
  string,
  Bilingual
>

/** What the metadata alone says, where the pages were not shipped. */
function briefPage(rule: Rule, language: Language): string {
  const text = (value: Bilingual) => escapeMarkdown(say(value, language).replace(/\{\w+\}/g, '…'))
  const colon = language === 'zh' ? '：' : ': '
  const messages = Object.values(rule.messages).map(
    ({ what, why, doNext }) =>
      `- **${text(what)}**  \n  ${say(labels.why, language)}${colon}${text(why)}  \n  ${say(labels.doNext, language)}${colon}${text(doNext)}`,
  )
  return `# ${text(rule.title)}（${rule.id}）\n\n${messages.join('\n')}\n`
}
