// Two figures of two periods and the change between them, in every natural order and wording, made by a generator: what is
// right is never accused, and what is wrong is mostly heard.

import assert from 'node:assert/strict'
import { checkFigures } from '../../../server/src/core/text/arithmetic'

interface Wording {
  readonly name: string
  /** `a` is the earlier amount, `b` the later one; `change` states the difference or the rate. */
  say(a: string, b: string, change: string): string
}

const pairs = [
  { earlier: '2023年', later: '2024年' },
  { earlier: '去年', later: '今年' },
  { earlier: '上年', later: '本年' },
  { earlier: '2024年上半年', later: '2025年上半年' },
  { earlier: '2025年3月', later: '2025年4月' },
]
const matters = [
  { what: '受理投诉', unit: '件' },
  { what: '新增就业', unit: '人' },
  { what: '发放补贴', unit: '万元' },
  { what: '', unit: '吨' },
]

const wordings = (earlier: string, later: string, what: string): readonly Wording[] => [
  {
    name: 'earlier first',
    say: (a, b, c) => `${earlier}，我县${what}${a}，${later}${what.slice(0, 2)}${b}，${c}。`,
  },
  { name: 'earlier first, bare', say: (a, b, c) => `${earlier}${what}${a}，${later}${what}${b}，${c}。` },
  {
    name: 'far from its period',
    say: (a, b, c) => `${earlier}，青石镇在全县率先推行一窗受理后${what}${a}，${later}${what}${b}，${c}。`,
  },
  { name: 'later first', say: (a, b, c) => `${later}${what}${b}，${earlier}${what}${a}，${c}。` },
  { name: 'compared', say: (a, b, c) => `${later}我县${what}${b}，比${earlier}的${a}${c}。` },
  { name: 'compared in brackets', say: (a, b, c) => `${later}我县${what}${b}，较${earlier}（${a}）${c}。` },
  { name: 'from … to', say: (a, b, c) => `全县${what}由${earlier}的${a}变为${later}的${b}，${c}。` },
  { name: 'semicolon', say: (a, b, c) => `${earlier}${what}${a}；${later}${what}${b}，${c}。` },
  { name: 'no period before the first', say: (a, b, c) => `全县${what}${a}，${later}${what}${b}，${c}。` },
]

const amounts = [
  [655, 802],
  [802, 655],
  [120, 132],
  [96, 84],
  [1240, 1302],
] as const

const changeOf = (a: number, b: number, unit: string, wrong: boolean, kind: 'difference' | 'rate') => {
  const word = b >= a ? (kind === 'rate' ? '增长' : '增加') : kind === 'rate' ? '下降' : '减少'
  if (kind === 'difference') return `${word}${Math.abs(b - a) + (wrong ? 10 : 0)}${unit}`
  return `${word}${((Math.abs(b - a) / a) * 100 + (wrong ? 7 : 0)).toFixed(1)}%`
}

function* sentences(wrong: boolean): Generator<{ readonly name: string; readonly text: string }> {
  for (const { earlier, later } of pairs)
    for (const { what, unit } of matters)
      for (const { name, say } of wordings(earlier, later, what))
        for (const [a, b] of amounts)
          for (const kind of ['difference', 'rate'] as const)
            yield { name, text: say(`${a}${unit}`, `${b}${unit}`, changeOf(a, b, unit, wrong, kind)) }
}

describe('two periods and the change between them', () => {
  it('what is right is never accused, whichever comes first and however it is said', () => {
    const accused = [...sentences(false)].filter(({ text }) => checkFigures(text).length > 0)
    assert.deepEqual(
      accused.slice(0, 5).map(({ name, text }) => `${name}: ${text}`),
      [],
    )
  })

  it('what is wrong is heard where the words of time decide', () => {
    const all = [...sentences(true)].filter(({ name }) => name !== 'no period before the first')
    const heard = all.filter(({ text }) => checkFigures(text).length > 0)
    assert.ok(heard.length >= 0.75 * all.length, `${heard.length} of ${all.length}`)
  })

  it('a number that names a kind is no amount', () => {
    for (const text of [
      '65岁老人中，85岁老人占5%。',
      '220千伏线路占20%，其中110千伏线路占15%。',
      '80亩大户占12%，其中200亩大户占5%。',
      '55岁以上农户占20%，其中35岁农户占12%。',
      '全县1000万元以上项目占40%，其中5000万元以上项目占12%。',
    ])
      assert.deepEqual(checkFigures(text), [], text)
  })

  it('a part under another unit belongs to the list all the same', () => {
    const list = (farmers: number) =>
      `共有486户完成问卷，其中：机关干部职工320人、个体商户96户、农户${farmers}户、其他18户。`
    assert.deepEqual(checkFigures(list(52)), [])
    assert.equal(checkFigures(list(62)).length, 1)
  })

  it('a figure without a period before one with a year is of any year: nothing is said', () => {
    assert.deepEqual(checkFigures('全县受理投诉655件，2024年受理802件，增加157件。'), [])
  })
})
