// Chinese time expressions: what each is, and the instant it falls due, over tables that were reckoned by hand.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  createCalendar,
  findTimeExpressions,
  formatIso,
  parseInstant,
  type TimeExpression,
  type TimeOptions,
} from '../../../server/src/core/text/dates'

const zone = 'Asia/Shanghai'
const calendar = createCalendar()
const usual = '2026-04-28 10:00'

function instant(text: string): number {
  const read = parseInstant(text, zone)
  assert.ok(read.ok, text)
  return read.instant
}

interface Clocks {
  readonly occurred?: string
  readonly received?: string
}

function find(marked: string, at: string, clocks: Clocks = {}): TimeExpression | undefined {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const text = marked.replace(/[⟦⟧]/g, '')
  const options: TimeOptions = {
    base: instant(at),
    zone,
    calendar,
    ...(clocks.occurred && { occurred: instant(clocks.occurred) }),
    ...(clocks.received && { received: instant(clocks.received) }),
  }
  return findTimeExpressions(text, options).find(each => each.start === start && each.end === end)
}

/** `2026-04-30` for the end of a day, `2026-04-30 17:00` for a time, `-` for none. */
function shown(due: number | null): string {
  if (due === null) return '-'
  const iso = formatIso(due, zone)
  return iso.slice(11, 19) === '23:59:59' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

function check(marked: string, at: string, nature: string, due: string, clocks?: Clocks) {
  const found = find(marked, at, clocks)
  assert.deepEqual(found && [found.nature, shown(found.due)], [nature, due])
}

const table = (name: string) => parse(readFileSync(join(__dirname, name), 'utf8'))

describe('time expressions', () => {
  describe('worked by hand', () => {
    const rows = table('expressions.yaml') as [string, string, string][]
    it('are at least 150', () => assert.ok(rows.length >= 150, String(rows.length)))
    for (const [marked, nature, due] of rows)
      it(`${marked} → ${nature} ${due}`, () => check(marked, usual, nature, due))
  })

  describe('of the survey', () => {
    const rows = table('survey.yaml') as [number, string, string, string, Clocks?][]
    it('has all fifty-five', () => assert.equal(new Set(rows.map(row => row[0])).size, 55))
    for (const [number, marked, nature, due, clocks] of rows)
      it(`${number}. ${marked} → ${nature} ${due}`, () => check(marked, usual, nature, due, clocks))
  })

  describe('of a winter draft', () => {
    for (const [marked, nature, due] of table('november.yaml') as [string, string, string][])
      it(`${marked} → ${nature} ${due}`, () =>
        nature === 'none'
          ? assert.equal(find(marked, '2026-11-23 09:00'), undefined)
          : check(marked, '2026-11-23 09:00', nature, due))
  })

  describe('at other times', () => {
    for (const [at, marked, nature, due, clocks] of table('clocks.yaml') as [
      string,
      string,
      string,
      string,
      Clocks?,
    ][])
      it(`${at}: ${marked} → ${nature} ${due}`, () => check(marked, at, nature, due, clocks))
  })
})
