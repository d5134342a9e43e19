// What counts as a figure, what it is worth, and what is none.

import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import {
  findQuantities,
  hasFigure,
  isSubstantive,
  type Quantity,
} from '../../../server/src/core/text/quantities'

/** `text → value unit kind approx`, several with ；. */
function brief(text: string): string[] {
  return findQuantities(text).map(q => {
    const value = Number(q.value.toPrecision(12))
    const high = q.high === undefined ? '' : `~${Number(q.high.toPrecision(12))}`
    const approx = q.approx === 'exact' || q.approx === 'range' ? '' : ` ${q.approx}`
    return `${text.slice(q.start, q.end)}=${value}${high} ${q.kind}${approx}`
  })
}

const found: readonly (readonly [text: string, ...quantities: string[]])[] = [
  // Arabic digits
  ['排查1268户', '1268户=1268 count'],
  ['投入1,234.5万元', '1,234.5万元=12345000 money'],
  ['案件321 146件', '321 146件=321146 count'],
  ['参会１，２００名代表', '１，２００名=1200 count'],
  ['１２万人', '１２万人=120000 count'],
  ['GDP达162.4亿元', '162.4亿元=16240000000 money'],
  ['总产值4.03万亿元', '4.03万亿元=4030000000000 money'],
  ['3千5百人', '3千5百人=3500 count'],
  ['2万5000人', '2万5000人=25000 count'],
  ['收购价3.80元／公斤', '3.80元／公斤=3.8 measure'],
  ['装机12.5万千瓦', '12.5万千瓦=125000 measure'],
  ['防治器械40·5万台', '40·5万台=405000 count'],
  ['最低气温-2.3℃', '-2.3℃=-2.3 measure'],
  ['7乡1镇13.9万人', '7乡=7 count', '1镇=1 count', '13.9万人=139000 count'],
  ['检查 64 家次', '64 家次=64 count'],
  // Chinese numerals
  ['一百五十四名消防员', '一百五十四名=154 count'],
  ['面积两百零二平方米', '两百零二平方米=202 measure'],
  ['百分之三十九点六', '百分之三十九点六=39.6 percent'],
  ['下降到百分之零点零三八', '百分之零点零三八=0.038 percent'],
  ['死亡率千分之三', '千分之三=3 percent'],
  ['占三成以上', '三成=30 percent over'],
  ['一亿二千万元', '一亿二千万元=120000000 money'],
  ['三点五亿元', '三点五亿元=350000000 money'],
  ['两倍', '两倍=2 multiple'],
  ['三分之一', '三分之一=0.333333333333 ratio'],
  ['占1/3', '1/3=0.333333333333 ratio'],
  ['过半数', '半数=0.5 ratio over'],
  ['近一半', '一半=0.5 ratio about'],
  ['完成过半。', '过半=0.5 ratio over'],
  ['翻一番', '翻一番=2 multiple'],
  ['翻了两番', '翻了两番=4 multiple'],
  ['死亡一人', '一人=1 count'],
  // approximations and ranges
  ['约300户', '300户=300 count about'],
  ['近20个', '20个=20 count about'],
  ['超过6万人', '6万人=60000 count over'],
  ['不足50亩', '50亩=50 measure under'],
  ['不低于95%', '95%=95 percent over'],
  ['30余名', '30余名=30 count over'],
  ['130多万人', '130多万人=1300000 count over'],
  ['800余万元', '800余万元=8000000 money over'],
  ['8000万元左右', '8000万元=80000000 money about'],
  ['20升以内', '20升=20 measure under'],
  ['户均5万～8万元', '5万～8万元=50000~80000 money'],
  ['户均5-8万元', '5-8万元=50000~80000 money'],
  ['15～30%', '15～30%=15~30 percent'],
  ['3至5人', '3至5人=3~5 count'],
  ['三四个', '三四个=3~4 count'],
  ['三至五天', '三至五天=3~5 measure'],
  ['由3人到5人', '3人=3 count', '5人=5 count'],
  ['节约254万元', '254万元=2540000 money'],
  ['签约23个', '23个=23 count'],
  ['附近3公里', '3公里=3 measure'],
  // rates and ranks
  ['提高5.5个百分点', '5.5个百分点=5.5 points'],
  ['回落两个百分点', '两个百分点=2 points'],
  ['出生率9.56‰', '9.56‰=9.56 percent'],
  ['居全市第2位', '2位=2 rank'],
  ['位居全省第一，', '一=1 rank'],
  ['进入前10名', '10名=10 rank'],
  ['结构为8.7:48.5:42.8', '8.7:48.5:42.8=0.203271028037 ratio'],
  ['比例尺1∶50000', '1∶50000=0.00002 ratio'],
  // shared units
  ['分别为58、46和27户', '58=58 count', '46=46 count', '27户=27 count'],
  // vague
  ['数十家', '数十家=20~90 count'],
  ['几个村', '几个=2~9 count'],
  ['上千人', '千人=1000 count over'],
  ['百余名', '百余名=100 count over'],
]

const none = [
  '2026年4月18日8时20分',
  '2008-3-22 06:33:02',
  '2007/08/27，2026.4.18',
  '1—3月，2021—2025年，4月1日至15日，3至5日',
  '二○一○年八月二十三日，七时二十六分，五月二十一日',
  '国办发〔2019〕3号，工信部联原[2011]177号，GB/T 9704-2012，GB 50180',
  '电话0746——4714990，13800000000，身份证11010119900307001X',
  '第三条，第二章，第五次会议的主题，第三产业，第一书记',
  '一、总体要求（二）具体措施 3.加强领导 4、狠抓落实',
  '“三个一”工程，“8337”思路，“3·15”活动，8·12事故',
  '十四五规划，六稳六保，三农，两会，四个意识，一带一路，八项规定',
  '一是……二是……三要……',
  '一系列、一定、一些、一批、统一、进一步、一方面、一线、一把手、一起',
  '千方百计、一心一意、三令五申、千家万户、百姓、十分重要、万无一失',
  '24小时值班，7×24小时热线，一户一策，一村一品',
  'A5区、PM2.5、5G、4A级、H1N1、PH85-16、G320、323省道、110指挥中心、12345热线',
  '附件2，表3，案例1，20世纪90年代，80后，3号楼2单元',
  '一季度，上半年，三季度，二期工程',
  '三成立，一成不变',
]

const weak = [
  '从三个方面入手，成效显著',
  '采取四项措施，工作扎实推进',
  '近3年来不断改善',
  '有一个问题',
  '几十家企业、数百名群众、上千人参加',
  '三点要求',
]
const strong = [
  '三家企业',
  '死亡2人',
  '办理时限由15天压缩至3天',
  '满意率91.7%',
  '居全市第2位',
  '3个问题',
  '翻一番',
  '得分92.5分',
]

describe('findQuantities', () => {
  for (const [text, ...quantities] of found)
    it(`${text} → ${quantities.join('；')}`, () => assert.deepEqual(brief(text), quantities))

  for (const text of none)
    it(`finds nothing in ${text}`, () => {
      const left = findQuantities(text).filter(q => q.kind !== 'other')
      assert.deepEqual(
        left.map(q => text.slice(q.start, q.end)),
        [],
      )
      assert.equal(hasFigure(text), false)
    })

  for (const text of weak) it(`no evidence: ${text}`, () => assert.equal(hasFigure(text), false))
  for (const text of strong) it(`evidence: ${text}`, () => assert.equal(hasFigure(text), true))

  it('tells figures that are evidence from those that are not', () => {
    const figures = findQuantities('检查64家，发现三个方面127处隐患，近3年来最多。').filter(isSubstantive)
    assert.deepEqual(
      figures.map(({ value }) => value),
      [64, 127],
    )
  })

  it('keeps spans in order, inside the text, without overlap', () => {
    const piece = fc.constantFrom(
      ...found.map(([text]) => text),
      ...none,
      '，',
      '。',
      '1',
      '万',
      '百',
      '～',
      '-',
      '第',
      '年',
      '“',
      '…',
      '𠮷',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('')
        let last = 0
        for (const q of findQuantities(text)) {
          assert.ok(q.start >= last && q.end > q.start && q.end <= text.length, JSON.stringify([text, q]))
          assert.ok(Number.isFinite(q.value), text)
          last = q.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        text => findQuantities(text).every(isSubstantive) || true,
      ),
    )
  })

  it('reads back every amount that it is given', () => {
    const units = ['户', '人次', '万元', '亿元', '亩', '公里', '%', '个百分点', '倍']
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(...units),
        (n, places, unit) => {
          const text = `达到${(n / 10 ** places).toFixed(places)}${unit}，`
          const quantities: Quantity[] = findQuantities(text)
          assert.equal(quantities.length, 1, text)
          const scale = unit === '万元' ? 1e4 : unit === '亿元' ? 1e8 : 1
          assert.equal(
            Math.round(quantities[0]!.value * 100),
            Math.round((n / 10 ** places) * scale * 100),
            text,
          )
          assert.equal(quantities[0]!.decimals, places)
        },
      ),
    )
  })
})
