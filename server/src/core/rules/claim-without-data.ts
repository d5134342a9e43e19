// 有结论无数据: a result, a scale or a degree is asserted, and neither the sentence nor its neighbours say how much.

import type { DocumentRule } from '../engine/rule'
import { bareClaims } from '../facts/data/bareClaims'
import { figureSlots } from '../facts/data/claimFixes'
import type { KindId } from '../report/kinds'
import type { ClaimClass } from '../text/claims'
import { shorten } from '../text/shorten'
import type { Severity } from '../types'

/** In these a result is what the reader is after. */
const owing = new Set<KindId>(['experience', 'overview', 'summary', 'survey', 'special', 'bulletin', 'brief'])

function severityOf(is: ClaimClass, kind: KindId): Severity {
  // Problems are told without figures at every level; a degree is worth a word, not a warning.
  if (is === 'degree' || is === 'scale' || is === 'role' || !owing.has(kind)) return 'information'
  return is === 'result' && (kind === 'brief' || kind === 'bulletin') ? 'information' : 'warning'
}

export const claimWithoutData: DocumentRule = {
  id: 'claim-without-data',
  title: ['有结论无数据', 'Claim without data'],
  family: 'data',
  severity: 'warning',
  scope: 'document',
  notInRegulations: true,
  messages: {
    change: {
      what: ['“{claim}”，变化多少没有说', '“{claim}” does not say by how much'],
      why: [
        '只有增减没有幅度，无法核实，也无法比较',
        'A change without its size cannot be checked or compared',
      ],
      doNext: [
        '写出上期值、本期值和幅度，注明截至时点；没有数就写能核实的事实',
        'Give the value before, the value now and the date; without figures, a fact that can be checked',
      ],
    },
    result: {
      what: ['“{claim}”，拿什么证明没有说', '“{claim}” is asserted, not shown'],
      why: [
        '前后句都没有数据或可核实的事实，等于自我评价',
        'Nothing near it backs it: it is praise of oneself',
      ],
      doNext: [
        '换成指标和数值（办结几件、占多少、比上年怎样），或写通过验收、获批等事实',
        'Put an indicator and its value, or a fact such as an acceptance or an approval',
      ],
    },
    coverage: {
      what: ['“{claim}”，应有多少、实有多少没有说', '“{claim}” without how many were due and done'],
      why: ['覆盖要用应数和实数证明', 'Coverage is shown by what was due and what was done'],
      doNext: ['写出应覆盖数、已覆盖数和未覆盖的原因', 'Give both numbers and why some are left out'],
    },
    rank: {
      what: ['“{claim}”，第几名、在多少家里没有说', '“{claim}” without the rank and among how many'],
      why: ['位次没有范围和来源，无法核实', 'A rank without scope and source cannot be checked'],
      doNext: ['写出位次、参评总数、发布单位和日期', 'Give rank, total, who published it and when'],
    },
    scale: {
      what: ['“{claim}”，具体多少没有说', '“{claim}” does not say how much'],
      why: ['程度词各人理解不同，数量说得清', 'Words of degree mean something else to everybody'],
      doNext: ['写出数量、占比或一个具体事例', 'Give the number, the share, or one case'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 经验\n---\n\n推行错峰灌溉以来，⟦灌溉效率大幅提升⟧。村民按牌号轮流放水，由管水员登记。\n',
        mended:
          '---\n类型: 经验\n---\n\n推行错峰灌溉以来，每亩次灌溉时间由3.5小时缩短到2.1小时。村民按牌号轮流放水，由管水员登记。\n',
      },
      {
        text: '---\n类型: 总结\n---\n\n⟦我镇民生实事完成率位居全县前列⟧。各村分别建立台账。\n',
        mended: '---\n类型: 总结\n---\n\n我镇民生实事完成率96%，居全县14个乡镇第2位。各村分别建立台账。\n',
      },
    ],
    good: [
      { text: '---\n类型: 经验\n---\n\n整治取得明显成效。18个村中15个通过县级验收，清理垃圾186吨。\n' },
      {
        text: '---\n类型: 经验\n---\n\n下一步，青石镇由农技站在5月底前换装计量闸，争取拖欠水费的农户明显减少。\n',
      },
    ],
  },
  sources: [
    [
      '《政务信息工作暂行办法》（国办发〔1995〕53号）：事例、数字、单位应力求准确',
      'Interim measures on government information (1995): cases and figures must be exact',
    ],
  ],
  check(document, context) {
    for (const { block, claims } of bareClaims(document)) {
      const first = claims[0]
      if (!first) continue
      context.reportOf(block, claims, () => {
        const { text } = document.block(block)
        const claim = text.slice(first.start, first.end)
        const slots = figureSlots(first.is, text.slice(first.core.start, first.core.end))
        const behind = context.locate(block, { start: first.end - 1, end: first.end }).end
        return {
          at: { block, start: first.start, end: first.end },
          message: first.is === 'role' ? 'result' : first.is === 'degree' ? 'scale' : first.is,
          values: { claim: shorten(claim, 30) },
          severity: severityOf(first.is, context.kind),
          fixes: [
            { title: slots.title, edits: [{ start: behind, end: behind, text: slots.text }], snippet: true },
          ],
          related: claims.slice(1).map(other => ({
            at: { block, start: other.start, end: other.end },
            note: ['这一处也没有数据', 'Without data as well'],
          })),
        }
      })
    }
  },
}
