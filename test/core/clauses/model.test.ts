// What the committed model says of sentences of our own. A change here is a change of what writers are told: look at every line
// before pinning it anew (`npm run train` writes the model).

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ClauseWeights, readClauseModel } from '../../../server/src/core'
import { vocabularyOf } from '../../../server/src/core/text/clauses/cut'
import { featuresOf } from '../../../server/src/core/text/clauses/features'
import { averageOver, averageWeight, costStep, weightStep } from '../../../server/src/core/text/clauses/model'
import { clausesOf } from '../../../server/src/core/text/clauses/split'

const file = path.resolve(__dirname, '../../../server/model/clauses.json')
const weights = JSON.parse(readFileSync(file, 'utf8')) as ClauseWeights
const model = readClauseModel(weights)

const empty: readonly (readonly [sentence: string, clause: string, surplus: number, nearest: string])[] = [
  ['凝聚起万众一心促发展的强大合力，推动各项事业迈上新台阶。', '凝聚起万众一心促发展的强大合力', 1.51, 'C'],
  ['要提高站位抓落实，把各项任务抓实抓细抓到位。', '要提高站位抓落实', 1.57, 'M'],
  [
    '以更高标准、更实举措、更优作风服务全镇发展大局。',
    '以更高标准、更实举措、更优作风服务全镇发展大局',
    1.23,
    'G',
  ],
  ['坚持问题导向、目标导向、效果导向相统一，推动治理水平再上新台阶。', '推动治理水平再上新台阶', 0.55, 'D'],
  ['各级各部门要通力合作，形成上下贯通、左右联动的良好局面。', '形成上下贯通、左右联动的良好局面', 0.38, 'D'],
  ['不断激发基层干部干事创业的精气神。', '不断激发基层干部干事创业的精气神', 1.85, 'C'],
]

const concrete = [
  '4月12日，青石镇检查地块43处，扑灭火点2处。',
  '柳河村硬化村路2.6公里，路灯装到46盏。',
  '水利站4月20日前更换止水橡皮12套，费用3.8万元从维修资金列支。',
  '村民赵某反映，补卡要跑46公里到县城。',
  '验收表由三个科室签字，一人出差就停办。',
  '今年4月连下11天雨，混凝土停浇，进度慢了两周。',
]

describe('the committed clause model', () => {
  for (const [sentence, clause, surplus, nearest] of empty)
    it(`names the clause in ${sentence.slice(0, 12)}…, and why`, () => {
      const found = model.judge(sentence)
      assert.ok(found)
      assert.equal(sentence.slice(found.start, found.end), clause)
      assert.equal(found.surplus.toFixed(2), surplus.toFixed(2))
      assert.equal(found.nearest, nearest)
      assert.ok(found.words.length > 0 && found.words.every(word => clause.includes(word)))
    })

  it('scores what training saw: the same pieces, found without making strings of them', () => {
    const lowest = -1000
    const eager = readClauseModel({ ...weights, threshold: lowest })
    const odd = [
      '^$',
      'ＡＢ１２，ab12。',
      ' ，  甲乙 丙，',
      '《办法》：“三个一”',
      '甲'.repeat(1500),
      '\ud800甲乙丙丁，',
    ]
    for (const sentence of [...empty.map(([text]) => text), ...concrete, ...odd])
      assert.ok(
        Math.abs(eager.judge(sentence)!.surplus + lowest - scoreByStrings(sentence)) < 1e-9,
        sentence.slice(0, 20),
      )
  })

  it('is silent about what can be checked', () => {
    assert.deepEqual(
      concrete.filter(sentence => model.judge(sentence)),
      [],
    )
  })

  it('holds weights of words and no sentence', () => {
    const longest = (list: readonly string[]) => Math.max(...list.map(each => each.length))
    assert.ok(longest(weights.words.split(' ')) <= 6)
    assert.ok(longest(weights.pieces.split('\n')) <= 14)
    assert.ok(readFileSync(file).length < 1_200_000)
    assert.equal(weights.cost.length, weights.words.split(' ').length)
    assert.equal(weights.weights.length, weights.pieces.split('\n').length)
  })

  it('takes odd input', () => {
    for (const text of ['', '。', '\ud800', '，，，，', 'a'.repeat(10_000)])
      assert.doesNotThrow(() => model.judge(text))
  })

  it('of another form is refused', () => {
    assert.throws(() => readClauseModel({ ...weights, format: 2 as 1 }), /format/)
  })
})

const cost = Float64Array.from(weights.cost, steps => steps * costStep)
const vocabulary = vocabularyOf(weights.words.split(' '), cost)
const pieces = new Map(weights.pieces.split('\n').map((piece, i) => [piece, weights.weights[i]!]))

/** The score of the emptiest clause, added up from the strings that training sees. */
function scoreByStrings(sentence: string): number {
  const clauses = clausesOf(sentence)
  const scores = clauses.map((_, at) => {
    const { characters, words, known, traits } = featuresOf(sentence, clauses, at, vocabulary)
    const mean = (prefix: string, own: readonly string[]) =>
      own.reduce((sum, piece) => sum + (pieces.get(prefix + piece) ?? 0), 0) / Math.sqrt(own.length)
    const average = known.map(word => averageWeight(cost[word]!))
    const company = known.reduce((sum, word, i) => sum + average[i]! * weights.company[word]! * weightStep, 0)
    return (
      averageOver(
        company,
        average.reduce((sum, each) => sum + each, 0),
      ) +
      weightStep *
        (weights.bias +
          mean('c', characters) +
          mean('w', words) +
          traits.reduce((sum, trait, i) => sum + trait * weights.traits[i]!, 0))
    )
  })
  return Math.max(...scores)
}
