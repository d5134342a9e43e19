import assert from 'node:assert/strict'
import { claimWithoutData } from '../../../server/src/core/rules/claim-without-data'
import { vagueQuantity } from '../../../server/src/core/rules/vague-quantity'
import { checkExamples, findingsOf, wordsOf } from '../../support/analyzeRule'

const words = (text: string) => wordsOf(vagueQuantity, text, { kind: 'brief' })

describe('vague-quantity', () => {
  it('does what its examples say', () => checkExamples(vagueQuantity))

  describe('asks for the number of', () => {
    const vague: readonly (readonly [string, string[]])[] = [
      ['4月以来，东湾乡查处了一批违规用电行为。', ['一批']],
      ['镇安监站多次开展安全检查。', ['多次']],
      ['4月10日，志愿者走访慰问多户困难家庭。', ['多户']],
      ['部分企业未按规定提取安全费用。', ['部分企业']],
      ['目前，有的村没有按时上报台账。', ['有的村']],
      ['活动期间，发放了大量宣传资料。', ['大量']],
      ['整治期间，拆除数十处违建。', ['数十处']],
      ['一批水利工程相继开工。', ['一批水利工程']],
      ['一是部分养殖场没有合同。二是用地11宗只批回4宗。', ['部分养殖场']],
    ]
    for (const [text, expected] of vague) it(text, () => assert.deepEqual(words(text), expected))
  })

  describe('is silent about', () => {
    const silent: readonly string[] = [
      '少数民族群众住进新房。',
      '有的同镇里的规划不符。',
      '工作中还存在不少困难和问题。',
      '第一批人员已到岗，第二批次4月底前到位。',
      '4月1日至15日多次开展安全检查，共检查企业58家。',
      '部分企业未按规定提取安全费用。抽查的46家中，31家没有提取。',
      '部分村民反映垃圾清运不及时。',
      '规模以上企业全部复工。',
      '下一步，将引进一批龙头企业。',
      '鼓励企业多次申报。',
      '会议强调，要查处一批典型案件。',
      '今年30多家企业签约，共投资4.2亿元。',
      '现场有大量浓烟冒出。',
      '有村民说“多次反映没人管”。',
    ]
    for (const text of silent) it(text, () => assert.deepEqual(words(text), []))
  })

  it('says once per sentence that bodies are not counted', () => {
    assert.deepEqual(words('部分企业没有台账，部分村没有值班表。部分学校没有演练。'), [
      '部分企业',
      '部分学校',
    ])
  })

  describe('counts whatever has a number, at every place of a sentence', () => {
    const vague: readonly (readonly [string, string[]])[] = [
      ['虽然长势良好，部分苗圃已染上根腐病。', ['部分苗圃']],
      ['走访发现，大多数渔排没有系缆标识。', ['大多数渔排']],
      ['缆车停运后，有的游客滞留山顶。', ['有的游客']],
      ['一些乡镇的值班电话无人接听。', ['一些乡镇']],
      ['因配电箱进水，少数楼栋停电。', ['少数楼栋']],
      ['蒜薹滞销，冷库积压大量鲜货。', ['大量']],
    ]
    for (const [text, expected] of vague) it(text, () => assert.deepEqual(words(text), expected))
    for (const text of [
      '干部分组入户核对。',
      '群众多次参加的活动另行登记。',
      '公共部分装修由业主分摊。',
      '已有的蓄水池继续使用。',
      '遇到一些困难。',
      '可以对部分商户减免租金。',
    ])
      it(`but not: ${text}`, () => assert.deepEqual(words(text), []))
  })

  it('leaves a word inside a claim to the claim', () => {
    const text = '一大批信访积案得到有效化解。'
    assert.deepEqual(wordsOf(claimWithoutData, text, { kind: 'brief' }).length, 1)
    assert.deepEqual(words(text), [])
  })

  it('does not ask a first report for what it says is still being counted', () => {
    const asked = '4月10日，现场已转移多户群众。'
    assert.deepEqual(wordsOf(vagueQuantity, asked, { kind: 'emergency', stage: 'first' }), ['多户'])
    const text = '4月10日，现场已转移多户群众，户数正在核实。'
    assert.deepEqual(wordsOf(vagueQuantity, text, { kind: 'emergency', stage: 'first' }), [])
    assert.deepEqual(wordsOf(vagueQuantity, text, { kind: 'emergency', stage: 'final' }), ['多户'])
  })

  for (const kind of ['other', 'summary', 'problem', 'opinion', 'proposal'] as const)
    it(`speaks in ${kind}`, () =>
      assert.deepEqual(wordsOf(vagueQuantity, '部分企业没有台账。', { kind }), ['部分企业']))

  describe('hedges twice', () => {
    const mended: readonly (readonly [string, string, string])[] = [
      ['受影响约50余户。', '约50余户', '受影响50余户。'],
      ['参加约80人左右。', '约80人左右', '参加约80人。'],
      ['参加80余人左右。', '80余人左右', '参加80余人。'],
      ['约有50多户左右受影响。', '约有50多户左右', '有50多户受影响。'],
    ]
    for (const [text, span, after] of mended)
      it(span, () => {
        const [finding] = findingsOf(vagueQuantity, text, { kind: 'brief' })
        assert.equal(text.slice(finding!.start, finding!.end), span)
        const edits = [...finding!.fixes[0]!.edits].sort((a, b) => b.start - a.start)
        let result = text
        for (const { start, end, text: put } of edits)
          result = result.slice(0, start) + put + result.slice(end)
        assert.equal(result, after)
      })
    for (const text of [
      '受影响50余户。',
      '约80人参加。',
      '90%以上的农户参加。',
      '近几年发展平稳。',
      '历时约两个多月。',
    ])
      it(`not: ${text}`, () => assert.deepEqual(words(text), []))
  })

  it('offers a slot for the number', () => {
    const text = '4月10日，发现一批隐患，走访多户群众。'
    const fixes = findingsOf(vagueQuantity, text, { kind: 'brief' }).map(each => each.fixes[0]!)
    assert.deepEqual(
      fixes.map(fix => fix.edits[0]!.text),
      ['${1:准数}${2:家}', '${1:准数}户'],
    )
    assert.ok(fixes.every(fix => fix.snippet))
  })
})
