// Thousands of consistent report sentences with random figures: not one may be accused. The same sentences with one
// figure spoilt beyond rounding: the fault is found.

import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { checkFigures } from '../../../server/src/core/text/arithmetic'

const count = (min: number, max: number) => fc.integer({ min, max })
const decimals = fc.integer({ min: 0, max: 2 })

/** A percentage as a clerk writes it: rounded, or cut off. */
function percent(value: number, places: number, cut: boolean): string {
  const factor = 10 ** places
  const shown = cut ? Math.floor(value * factor + 1e-9) / factor : Math.round(value * factor) / factor
  return `${shown.toFixed(places)}%`
}

/** An amount in 万 or 亿 with the decimals shown, rounded from the true value. */
function inPower(value: number, power: '万' | '亿', places: number): string {
  return `${(value / (power === '万' ? 1e4 : 1e8)).toFixed(places)}${power}`
}

type Template = readonly [name: string, sentences: fc.Arbitrary<string>]

const consistent: readonly Template[] = [
  [
    'parts closed by 其他',
    fc
      .tuple(fc.array(count(1, 900), { minLength: 2, maxLength: 6 }), fc.constantFrom('户', '件', '处', '人'))
      .map(([parts, unit]) => {
        const names = ['婚姻家庭', '邻里关系', '土地山林', '劳资', '债务']
        const listed = parts.slice(0, -1).map((n, i) => `${names[i]}${n}${unit}`)
        const sum = parts.reduce((a, b) => a + b, 0)
        return `全镇共登记${sum}${unit}，其中${listed.join('、')}、其他${parts.at(-1)}${unit}。`
      }),
  ],
  [
    'rounded parts of a rounded total',
    fc
      .tuple(fc.array(count(3_000_000, 900_000_000), { minLength: 2, maxLength: 5 }), count(1, 2))
      .map(([parts, places]) => {
        const names = ['工业', '农业', '商贸', '文旅', '建筑']
        const listed = parts.map(
          (n, i) => `${i === parts.length - 1 && i > 0 ? '其他' : names[i]}${inPower(n, '万', places)}元`,
        )
        return `全年完成投资${inPower(
          parts.reduce((a, b) => a + b, 0),
          '万',
          places,
        )}元，其中${listed.join('，')}。`
      }),
  ],
  [
    'share of a plan',
    fc.tuple(count(1, 999), count(1000, 5000), decimals, fc.boolean()).map(([done, plan, places, cut]) => {
      return `完成改造${done}户，占年度计划${plan}户的${percent((done / plan) * 100, places, cut)}。`
    }),
  ],
  [
    'rate of what was handled',
    fc.tuple(count(1, 900), count(0, 300), decimals, fc.boolean()).map(([done, open, places, cut]) => {
      const all = done + open
      return `受理矛盾纠纷${all}件、化解${done}件，化解率${percent((done / all) * 100, places, cut)}，剩余${open}件正在调处。`
    }),
  ],
  [
    'growth between two counts',
    fc.tuple(count(10, 5000), count(10, 5000), decimals, fc.boolean()).map(([a, b, places, cut]) => {
      const word = b >= a ? '增长' : '下降'
      const more = b >= a ? '增加' : '减少'
      const rate = percent((Math.abs(b - a) / a) * 100, places, cut)
      return `1—3月接待群众${b}人，比上年同期(${a}人)${more}${Math.abs(b - a)}人、${word}${rate}。`
    }),
  ],
  [
    'growth between rounded amounts of money',
    fc
      .tuple(count(20_000_000, 900_000_000), count(20_000_000, 900_000_000), count(1, 2), count(0, 2))
      .map(([a, b, places, shown]) => {
        const verb = b >= a ? '增加到' : '减少到'
        const word = b >= a ? '增长' : '下降'
        return `村集体收入由${inPower(a, '亿', places)}元${verb}${inPower(b, '亿', places)}元，${word}${percent((Math.abs(b - a) / a) * 100, shown, false)}。`
      })
      .filter(text => !/由0\.0+亿元/.test(text)),
  ],
  [
    'difference without base',
    fc.tuple(count(20, 5000), count(1, 3000), decimals).map(([base, more, places]) => {
      return `签约项目${base + more}个，比上年同期增加${more}个、增长${percent((more / base) * 100, places, false)}。`
    }),
  ],
  [
    'percentage points',
    fc.tuple(count(100, 990), count(100, 990)).map(([a, b]) => {
      const word = b >= a ? '提高' : '下降'
      return `参保率由${(a / 10).toFixed(1)}%${b >= a ? '提高到' : '下降到'}${(b / 10).toFixed(1)}%，${word}${(Math.abs(b - a) / 10).toFixed(1)}个百分点。`
    }),
  ],
  [
    'shares of a whole',
    fc.array(count(1, 5000), { minLength: 2, maxLength: 6 }).chain(parts => {
      const sum = parts.reduce((a, b) => a + b, 0)
      const names = ['种植', '养殖', '加工', '运输', '商贸']
      return fc.constantFrom(0, 1, 2).map(places => {
        const listed = parts.map(
          (n, i) =>
            `${i === parts.length - 1 ? '其他' : names[i]}占${percent((n / sum) * 100, places, false)}`,
        )
        return `从行业看，${listed.join('、')}。`
      })
    }),
  ],
  [
    'averages',
    fc.tuple(count(2, 900), count(100, 9000)).map(([homes, each]) => {
      return `发放补贴${(homes * each) / 10000}万元，惠及${homes}户，户均${each}元。`
    }),
  ],
  [
    'totals behind',
    fc.array(count(1, 90), { minLength: 2, maxLength: 6 }).map(parts => {
      const names = ['上河村', '下河村', '新桥村', '白杨村', '云台村', '石门村']
      return `${parts.map((n, i) => `${names[i]}${n}户`).join('、')}，合计${parts.reduce((a, b) => a + b, 0)}户。`
    }),
  ],
  [
    'open lists',
    fc.tuple(count(500, 900), fc.array(count(1, 100), { minLength: 1, maxLength: 4 })).map(([all, parts]) => {
      const names = ['化工', '矿山', '烟花爆竹', '建筑施工']
      return `检查企业${all}家，其中${parts.map((n, i) => `${names[i]}${n}家`).join('、')}。`
    }),
  ],
  [
    'overlapping people',
    fc.tuple(count(50, 300), count(1, 300), count(1, 300)).map(([all, a, b]) => {
      return `参加培训${all}人，其中党员${Math.min(a, all)}人、妇女${Math.min(b, all)}人。`
    }),
  ],
  [
    'unrelated figures side by side',
    fc.array(count(1, 3000), { minLength: 6, maxLength: 6 }).map(([a, b, c, d, e, f]) => {
      return `全镇出动${a}人次，清理垃圾${b}吨、沟渠${c}公里，拆除违建${d}处，发放宣传单${e}份，投入资金${f}万元，同比增长${a}%。`
    }),
  ],
]

describe('figure checks: random consistent reports', () => {
  for (const [name, sentences] of consistent) {
    it(`never accuses: ${name}`, () => {
      fc.assert(
        fc.property(sentences, text => assert.deepEqual(checkFigures(text), [], text)),
        { numRuns: 1500 },
      )
    })
  }

  it('never accuses whole paragraphs of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(...consistent.map(([, sentences]) => sentences)), { minLength: 2, maxLength: 6 }),
        texts => assert.deepEqual(checkFigures(texts.join('')), [], texts.join('')),
      ),
      { numRuns: 1500 },
    )
  })

  it('finds a total that was spoilt', () => {
    fc.assert(
      fc.property(fc.array(count(5, 900), { minLength: 3, maxLength: 5 }), count(1, 40), (parts, off) => {
        const sum = parts.reduce((a, b) => a + b, 0) + off
        fc.pre(!parts.includes(off))
        const names = ['甲类', '乙类', '丙类', '丁类']
        const listed = parts.slice(0, -1).map((n, i) => `${names[i]}${n}件`)
        const text = `共登记${sum}件，其中${listed.join('、')}、其他${parts.at(-1)}件。`
        // Another reading may happen to fit (one part the sum of others); such a text is rightly left alone.
        const some = parts.slice(0, -1).some((whole, i) => fitsOther(whole, parts.slice(i + 1)))
        if (!some) assert.equal(checkFigures(text).length, 1, text)
      }),
    )
  })

  it('finds a rate that was spoilt', () => {
    fc.assert(
      fc.property(count(30, 900), count(1, 300), count(15, 60), (done, open, off) => {
        const all = done + open
        const wrong = (done / all) * 100 - off / 10
        fc.pre(wrong > 0 && Math.abs((open / all) * 100 - wrong) > 1)
        assert.equal(checkFigures(`受理${all}件、化解${done}件，化解率${wrong.toFixed(1)}%。`).length, 1)
      }),
    )
  })

  it('finds a growth rate that was spoilt', () => {
    fc.assert(
      fc.property(count(50, 5000), count(50, 5000), count(2, 30), (a, b, off) => {
        fc.pre(a !== b)
        const rate = (Math.abs(b - a) / a) * 100 + off
        const text = `接待群众${b}人，比上年同期(${a}人)${b > a ? '增长' : '下降'}${rate.toFixed(1)}%。`
        assert.equal(checkFigures(text).length, 1, text)
      }),
    )
  })
})

function fitsOther(whole: number, parts: readonly number[]): boolean {
  const last = parts.at(-1)!
  const others = parts.slice(0, -1)
  for (let mask = 1; mask < 1 << others.length; mask++) {
    const sum = others.filter((_, i) => (mask >> i) & 1).reduce((a, b) => a + b, last)
    if (sum === whole) return true
  }
  return false
}
