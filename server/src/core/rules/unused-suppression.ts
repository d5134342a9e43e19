// 抑制无效: a suppression comment that silences nothing hides the next real finding.

import type { DocumentRule } from '../engine/rule'

/** Reported by the engine, which alone knows what a suppression silenced; the rule carries its words and its level. */
export const unusedSuppression: DocumentRule = {
  id: 'unused-suppression',
  title: ['抑制无效', 'Unused suppression'],
  family: 'form',
  severity: 'information',
  scope: 'document',
  messages: {
    unused: {
      what: ['这条“不再提示”没有起作用（{rule}）', 'This suppression has no effect ({rule})'],
      why: [
        '它要压住的问题已经不在了，或者规则名写错了',
        'What it was meant for is gone, or the rule name is wrong',
      ],
      doNext: ['删去这条注释，或改正规则名', 'Delete the comment or correct the rule name'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n⟦<!-- ligao-disable-next-line vague-quantity 准数待核 -->⟧\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
        mended: '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
    ],
    good: [{ text: '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n' }],
  },
  check() {},
}
