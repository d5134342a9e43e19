// Every relation of figures with the readings that it allows: lines that are right are never accused, lines that are wrong are
// heard. The lines lie beside this file.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { checkFigures } from '../../../server/src/core/text/arithmetic'

interface Relation {
  readonly id: string
  readonly title: string
  /** What the words may mean: a figure is accused only if none of them holds. */
  readonly readings: readonly string[]
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const relations = parse(readFileSync(path.join(__dirname, 'relations.yaml'), 'utf8')) as readonly Relation[]
const working = (text: string) => checkFigures(text).map(one => one.working)

describe('relations of figures', () => {
  it('each has its readings and ten lines of both kinds', () => {
    assert.ok(relations.length >= 20, String(relations.length))
    for (const { id, readings, right, wrong } of relations) {
      assert.ok(readings.length >= 2 && right.length >= 10 && wrong.length >= 10, id)
      assert.equal(new Set([...right, ...wrong]).size, right.length + wrong.length, id)
    }
  })

  for (const { id, title, right, wrong } of relations) {
    it(`${id}: ${title}, right lines are not accused`, () => {
      for (const line of right) assert.deepEqual(working(line), [], line)
    })
    it(`${id}: ${title}, wrong lines are heard`, () => {
      assert.deepEqual(
        wrong.filter(line => working(line).length === 0),
        [],
      )
    })
  }

  it('a right line is not accused behind any other right line', () => {
    const lines = relations.flatMap(({ right }) => right)
    for (let i = 0; i + 1 < lines.length; i++) {
      const text = `${lines[i]}${lines[(i * 7 + 3) % lines.length]}`
      assert.deepEqual(working(text), [], text)
    }
  })
})
