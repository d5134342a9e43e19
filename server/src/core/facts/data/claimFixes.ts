// What a writer may fill in behind a claim: only tab stops, never a figure.

import type { ClaimClass } from '../../text/claims'
import type { Bilingual } from '../../types'

export interface FigureSlots {
  readonly title: Bilingual
  /** Snippet text to insert behind the claim. */
  readonly text: string
}

const falling = /下降|减少|降低|减轻|减弱|缩小|缩短|回落|下滑|下跌|缓解|萎缩|走低|收窄|少|低/

/** Slots for the figures that a claim of this class owes. */
export function figureSlots(is: ClaimClass, claim: string): FigureSlots {
  switch (is) {
    case 'change':
      return falling.test(claim)
        ? {
            title: ['补上变化的数据（由…降至…）', 'Add the figures of the change (from … to …)'],
            text: `，由\${1:上年同期值}降至\${2:本期值}，下降\${3:幅度}%`,
          }
        : {
            title: ['补上变化的数据（由…增至…）', 'Add the figures of the change (from … to …)'],
            text: `，由\${1:上年同期值}增至\${2:本期值}，增长\${3:幅度}%`,
          }
    case 'coverage':
      return {
        title: ['补上应办数和实办数', 'Add how many were due and how many were done'],
        text: `（应\${1:覆盖数}，实\${2:覆盖数}，覆盖率\${3:比例}%）`,
      }
    case 'rank':
      return {
        title: ['补上位次和范围', 'Add the rank and among how many'],
        text: `（\${1:范围}\${2:总数}个单位中列第\${3:位次}位，\${4:发布单位和日期}）`,
      }
    case 'scale':
    case 'degree':
      return {
        title: ['补上数量和时点', 'Add the number and its date'],
        text: `（\${1:数量和单位}，截至\${2:日期}）`,
      }
    default:
      return {
        title: ['补上指标和前后数值', 'Add the indicator, before and after'],
        text: `（\${1:指标}由\${2:之前的值}变为\${3:现在的值}）`,
      }
  }
}
