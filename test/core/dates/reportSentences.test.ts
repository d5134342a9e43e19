// Time expressions in sentences as reports write them, worked by hand in four tables: what each is and when it is due.
// `a|b` in a column allows either, an empty instant means that none can be given, `*` leaves it open.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCalendar, findTimeExpressions, type TimeExpression } from '../../../server/src/core/text/dates'

const calendar = createCalendar()
const claims = new Set(['obligation', 'plan', 'condition', 'vague'])
const withDue = new Set(['obligation', 'plan', 'condition'])

interface Row {
  readonly text: string
  readonly expression: string
  readonly base: string
  readonly natures: readonly string[]
  readonly dues: readonly string[]
}

function rowsOf(name: string): Row[] {
  const lines = readFileSync(join(__dirname, '../../fixtures/editor', name), 'utf8')
    .trim()
    .split('\n')
  return lines.slice(1).map(line => {
    const [text = '', expression = '', base = '', natures = '', dues = ''] = line.split('\t')
    return { text, expression, base, natures: natures.split('|'), dues: dues.split('|') }
  })
}

/** The expression that covers most of the words asked for. */
function foundAt({ text, expression, base }: Row): TimeExpression | undefined {
  const start = text.indexOf(expression)
  const end = start + expression.length
  const common = (time: TimeExpression) => Math.min(time.end, end) - Math.max(time.start, start)
  return findTimeExpressions(text, { base: Date.parse(base), zone: 'Asia/Shanghai', calendar })
    .filter(time => common(time) > 0)
    .sort((a, b) => common(b) - common(a))[0]
}

/** Nothing when it is read as the table has it, else what was read instead. */
function miss(row: Row): string | undefined {
  const time = foundAt(row)
  const nature = time?.nature ?? 'none'
  const natureFits = row.natures.includes(nature) || (row.natures.includes('none') && !claims.has(nature))
  const due = time?.due ?? null
  const dueFits =
    (natureFits && !withDue.has(nature)) ||
    row.dues.some(
      each => each === '*' || (each === '' ? due === null : Math.abs(Date.parse(each) - (due ?? 0)) <= 1000),
    )
  if (natureFits && dueFits) return undefined
  return `${row.text} [${row.expression}] read as ${nature}, ${due === null ? 'no day' : new Date(due).toISOString()}`
}

describe('time expressions in sentences of reports', () => {
  for (const [name, least] of [
    ['deadlines.tsv', 60],
    ['deadlines-2.tsv', 150],
    ['deadlines-3.tsv', 60],
    ['deadlines-4.tsv', 50],
    ['deadlines-5.tsv', 120],
  ] as const) {
    const rows = rowsOf(name)
    const misses = rows.map(miss).filter(each => each !== undefined)
    it(`${name}: ${rows.length} rows, at least 96 of 100 as an editor reads them`, () => {
      assert.ok(rows.length >= least)
      assert.ok(misses.length <= rows.length * 0.04, misses.join('\n'))
    })
    it(`${name}: nothing that is told, quoted or conditional is called a duty`, () => {
      const called = rows.filter(row => {
        const may = row.natures.some(each => each === 'obligation' || each === 'plan')
        return !may && foundAt(row)?.nature === 'obligation'
      })
      assert.deepEqual(called, [])
    })
  }
})
