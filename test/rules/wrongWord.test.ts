// Wrong words in context: what is wrong is told with the right word, what only looks like it is left alone.

import assert from 'node:assert/strict'
import { wrongWord } from '../../server/src/core/rules/wrong-word'
import { checkExamples, findingsOf } from '../support/analyzeRule'

const said = (text: string) => findingsOf(wrongWord, `${text}\n`, { kind: 'brief' })

describe('wrong-word', () => {
  it('does what its examples say', () => checkExamples(wrongWord))

  for (const text of [
    '究竟争取到多少资金，还要看县里。',
    '各村上报消息17条，上报消防隐患9处。',
    '自己有一台水泵，村民各用各的。',
    '合作社以经营主体的身份申报。',
    '法官核对了审讯情况。',
    '镇里把这个窗口叫做为民服务中心。',
    '本月分配到村的水泥共12吨。',
    '校园满意度调查发出问卷400份。',
    '把石料挖掘起来，重新铺好。',
    '吊车按装载量计费。',
    '报名4月12日截止，截止时间不变。',
    '发现过敏反应情况2例，反应迅速。',
    '为了了解情况，镇里走访41户，的的确确没有漏报。',
    '镇里约谈左右两村的负责人。',
    '是是非非，由村民说了算。',
    '投诉量下降了两成，产量增长2倍。',
    '避免不必要的损失。',
    '让村民感受到实实在在的变化，这是办事的目的的一部分，最后不了了之的只有1件。',
    '企业节约成本5.5万元左右。',
    '这次演练使队员熟悉了流程。',
  ])
    it(`leaves alone: ${text}`, () =>
      assert.deepEqual(
        said(text).map(({ what }) => what[0]),
        [],
      ))

  for (const [text, right] of [
    ['镇里建立隐患台帐37条。', '台账'],
    ['截止目前，清淤3.2公里。', '截至'],
    ['隐患己经整改。', '已经'],
    ['水库安全渡汛。', '度汛'],
    ['4月11日山洪爆发，冲毁便桥1座。', '山洪暴发'],
    ['竟争激烈。', '竞争'],
    ['县财政拔付18万元。', '拨付'],
    ['召开坐谈会3场。', '座谈会'],
    ['向镇里反应问题12件。', '反映'],
    ['进一部压实责任。', '进一步'],
    ['各村一如继往抓防火。', '一如既往'],
    ['更换护拦8米。', '护栏'],
  ] as const)
    it(`puts right: ${text}`, () => {
      const found = said(text)
      assert.equal(found.length, 1)
      assert.ok(found[0]!.what[0].endsWith(`应为“${right}”`), found[0]!.what[0])
      const [edit] = found[0]!.fixes[0]!.edits
      assert.ok(`${text}\n`.slice(0, edit!.start).length >= 0 && edit!.text === right)
      assert.deepEqual(said(text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)), [])
    })

  for (const text of [
    '目的是为了减少损失。',
    '主要原因是由于管道老化。',
    '要防止类似事故不再发生。',
    '投诉量下降了2倍。',
    '投入约30万元左右。',
    '参加人数超过300人以上。',
    '通过这次演练，使队员熟悉了流程。',
    '青石镇的的沟渠已清。',
  ])
    it(`does not hold together: ${text}`, () => {
      const found = said(text)
      assert.equal(found.length, 1)
      assert.match(found[0]!.what[0], /说不通/)
    })
})
