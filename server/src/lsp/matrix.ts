// The problem matrix of a checked draft in the form that the client shows: places as ranges, blanks counted where owed.

import {
  kindById,
  type MatrixEntry,
  matrixMarkdown,
  type ProblemMatrix,
  problemMatrix,
  say,
  spanOfPlace,
  viewOf,
} from '../core'
import type { MatrixCell, ProblemMatrixResult } from '../protocol'
import { pathOf } from './checks'
import { rangeOf } from './lines'
import type { Checked } from './services'
import { titleOfDraft } from './summary'

/** From the facts that the check has read already. */
export function matrixOf({ document, check, settings }: Checked): ProblemMatrix {
  const { draft, segmenter } = check
  return problemMatrix(viewOf(draft, { settings: settings.settings, path: pathOf(document.uri), segmenter }))
}

/** Does this kind of report owe its reader a part on problems? */
export function owesProblems({ check: { report } }: Pick<Checked, 'check'>): boolean {
  return report.isReport && kindById[report.classification.kind].requires.includes('problem')
}

export function matrixResult(checked: Checked): ProblemMatrixResult {
  const { document, check, language } = checked
  const { report, draft } = check
  const matrix: ProblemMatrix = report.isReport ? matrixOf(checked) : { rows: [], blanks: 0 }
  const cell = ({ text, at }: MatrixEntry): MatrixCell => ({
    text,
    range: rangeOf(document.lines, spanOfPlace(draft, at)),
  })
  const owes = owesProblems(checked)
  return {
    uri: document.uri,
    title: titleOfDraft(checked),
    isReport: report.isReport,
    kindLabel: say(kindById[report.classification.kind].label, language),
    owes,
    rows: matrix.rows.map(({ problem, causes, measures }) => ({
      problem: problem ? cell(problem) : null,
      causes: causes.map(cell),
      measures: measures.map(measure => {
        const { owner, person, deadline, standard, done } = measure
        return { ...cell(measure), owner, person, deadline, standard, done }
      }),
    })),
    blanks: owes ? matrix.blanks : 0,
    markdown: matrixMarkdown(matrix),
  }
}
