// What is wrong in a ligao.lexicon.yaml, said in that file.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import { type Language, readLexiconFile, say } from '../core'
import { source } from './convert'
import { type Lines, rangeOf } from './lines'

const lexiconCode = 'ligao-lexicon'

export function lexiconDiagnostics(
  { text, lines }: { text: string; lines: Lines },
  language: Language,
): Diagnostic[] {
  return readLexiconFile(text).problems.map(problem => ({
    range: rangeOf(lines, problem.span),
    severity: DiagnosticSeverity.Warning,
    code: lexiconCode,
    source,
    message: say(problem.text, language),
  }))
}
