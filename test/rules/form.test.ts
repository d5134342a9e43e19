// Form and safety beyond the executed examples.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'
import {
  findIdentityNumbers,
  isBankCard,
  isIdentityCard,
  mayHoldNumber,
} from '../../server/src/core/text/identity/numbers'

const found = (rule: string, body: string, head = '类型: 动态') => {
  const text = `---\n${head}\n---\n\n${body}\n`
  const report = createAnalyzer(rules.filter(each => each.id === rule))(openDraft(text), {
    settings: defaultSettings,
    now: 0,
  })
  assert.deepEqual(report.failures, [])
  return report.findings.map(finding => ({ ...finding, text: text.slice(finding.start, finding.end) }))
}

describe('identity numbers', () => {
  it('hold by their checksums alone', () => {
    assert.ok(isIdentityCard('11010519491231002X'))
    assert.ok(!isIdentityCard('110105194912310021'))
    assert.ok(isBankCard('6222020000000123455'))
    assert.ok(!isBankCard('6222020000000123456'))
  })

  it('are not order numbers, amounts or masked numbers', () => {
    assert.deepEqual(findIdentityNumbers('合同号2026041200001234567，投资12345678901元，电话138****1234'), [])
  })

  it('are suspected wherever they stand, and not in every figure', () => {
    for (let before = 0; before < 25; before++) {
      const lead = '村'.repeat(before)
      assert.ok(mayHoldNumber(`${lead}13800138000`), lead)
      assert.ok(mayHoldNumber(`${lead}138 0013-8000，联系人李某`), lead)
      assert.ok(!mayHoldNumber(`${lead}投资1234567890元，清淤3.2公里`), lead)
    }
  })

  it('are masked so that head and tail stay', () => {
    assert.deepEqual(
      findIdentityNumbers('手机138 0013 8000').map(number => number.masked),
      ['138 **** 8000'],
    )
  })
})

describe('personal-information', () => {
  for (const [body, wanted] of [
    ['班组长王大山（男，46岁，手机13812345678）左手受伤。', ['13812345678']],
    ['现场指挥：副镇长罗某，电话13812345678。', []],
    ['值班电话13812345678，24小时有人接听。', []],
    ['联系人：周敏，13812345678。', []],
  ] as const)
    it(body, () =>
      assert.deepEqual(
        found('personal-information', body).map(finding => finding.text),
        wanted,
      ),
    )
})

describe('classified-content', () => {
  it('never echoes what it found', () => {
    const [finding] = found('classified-content', '机密★10年')
    assert.ok(!JSON.stringify([finding!.what, finding!.why, finding!.doNext]).includes('机密'))
  })

  for (const fine of [
    '组织学习绝密、机密、秘密三级的划分。',
    '签订商业秘密保护协议12份。',
    '开展机密级文件清退培训1场，43人参加。',
  ])
    it(`leaves alone: ${fine}`, () => assert.deepEqual(found('classified-content', fine), []))
})

describe('heading-numbering', () => {
  it('a habit is one finding with one fix for all', () => {
    const [finding, ...others] = found(
      'heading-numbering',
      '1、清淤3.2公里。\n\n2、加固0.8公里。\n\n3、转移12户。',
    )
    assert.equal(others.length, 0)
    assert.equal(finding!.fixes[0]!.edits.length, 3)
  })

  for (const fine of [
    '一、做法\n\n（一）早部署\n\n（二）严验收\n\n二、问题\n\n（一）进度慢\n',
    '一、做法\n\n1.早部署\n\n2.严验收\n\n二、问题\n',
    '1.清淤3.2公里。2.加固0.8公里。\n\n3.转移12户。',
    '## 做法\n\n（一）早部署\n\n## 问题\n\n（一）进度慢\n',
  ])
    it(`leaves alone: ${fine.slice(0, 24).replace(/\n/g, ' ')}`, () =>
      assert.deepEqual(
        found('heading-numbering', fine).map(finding => finding.what[0]),
        [],
      ))
})

describe('broken-emphasis', () => {
  for (const [body, mended] of [
    ['**风险：**部分路段积水。', '**风险**：部分路段积水。'],
    ['**青石镇（本级）**合计12户。', '**青石镇（本级）** 合计12户。'],
  ] as const)
    it(`${body} → ${mended}`, () => {
      const [finding] = found('broken-emphasis', body)
      const [edit] = finding!.fixes[0]!.edits
      const text = `---\n类型: 动态\n---\n\n${body}\n`
      const fixed = text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)
      assert.ok(fixed.includes(mended))
      assert.deepEqual(found('broken-emphasis', mended), [])
    })
})

describe('leftover-place-name', () => {
  const head = '类型: 动态\n单位: 云岭县青石镇人民政府'
  it('another town that acts as the reporter is told', () => {
    assert.deepEqual(
      found('leftover-place-name', '白杨镇组织清淤3.2公里。', head).map(finding => finding.text),
      ['白杨镇'],
    )
  })
  for (const fine of [
    '青石镇组织清淤3.2公里。',
    '到白杨镇开展交流1次。',
    '与白杨镇组织联合检查2次。',
    '各乡镇组织清淤。',
    '全镇组织清淤。',
  ])
    it(`leaves alone: ${fine}`, () => assert.deepEqual(found('leftover-place-name', fine, head), []))
})
