// Unit and day under the last part are a signature however they are set: no measure that lacks an owner.

import assert from 'node:assert/strict'
import { check } from '../../core/analysis/support'

const draft = (signature: string) =>
  `# 堰塘渗漏问题\n\n一、存在问题\n\n青石村3口堰塘渗漏。\n\n二、下一步\n\n由镇水利站6月25日前修好3口堰塘。\n\n${signature}\n`

describe('a signature is no measure', () => {
  for (const signature of [
    '云岭县水利局\n2026年6月12日',
    '云岭县水利局\n二〇二六年六月十二日',
    '　　云岭县水利局\n　　二〇二六年六月十二日',
    '　　　　　　　　云岭县水利局\n　　　　　　　　　二○二六年六月十二日',
    '云岭县水利局\n\n二零二六年十二月三十一日',
  ])
    it(JSON.stringify(signature), () =>
      assert.deepEqual(
        check(draft(signature), { kind: 'problem' }).findings.filter(({ rule }) =>
          rule.startsWith('measure-'),
        ),
        [],
      ),
    )
})
