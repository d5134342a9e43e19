// What the extension says about a draft, as VS Code has it.
import { type Diagnostic, extensions, languages, type Uri } from 'vscode'
import { openDraft } from './drafts'
import { waitFor } from './wait'

export const EXTENSION_ID = 'ligao.ligao'
const SOURCE = 'ligao'

/** A draft that certainly has findings: opened last, its findings say that everything before was looked at. */
const CANARY = `---
类型: 没有这种类型
---

# 青石镇安全生产工作情况

3月12日，镇应急办检查企业14家，发现隐患9处，已整改7处。
`

/** The rule of a finding: its code, with or without a link. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** The findings of this extension on a draft, in the order of the text. */
export function findingsOf(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
}

/** Waits until the findings of a draft satisfy `accept` (unless told: until there is one); resolves with them. */
export function waitForFindings(
  uri: Uri,
  accept: (findings: Diagnostic[]) => boolean = findings => findings.length > 0,
  limitMs?: number,
): Promise<Diagnostic[]> {
  const probe = () => {
    const findings = findingsOf(uri)
    return accept(findings) ? findings : undefined
  }
  const describe = () => {
    const present = findingsOf(uri).map(finding => `${ruleOf(finding)} ${finding.range.start.line + 1}`)
    return `the awaited findings on ${uri.path}; there: ${present.join(', ') || 'none'}`
  }
  return waitFor([languages.onDidChangeDiagnostics], probe, describe, limitMs)
}

/** Waits for a finding of one rule and resolves with it. */
export async function waitForRule(uri: Uri, rule: string): Promise<Diagnostic> {
  const findings = await waitForFindings(uri, all => all.some(finding => ruleOf(finding) === rule))
  return findings.find(finding => ruleOf(finding) === rule)!
}

/**
 * Resolves when everything that was opened or changed before has been looked at, for tests of silence: a further draft
 * is opened, and its findings have arrived.
 */
export async function settle(): Promise<void> {
  const { document } = await openDraft(CANARY)
  await waitForFindings(document.uri)
}

/** The exports of the activated extension. */
export async function activate(): Promise<unknown> {
  const extension = extensions.getExtension(EXTENSION_ID)
  if (!extension) throw new Error(`${EXTENSION_ID} is not installed.`)
  return extension.activate()
}
