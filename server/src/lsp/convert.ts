// The one place that knows both a finding of the core and a diagnostic of LSP.

import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node'
import {
  type Bilingual,
  type Finding,
  type Fix,
  type Language,
  type Note,
  type Severity,
  type ShownFinding,
  sameValue,
  say,
} from '../core'
import { type DiagnosticData, type DiagnosticFix, noteCode } from '../protocol'
import type { Client } from './client'
import { withLineBreaks } from './edits/structure'
import { type Lines, lineEnd, rangeOf } from './lines'
import { withoutEndSlashes } from './uri'

export interface Conversion {
  readonly lines: Lines
  /** The one that the draft uses. */
  readonly lineBreak: string
  readonly version: number
  readonly uri: string
  readonly language: Language
  readonly client: Pick<Client, 'relatedInformation' | 'codeDescription'>
  /** Where a rule is explained, as far as known. */
  linkOf(rule: string): string | undefined
}

export const source = 'ligao'

const lspSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

export function toDiagnostic(finding: Finding, to: Conversion): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(to.lines, finding),
    severity: lspSeverity[finding.severity],
    code: finding.rule,
    source,
    message: messageOf(finding, to.language),
  }
  const href = to.client.codeDescription ? to.linkOf(finding.rule) : undefined
  if (href) diagnostic.codeDescription = { href }
  if (finding.related?.length && to.client.relatedInformation)
    diagnostic.relatedInformation = finding.related.map(part => ({
      location: { uri: to.uri, range: rangeOf(to.lines, part) },
      message: say(part.note, to.language),
    }))
  if (finding.fixes.length)
    diagnostic.data = {
      version: to.version,
      fixes: finding.fixes.map(fix => toFix(fix, to)),
    } satisfies DiagnosticData
  return diagnostic
}

/**
 * A finding, and where it tells many places in one line, each of them as a quiet mark of its own: every editor draws hints
 * so that they do not shout.
 */
export function toDiagnostics(finding: ShownFinding, to: Conversion): Diagnostic[] {
  const line = toDiagnostic(finding, to)
  if (!finding.gathered || finding.reasons.length === 1) return [line]
  return [line, ...finding.reasons.map(reason => toDiagnostic(reason, to))]
}

/** What the check has to say about itself stands on the first line, where nobody scrolls past it. */
export function noteDiagnostic(note: Pick<Note, 'text'>, lines: Lines, language: Language): Diagnostic {
  return {
    range: rangeOf(lines, { start: 0, end: Math.min(lineEnd(lines, 0), 200) }),
    severity: DiagnosticSeverity.Information,
    code: noteCode,
    source,
    message: say(note.text, language),
  }
}

const labels: Readonly<Record<'why' | 'doNext', Bilingual>> = {
  why: ['为什么：', 'Why: '],
  doNext: ['怎么改：', 'What to do: '],
}

// The three sentences of a message are shared by all findings that say the same, edit after edit; so is their sum.
const messages = { zh: new WeakMap<Bilingual, string>(), en: new WeakMap<Bilingual, string>() }

function messageOf({ what, why, doNext }: Finding, language: Language): string {
  const known = messages[language].get(what)
  if (known !== undefined) return known
  const lines = [
    say(what, language),
    `${say(labels.why, language)}${say(why, language)}`,
    `${say(labels.doNext, language)}${say(doNext, language)}`,
  ]
  const message = lines.join('\n')
  messages[language].set(what, message)
  return message
}

function toFix(fix: Fix, { lines, language, lineBreak }: Conversion): DiagnosticFix {
  return {
    title: say(fix.title, language),
    edits: fix.edits.map(edit => ({
      range: rangeOf(lines, edit),
      newText: withLineBreaks(fix.snippet ? asBlanks(edit.text) : edit.text, lineBreak),
    })),
    ...(fix.snippet ? { snippet: true } : {}),
    ...(fix.safe ? { safe: true } : {}),
  }
}

/**
 * The words of a tab stop say what belongs there. Whoever passes it by, or has an editor without tab stops, must not hand them in
 * as text: in this form they are blanks, which the check counts.
 */
function asBlanks(snippet: string): string {
  return snippet.replace(/\$\{(\d{1,3}):([^{}$【】]{1,40})\}/g, '${$1:【填：$2】}')
}

export function pageOf(rule: string, ruleDocs: string | undefined): string | undefined {
  return ruleDocs === undefined ? undefined : `${withoutEndSlashes(ruleDocs)}/${rule}.md`
}

/** What a finding links to: the client's own way to show the page, or the page. */
export const linksTo =
  (ruleLink: string | undefined, ruleDocs: string | undefined) =>
  (rule: string): string | undefined =>
    ruleLink?.replaceAll('{rule}', encodeURIComponent(rule)) ?? pageOf(rule, ruleDocs)

/** Says the same about the same place. Versions do not count: an edit elsewhere leaves a diagnostic what it is. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((each, i) => sameDiagnostic(each, b[i]!))
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return (
    sameRange(a.range, b.range) &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.codeDescription?.href === b.codeDescription?.href &&
    sameValue(a.relatedInformation, b.relatedInformation) &&
    sameValue((a.data as DiagnosticData | undefined)?.fixes, (b.data as DiagnosticData | undefined)?.fixes)
  )
}

export function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  )
}
