// Every bad sentence gives exactly the finding that was reckoned by hand; its corrected twin gives none.

import { strict as assert } from 'node:assert'
import { checkFigures } from '../../../server/src/core/text/arithmetic'
import { worked } from './cases'
import { silent } from './silent'

function unmark(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end }
}

describe('figure checks: worked cases', () => {
  it('has at least sixty of them', () => assert.ok(worked.length >= 60, String(worked.length)))

  for (const { bad, good, working } of worked) {
    it(bad, () => {
      const { text, start, end } = unmark(bad)
      const found = checkFigures(text)
      assert.equal(found.length, 1, JSON.stringify(found))
      const [one] = found
      assert.equal(text.slice(one!.start, one!.end), text.slice(start, end))
      assert.equal(one!.start, start)
      assert.ok(one!.working.includes(working), one!.working)
      assert.ok(one!.workingEnglish.length > 10 && !one!.workingEnglish.includes('undefined'))
      for (const span of one!.related) assert.ok(span.end > span.start && span.end <= text.length)
    })
    it(`silent: ${good}`, () => assert.deepEqual(checkFigures(good), []))
  }
})

describe('figure checks: what must stay silent', () => {
  for (const text of silent) it(text, () => assert.deepEqual(checkFigures(text), []))

  it('keeps silent when all silent sentences stand in one paragraph', () => {
    for (let i = 0; i + 3 < silent.length; i += 3) {
      const text = silent.slice(i, i + 3).join('')
      assert.deepEqual(checkFigures(text), [], text)
    }
  })

  it('finds the fault wherever its sentence stands in the paragraph', () => {
    for (const { bad } of worked) {
      const { text, start } = unmark(bad)
      const lead = '4月以来，云岭县召开调度会2次，现场办公5次。'
      const found = checkFigures(`${lead}${text}下一步，将继续跟进。`)
      assert.equal(found.length, 1, text)
      assert.equal(found[0]!.start, start + lead.length)
    }
  })
})
