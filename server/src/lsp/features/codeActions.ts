// The light bulb: fixes of findings, switching a finding off with a reason, taking a wording for the unit's own, and
// "fix all". Everything is built from the diagnostics that the client sends along and the text as it stands.

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
} from 'vscode-languageserver/node'
import {
  type Bilingual,
  type Edit,
  type Language,
  rules,
  type ShownFinding,
  say,
  unsuppressable,
} from '../../core'
import { clientCommands, type DiagnosticData, type MuteParams, noteCode } from '../../protocol'
import { hasCommand } from '../client'
import { configCode } from '../configFile'
import { sameRange, source } from '../convert'
import type { OpenDocument } from '../documents'
import { disableEdit } from '../edits/disable'
import { fixAllEdits } from '../edits/fixAll'
import { type Budget, lineBreakOf, newBudget, withLineBreaks } from '../edits/structure'
import { reasonMark, suppressEdits } from '../edits/suppress'
import { asSnippetText, type PlacedEdit, toWorkspaceEdit } from '../edits/workspaceEdit'
import { offsetAt, rangeOf } from '../lines'
import { type Checked, checkedReport, type Feature, guarded, type Services } from '../services'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.ligao`

/** Each offer of a suppression is tried on a copy of the draft; a whole file selected must not wait for hundreds. */
const mostSuppressed = 5
/** A sentence may hold many phrases; more offers than this hide the rest of the light bulb. */
const mostTerms = 2

export const codeActions: Feature = services => {
  services.connection.onCodeAction(
    guarded(services, 'codeAction', null, params => actionsFor(services, params)),
  )
  return {
    capabilities: {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: false },
    },
  }
}

async function actionsFor(
  services: Services,
  { textDocument: { uri }, context }: CodeActionParams,
): Promise<(CodeAction | Command)[]> {
  if (!services.client.codeActionLiterals) return []
  const checked = await checkedReport(services, uri)
  if (!checked) return []
  const wants = (kind: string) =>
    !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`))
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(services, checked, context.diagnostics) : []),
    // Unasked, "fix all" would stand in every light bulb.
    ...(context.only && wants(fixAllKind) ? fixAll(services, checked) : []),
  ]
}

function quickFixes(services: Services, checked: Checked, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const ours = diagnostics.filter(
    each => each.source === source && each.code !== noteCode && each.code !== configCode,
  )
  const current = services.answers.current(checked.document, checked.settings)
  const fixes = ours.flatMap(diagnostic => {
    const data = dataOf(diagnostic) ?? dataOf(current.items.find(item => sameFinding(item, diagnostic)))
    // Places count in the text they were made for. When that is another one, the client asks again soon enough.
    if (!data || data.version !== current.version) return []
    return data.fixes.map((fix, i): CodeAction => {
      const edits = fix.edits.map(edit => ({ ...edit, snippet: fix.snippet ?? false }))
      return {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: toWorkspaceEdit(services.client, checked.document, edits),
        ...(i === 0 && fix.safe ? { isPreferred: true } : {}),
      }
    })
  })
  const standing = ours
    .filter(diagnostic => current.items.some(item => sameFinding(item, diagnostic)))
    .filter((diagnostic, i, all) => all.findIndex(each => sameFinding(each, diagnostic)) === i)
    .slice(0, mostSuppressed)
  const budget = newBudget()
  return [
    ...fixes,
    ...standing
      .filter(isOfMatrix)
      .slice(0, 1)
      .flatMap(diagnostic => showMatrix(services, checked, diagnostic)),
    ...standing.slice(0, 1).flatMap(diagnostic => showRule(services, checked, diagnostic)),
    ...standing.flatMap(diagnostic => ownTerm(services, checked, diagnostic)),
    ...inOneEntry(services, checked, [
      ...standing.flatMap(diagnostic => suppress(services, checked, diagnostic, budget)),
      ...standing
        .filter((diagnostic, i) => standing.findIndex(each => each.code === diagnostic.code) === i)
        .flatMap(diagnostic => disable(services, checked, diagnostic)),
    ]),
  ]
}

function dataOf(diagnostic: Diagnostic | undefined): DiagnosticData | undefined {
  const data = diagnostic?.data as Partial<DiagnosticData> | undefined
  return typeof data?.version === 'number' && Array.isArray(data.fixes) ? (data as DiagnosticData) : undefined
}

function sameFinding(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && sameRange(a.range, b.range)
}

const titles = {
  suppress: ['此处不再提示（写明原因）：', 'Ignore here, with a reason: '],
  disable: ['本文件不再检查：', 'Ignore in this file: '],
  matrix: ['看问题—原因—措施对照表', 'Show the problem matrix'],
  term: ['加入本单位词库，以后不算套话：', 'Add to our own lexicon as allowed: '],
  mute: ['砺稿：不再提示…', 'Ligao: do not tell this again…'],
  page: ['看规则说明：', 'About this rule: '],
  reason: ['原因', 'reason'],
  fixAll: ['改好全部可以放心改的问题（砺稿）', 'Fix everything that is safe to fix (Ligao)'],
} satisfies Record<string, Bilingual>

/** A way to switch something off. */
interface Mute {
  readonly title: string
  readonly diagnostic: Diagnostic
  readonly edits: readonly PlacedEdit[]
}

/**
 * One entry that asks which, where the editor has the command for it; light bulbs have no submenus, and six ways to be rid of a
 * finding hide the ways to mend it. Elsewhere each is an entry of its own.
 */
function inOneEntry(
  { client }: Services,
  { document, language }: Checked,
  mutes: readonly Mute[],
): CodeAction[] {
  if (mutes.length === 0) return []
  if (!hasCommand(client, clientCommands.mute))
    return mutes.map(({ title, diagnostic, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: toWorkspaceEdit(client, document, edits),
    }))
  const title = say(titles.mute, language)
  const choices = mutes.map(({ title: label, edits }) => ({ label, edits }))
  const params: MuteParams = { uri: document.uri, version: document.version, choices }
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: mutes.map(({ diagnostic }) => diagnostic),
      command: { title, command: clientCommands.mute, arguments: [params] },
    },
  ]
}

function showRule(services: Services, { language }: Checked, diagnostic: Diagnostic): CodeAction[] {
  if (!hasCommand(services.client, clientCommands.openRuleDocs)) return []
  const rule = String(diagnostic.code)
  const title = `${say(titles.page, language)}${nameOf(services, rule, language)}`
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: clientCommands.openRuleDocs, arguments: [rule] },
    },
  ]
}

function suppress(services: Services, checked: Checked, diagnostic: Diagnostic, budget: Budget): Mute[] {
  const { document, language } = checked
  const finding = shownAt(checked, diagnostic)
  if (!finding) return []
  const ids = rulesIn(finding)
  const places = finding.reasons.map(({ start }) => start)
  const made = suppressEdits(document.draft, places, ids, services.runtime.rules ?? rules, budget)
  if (!made) return []
  const edits = made.edits.map(edit => withReason(document, edit, language))
  return [
    {
      title: `${say(titles.suppress, language)}${namesOf(services, ids, language)}`,
      diagnostic,
      edits,
    },
  ]
}

/** All that speak in a finding, or switching one off would only uncover the next. */
const rulesIn = ({ reasons }: ShownFinding): string[] => [...new Set(reasons.map(({ rule }) => rule))]

const namesOf = (services: Services, ids: readonly string[], language: Language): string =>
  ids.map(id => nameOf(services, id, language)).join(language === 'zh' ? '、' : ', ')

/** Writers know a rule by its name, not by its id. */
function nameOf(services: Services, id: string, language: Language): string {
  const rule = (services.runtime.rules ?? rules).find(each => each.id === id)
  return rule ? say(rule.title, language) : id
}

function withReason(document: OpenDocument, edit: Edit, language: Language): PlacedEdit {
  const range = rangeOf(document.lines, edit)
  if (!edit.text.includes(reasonMark)) return { range, newText: edit.text }
  const [before = '', after = ''] = edit.text.split(reasonMark)
  const stop = `\${1:${say(titles.reason, language)}}`
  return { range, newText: `${asSnippetText(before)}${stop}${asSnippetText(after)}`, snippet: true }
}

function disable(services: Services, checked: Checked, diagnostic: Diagnostic): Mute[] {
  const { document, language } = checked
  const finding = shownAt(checked, diagnostic)
  const ids = finding ? rulesIn(finding) : [String(diagnostic.code)]
  const edit = disableEdit(document.draft, ids, services.runtime.rules ?? rules)
  if (!edit) return []
  return [
    {
      title: `${say(titles.disable, language)}${namesOf(services, ids, language)}`,
      diagnostic,
      edits: [{ range: rangeOf(document.lines, edit), newText: edit.text }],
    },
  ]
}

const isOfMatrix = ({ code }: Diagnostic) => /^(?:problem|measure)-without-/.test(String(code))

function showMatrix(
  services: Services,
  { document, language }: Checked,
  diagnostic: Diagnostic,
): CodeAction[] {
  if (!hasCommand(services.client, clientCommands.showProblemMatrix)) return []
  const title = say(titles.matrix, language)
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: clientCommands.showProblemMatrix, arguments: [document.uri] },
    },
  ]
}

/** Longer than any proper wording: a whole sentence is not a term. */
const longestTerm = 24
/** With markup inside it, the text of the draft is not the wording that a reader sees. */
const noTerm = /[\n。；*_`~<>[\]\\|]/
/** Rules of the family that are about something else than wording. */
const notOfWording: ReadonlySet<string> = new Set([
  'leftover-place-name',
  'pasted-residue',
  'unfilled-placeholder',
  'duplicate-content',
])

function ownTerm(services: Services, checked: Checked, diagnostic: Diagnostic): CodeAction[] {
  const { document, language } = checked
  if (!hasCommand(services.client, clientCommands.addTerm)) return []
  const wordings = (shownAt(checked, diagnostic)?.reasons ?? []).filter(
    ({ family, rule }) => family === 'generic' && !notOfWording.has(rule),
  )
  const terms = wordings.map(({ start, end }) => document.text.slice(start, end))
  return [...new Set(terms)]
    .filter(term => term.length >= 2 && term.length <= longestTerm && !noTerm.test(term))
    .slice(0, mostTerms)
    .map(term => {
      const title = `${say(titles.term, language)}${term}`
      return {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        command: { title, command: clientCommands.addTerm, arguments: [{ uri: document.uri, term }] },
      }
    })
}

/** The finding that a diagnostic shows. */
function shownAt({ document, check }: Checked, diagnostic: Diagnostic): ShownFinding | undefined {
  const start = offsetAt(document.lines, diagnostic.range.start)
  return check.report.shown.find(each => each.rule === diagnostic.code && each.start === start)
}

function fixAll(services: Services, { document, check, language }: Checked): CodeAction[] {
  const findings = check.report.findings.filter(each => !unsuppressable.has(each.rule))
  const edits = fixAllEdits(document.draft, findings)
  if (edits.length === 0) return []
  return [
    {
      title: say(titles.fixAll, language),
      kind: fixAllKind,
      edit: toWorkspaceEdit(
        services.client,
        document,
        edits.map(edit => ({
          range: rangeOf(document.lines, edit),
          newText: withLineBreaks(edit.text, lineBreakOf(document.text)),
        })),
      ),
    },
  ]
}
