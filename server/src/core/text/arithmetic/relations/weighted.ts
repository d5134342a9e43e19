// A whole cannot grow faster or slower than all of its parts:
// 总量19.41万人，增长8.55%，其中外出7.97万人，增长10.28%，本地11.44万人，增长12.3%.

import type { Quantity } from '../../quantities'
import { addsUp } from '../reading/addition'
import { amount, isExactPercent, isPlainAmount, plain, sameDimension } from '../reading/amounts'
import { fall, rise } from '../reading/roles'
import { write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

interface Growing {
  readonly q: Quantity
  readonly percent: Quantity
  readonly growth: number
  /** 同比 or 环比, as far as said. */
  readonly against: string
}

const growth = new RegExp(
  `^[^，。；、\\d]{0,8}[，、（(]?(?:同比|环比|比上年同期|较上年同期|比上年|较上年|比去年|较去年)?(?:(${rise})|(${fall}))(?:了|为|达)?$`,
)

export const weightedGrowth: SentenceCheck = {
  figures: 6,
  kind: 'percent',
  cue: /其中/,
  check: checkWeightedGrowth,
}

function checkWeightedGrowth(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (!body.includes('其中')) return []
  const growing = readGrowing(sentence)
  const found: FigureMismatch[] = []
  for (let at = body.indexOf('其中'); at >= 0; at = body.indexOf('其中', at + 2)) {
    const whole = growing.filter(one => one.percent.end <= start + at).at(-1)
    if (!whole || start + at - whole.percent.end > 6) continue
    const parts = wholeParts(
      growing.filter(one => one.q.start > start + at && one.against === whole.against),
      whole,
    )
    if (!parts) continue
    const growths = parts.map(one => one.growth)
    const outside =
      whole.growth < Math.min(...growths) - margin || whole.growth > Math.max(...growths) + margin
    if (outside) found.push(report(sentence, whole, parts))
  }
  return found
}

/** Rounding and other prices may move a growth rate by a little. */
const margin = 0.5

/** The first parts that together make up the whole. */
function wholeParts(growing: readonly Growing[], whole: Growing): readonly Growing[] | undefined {
  const parts = growing.filter(one => sameDimension(one.q, whole.q))
  for (let size = 2; size <= Math.min(parts.length, 6); size++) {
    const head = parts.slice(0, size)
    if (
      addsUp(
        head.map(one => one.q),
        whole.q,
      )
    )
      return head
  }
  return undefined
}

function readGrowing(sentence: FigureSentence): Growing[] {
  const { text, figures } = sentence
  const growing: Growing[] = []
  for (let i = 0; i + 1 < figures.length; i++) {
    const [q, percent] = [figures[i]!, figures[i + 1]!]
    if (!isPlainAmount(q) || !isExactPercent(percent)) continue
    const hit = growth.exec(text.slice(q.end, percent.start))
    if (hit)
      growing.push({
        q,
        percent,
        growth: hit[1] ? percent.value : -percent.value,
        against: /环比/.test(hit[0]) ? '环比' : '同比',
      })
  }
  return growing
}

function report(sentence: FigureSentence, whole: Growing, parts: readonly Growing[]): FigureMismatch {
  const base = (one: Growing) => amount(one.q) / (1 + one.growth / 100)
  const unit = whole.q.scale === 1e8 ? 1e8 : whole.q.scale === 1e4 ? 1e4 : 1
  const bases = parts.map(one => plain(base(one) / unit, 2)).join('+')
  const sum = plain(parts.reduce((total, one) => total + base(one), 0) / unit, 2)
  const direct = plain(base(whole) / unit, 2)
  // The part that strays furthest from the whole's growth is the likeliest slip.
  const odd = parts.reduce((worst, one) =>
    Math.abs(one.growth - whole.growth) > Math.abs(worst.growth - whole.growth) ? one : worst,
  )
  const fitting = base(whole) - parts.filter(one => one !== odd).reduce((rest, one) => rest + base(one), 0)
  const growths = parts.map(one => write(sentence, one.percent)).join('、')
  return {
    start: odd.percent.start,
    end: odd.percent.end,
    check: 'weighted',
    stated: write(sentence, odd.percent),
    expected: `${plain(((amount(odd.q) - fitting) / fitting) * 100, 1)}%`,
    working: `各分项增幅为${growths}，总体却为${write(sentence, whole.percent)}；由分项倒推上期${bases}=${sum}，由总量倒推上期${direct}`,
    workingEnglish: `the parts grew by ${growths}, the whole by ${write(sentence, whole.percent)}, which lies outside; bases ${sum} and ${direct}`,
    related: [spanOf(whole.percent), ...parts.filter(one => one !== odd).map(one => spanOf(one.percent))],
  }
}
