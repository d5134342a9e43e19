// NUM06 and NUM07 as slips of wording: 失业率下降3% (points are meant), 成本降低了2倍 (nothing can fall by more than all).

import { expressionOf } from '../../../knowledge/cue'
import { proportionalRate, shareIndicator } from '../../../knowledge/figures.generated'
import { isExactPercent } from '../reading/amounts'
import { fall, rise } from '../reading/roles'
import { gapBefore, textAfter, textBefore, write } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

/** Rates that are percentages themselves. Incidence per 100,000, exchange and interest rates are not among them. */
const percentRate =
  /(?:失业|就业|入学|升学|巩固|毛入学|参保|覆盖|满意|知晓|化解|办结|合格|整改|达标|普及|城镇化|绿化|利用|入住|签约|接种|参训|到会|检出|抽检|受理|回访|准时|优良|达产|开工|投产|完成|调解成功|调处成功|成功|贫困发生|森林覆盖|自来水普及|卫生厕所普及|垃圾处理|污水处理|无害化处理|综合利用|电子化|网办|即办)率$/
const direct = new RegExp(
  `([\\u4e00-\\u9fff]{2,10}率)(?:，?(?:同比|环比|比上年同期|较上年同期|比上年|较上年|比去年同期|较去年同期|比去年|较去年|比上月|较上月|较年初|比年初))?(?:${rise}|${fall})(?:了|约)?$`,
)

export const rateWording: SentenceCheck = { figures: 1, kind: 'percent', check: checkRateWording }

function checkRateWording(sentence: FigureSentence): FigureMismatch[] {
  const found: FigureMismatch[] = []
  for (const q of sentence.figures) {
    // A change of more than twenty per cent may well be meant in proportion.
    if (!isExactPercent(q) || q.value > 20) continue
    const hit = direct.exec(textBefore(sentence, q.start, 24))
    if (!hit || !percentRate.test(hit[1]!)) continue
    if (/^(?:以上|的目标|到|至)/.test(textAfter(sentence, q.end, 4))) continue
    const number = write(sentence, q).replace(/[%％]$/, '')
    found.push({
      start: q.start,
      end: q.end,
      check: 'points',
      stated: write(sentence, q),
      expected: `${number}个百分点`,
      working: `“${hit[1]}”本身是百分数，前后两个百分数之差要写“个百分点”；写成“${write(sentence, q)}”是指按原比率再变动${write(sentence, q)}`,
      workingEnglish:
        'The rate is itself a percentage; the difference of two percentages is given in percentage points',
      related: [],
    })
  }
  return found
}

/** Indicators that are percentages. The change of a rate of interest, tax or growth is often meant in proportion. */
const share = new RegExp(`(?:${shareIndicator.source})(?:约?为|约?达到?|约?是)?$`)
const proportional = expressionOf(proportionalRate)
const changedBy = new RegExp(
  `^[，、（(](?:(?:同比|环比|相比)|[比较](?:上年|去年|前年|上月|上季度|上半年|年初|年底|上年末|去年底|整治前|改造前)(?:同期)?)?(?:${rise}|${fall})(?:了|约)?$`,
)

/** 优良率为93.4%，同比上升2.12%: the value is a percentage, and so is its change, in points. */
export const ratePoints: SentenceCheck = { figures: 2, kind: 'percent', cue: share, check: checkRatePoints }

function checkRatePoints(sentence: FigureSentence): FigureMismatch[] {
  const { figures } = sentence
  const found: FigureMismatch[] = []
  for (let i = 0; i + 1 < figures.length; i++) {
    const [value, change] = [figures[i]!, figures[i + 1]!]
    if (!isExactPercent(value) || !isExactPercent(change)) continue
    // 失业率5.2%，同比下降15% can only be a proportion, and a large change may be one.
    if (value.value < 20 || change.value > 10 || !changedBy.test(gapBefore(sentence, i + 1))) continue
    const before = textBefore(sentence, value.start, 16)
    if (!share.test(before) || proportional.test(before)) continue
    if (/^(?:以上|的目标|到|至)/.test(textAfter(sentence, change.end, 4))) continue
    const number = write(sentence, change).replace(/[%％]$/, '')
    found.push({
      start: change.start,
      end: change.end,
      check: 'points',
      stated: write(sentence, change),
      expected: `${number}个百分点`,
      working: `前面的${write(sentence, value)}本身是百分数，两个百分数之差要写“个百分点”；写成“${write(sentence, change)}”是指按原比率再变动${write(sentence, change)}`,
      workingEnglish:
        'The rate is itself a percentage; the difference of two percentages is given in percentage points',
      related: [{ start: value.start, end: value.end }],
    })
  }
  return found
}

const shrink =
  /(?:降低|减少|下降|缩短|缩小|缩减|压缩|压减|减轻|下跌|回落|减小|减缓|降|减|少|低)(?:了|近|约)?$/

/** 降低2倍: at most it can fall by 100%. */
export const shrinkMultiples: SentenceCheck = { figures: 1, kind: 'multiple', check: checkShrinkMultiples }

function checkShrinkMultiples(sentence: FigureSentence): FigureMismatch[] {
  const found: FigureMismatch[] = []
  sentence.figures.forEach((q, i) => {
    if (q.kind !== 'multiple' || q.unit !== '倍' || q.value < 1) return
    const before = gapBefore(sentence, i)
    if (!shrink.test(before) || /(?:至少|不少|最少|多少|不低|最低)$/.test(before)) return
    if (/[比例]尺|镜头|画面|放大|图像/.test(before) || /^[频镜率速数]/.test(textAfter(sentence, q.end, 1)))
      return
    found.push({
      start: q.start,
      end: q.end,
      check: 'multiple',
      stated: write(sentence, q),
      expected: '降低百分之几，或“降为原来的几分之几”',
      working: `减少1倍就是减到0，“减少${write(sentence, q)}”算不出来；如降为原来的1/${q.value + 1}，应写降低${((q.value / (q.value + 1)) * 100).toFixed(1)}%`,
      workingEnglish: 'A fall of one time leaves nothing; state the fall in percent',
      related: [],
    })
  })
  return found
}
