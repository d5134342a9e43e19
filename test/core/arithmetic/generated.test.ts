// Right and wrong sentences of every relation that has a general form, made from wordings and numbers: right ones are never
// accused, wrong ones are mostly heard. The numbers follow from a fixed start, so that every run makes the same sentences.

import assert from 'node:assert/strict'
import { checkFigures } from '../../../server/src/core/text/arithmetic'

/** Whole numbers between two ends, always the same ones. */
function numbers(start: number): (least: number, most: number) => number {
  let state = start
  return (least, most) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return least + Math.floor((state / 2147483648) * (most - least + 1))
  }
}

type Draw = ReturnType<typeof numbers>

interface Form {
  readonly name: string
  /** Amounts of one case; the last figure of the sentence is made right by `right`, and wrong by adding `slip`. */
  readonly make: (draw: Draw) => {
    readonly amounts: readonly number[]
    readonly right: number
    readonly slip: number
  }
  readonly wordings: readonly ((amounts: readonly number[], last: string) => string)[]
  readonly decimals?: number
}

const part = (draw: Draw): readonly [number, number] => {
  const whole = draw(60, 900)
  return [whole, draw(Math.ceil(whole * 0.2), Math.floor(whole * 0.8))]
}
const share: Form['make'] = draw => {
  const [whole, some] = part(draw)
  return { amounts: [whole, some], right: (some / whole) * 100, slip: draw(0, 1) ? 7.3 : -5.4 }
}
const rest: Form['make'] = draw => {
  const [whole, done] = part(draw)
  return { amounts: [whole, done], right: whole - done, slip: 10 }
}
const three: Form['make'] = draw => {
  const [a, b, c] = [draw(20, 90), draw(20, 90), draw(20, 90)]
  return { amounts: [a + b + c, a, b], right: c, slip: 10 }
}

const forms: readonly Form[] = [
  {
    name: 'share of a stated sum',
    make: share,
    decimals: 1,
    wordings: [
      ([a, b], p) => `走访农户${a}户，其中${b}户住房漏雨，占走访户数的${p}%。`,
      ([a, b], p) => `全镇共有老旧电梯${a}部，其中${b}部已使用15年以上，占电梯总数的${p}%。`,
      ([a, b], p) => `排查沿街商铺${a}家，发现占道经营的${b}家，占排查商铺的${p}%。`,
      ([a, b], p) => `在受访的${a}名村民中，有${b}名愿意出资，占${p}%。`,
      ([a, b], p) => `受理噪音投诉${a}件，夜间施工类${b}件，占比${p}%。`,
    ],
  },
  {
    name: 'rate of what was due',
    make: share,
    decimals: 1,
    wordings: [
      ([a, b], p) => `应训${a}人，实训${b}人，参训率${p}%。`,
      ([a, b], p) => `发现隐患${a}处，已整改${b}处，整改率${p}%。`,
      ([a, b], p) => `发放问卷${a}份，回收${b}份，回收率${p}%。`,
    ],
  },
  {
    name: 'what is left',
    make: rest,
    wordings: [
      ([a, b], r) => `任务${a}亩，目前完成${b}亩，还差${r}亩。`,
      ([a, b], r) => `专项资金${a}万元，已支出${b}万元，结余${r}万元。`,
      ([a, b], r) => `受理申请${a}件，已审核${b}件，剩余${r}件正在审核。`,
      ([a, b], r) => `应安装充电桩${a}个，已安装${b}个，还有${r}个未安装。`,
    ],
  },
  {
    name: 'opposite parts',
    make: rest,
    wordings: [
      ([a, b], r) => `参会代表共${a}名，男代表${b}名，女代表${r}名。`,
      ([a, b], r) => `停车位${a}个，地上${b}个，地下${r}个。`,
      ([a, b], r) => `抽查出租房屋${a}间，已登记${b}间，未登记${r}间。`,
      ([a, b], r) => `新增就业${a}人，县内就业${b}人，县外就业${r}人。`,
      ([a, b], r) => `全街道小区${a}个，有物业的小区${b}个，无物业的小区${r}个。`,
    ],
  },
  {
    name: 'parts up to the rest',
    make: three,
    wordings: [
      ([t, a, b], c) => `全村种植${t}亩，油茶${a}亩，柑橘${b}亩，其他作物${c}亩。`,
      ([t, a, b], c) => `出动${t}人，公安${a}人，消防${b}人，其余${c}人为民兵。`,
      ([t, a, b], c) => `投入资金${t}万元：省级补助${a}万元，县级配套${b}万元，群众自筹${c}万元。`,
      ([t, a, b], c) => `开展活动${t}场次，其中宣讲${a}场次、文艺演出${b}场次、义诊${c}场次。`,
    ],
  },
  {
    name: 'total behind',
    make: draw => {
      const [a, b, c] = [draw(20, 90), draw(20, 90), draw(20, 90)]
      return { amounts: [a, b, c], right: a + b + c, slip: 10 }
    },
    wordings: [
      ([a, b, c], t) => `出动警力${a}人、民兵${b}人、志愿者${c}人，合计${t}人。`,
      ([a, b, c], t) => `一组${a}亩，二组${b}亩，三组${c}亩，合计${t}亩。`,
    ],
  },
  {
    name: 'net flow',
    make: draw => {
      const [whole, gone] = part(draw)
      return { amounts: [whole, gone], right: whole - gone, slip: 10 }
    },
    wordings: [
      ([a, b], n) => `全年调入干部${a}人，调出${b}人，净增${n}人。`,
      ([a, b], n) => `新登记企业${a}家，注销${b}家，净增${n}家。`,
      ([a, b], n) => `迁入${a}户，迁出${b}户，净迁入${n}户。`,
      ([a, b], n) => `期内新开户${a}户，销户${b}户，净增加${n}户。`,
    ],
  },
  {
    name: 'so much for each',
    make: draw => {
      const [count, each] = [draw(12, 90), draw(2, 30)]
      return {
        amounts: [count, count * each],
        right: each,
        slip: draw(0, 1) ? 1 + Math.ceil(each / 6) : 2 + Math.ceil(each / 4),
      }
    },
    wordings: [
      ([n, t], m) => `${n}个村新增路灯${t}盏，村均${m}盏。`,
      ([n, t], m) => `举办讲座${n}场，参加群众${t}人次，场均${m}人次。`,
      ([n, t], m) => `惠及社员${n}户，分红${t}万元，户均分红${m}万元。`,
    ],
  },
  {
    name: 'number times rate',
    make: draw => {
      const [count, each] = [draw(12, 90), draw(2, 9)]
      return { amounts: [count, each], right: count * each, slip: 10 }
    },
    wordings: [
      ([n, e], t) => `网格${n}个，每个网格配${e}名网格员，共配${t}名。`,
      ([n, e], t) => `${n}户困难家庭，每户发放${e}袋大米，共发放${t}袋。`,
      ([n, e], t) => `${n}个村各拨付经费${e}万元，共计${t}万元。`,
    ],
  },
]

const rounds = 40

function* sentences({ make, wordings, decimals = 0 }: Form, wrong: boolean): Generator<string> {
  const draw = numbers(wrong ? 11 : 7)
  for (let round = 0; round < rounds; round++)
    for (const say of wordings) {
      const { amounts, right, slip } = make(draw)
      yield say(amounts, (right + (wrong ? slip : 0)).toFixed(decimals))
    }
}

describe('relations of figures, generated', () => {
  for (const form of forms) {
    it(`${form.name}: right sentences are never accused`, () => {
      for (const text of sentences(form, false))
        assert.deepEqual(
          checkFigures(text).map(({ working }) => working),
          [],
          text,
        )
    })

    it(`${form.name}: nineteen of twenty wrong ones are heard`, () => {
      const all = [...sentences(form, true)]
      const silent = all.filter(text => checkFigures(text).length === 0)
      assert.ok(
        silent.length * 20 <= all.length,
        `${silent.length} of ${all.length}: ${silent.slice(0, 5).join('')}`,
      )
    })
  }

  it('behind another sentence and under another name of a place the same is said', () => {
    for (const form of forms) {
      const right = [...sentences(form, false)].slice(0, 20)
      for (let i = 0; i + 1 < right.length; i++) {
        const text = `4月12日，青石镇通报情况。${right[i]!}${right[i + 1]!}`
        assert.deepEqual(checkFigures(text), [], text)
      }
    }
  })
})
