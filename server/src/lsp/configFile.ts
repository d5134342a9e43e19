// What is wrong in a ligao.config.yaml, said in that file.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import {
  type Bilingual,
  type Language,
  mergeSettings,
  nearestKey,
  parseConfigFile,
  placeOfKey,
  type Rule,
  ruleProblems,
  rules,
  type Span,
  say,
} from '../core'
import { source } from './convert'
import { type Lines, rangeOf } from './lines'

export const configCode = 'ligao-config'

export function configDiagnostics(
  { text, lines }: { text: string; lines: Lines },
  language: Language,
  known: readonly Rule[] = rules,
): Diagnostic[] {
  const file = parseConfigFile(text)
  const merged = mergeSettings([{ origin: 'file', input: file.input }])
  const diagnostic = (span: Span, message: Bilingual): Diagnostic => ({
    range: rangeOf(lines, span),
    severity: DiagnosticSeverity.Warning,
    code: configCode,
    source,
    message: say(message, language),
  })
  return [
    ...file.problems.map(problem => diagnostic(problem.span, problem.text)),
    ...[...merged.problems, ...ruleProblems(merged, known)].map(problem =>
      diagnostic(placeOfKey(file, problem.key), withGuess(problem.key, problem.text)),
    ),
  ]
}

function withGuess(key: string, text: Bilingual): Bilingual {
  const meant = nearestKey(key)
  return meant && meant !== key
    ? [`${text[0]}，是不是“${meant}”？`, `${text[1]}. Did you mean ${meant}?`]
    : text
}
