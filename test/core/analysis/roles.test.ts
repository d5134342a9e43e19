import assert from 'node:assert/strict'
import { announcedBy, openedBy } from '../../../server/src/core/facts/analysis/roles'
import { runInsOf } from '../../../server/src/core/facts/analysis/runIns'

describe('a heading announces', () => {
  const cases: readonly (readonly [title: string, roles: string])[] = [
    ['存在的问题', 'problem'],
    ['面临的困难和挑战', 'problem'],
    ['不足之处', 'problem'],
    ['主要表现', 'problem'],
    ['没完成的', 'problem'],
    ['隐患点段大幅减少', ''],
    ['宣传方式有较大改进', 'result'],
    ['做了什么', 'result'],
    ['需要关注的几个短板', 'problem'],
    ['原因分析', 'cause'],
    ['问题的成因', 'cause'],
    ['存在的问题及原因', 'problem cause'],
    ['问题、原因及对策建议', 'problem cause measure'],
    ['下一步工作打算', 'measure'],
    ['2027年工作安排', 'measure'],
    ['整改情况', 'measure'],
    ['对策与建议', 'measure'],
    ['主要做法', 'result'],
    ['取得的成效', 'result'],
    ['坚持问题导向抓落实', ''],
    ['破解停车难题', 'measure'],
    ['自查工作的总体安排与部署', ''],
    ['建渠引水润良田', ''],
  ]
  for (const [title, roles] of cases)
    it(`${title}: ${roles || 'nothing'}`, () => assert.equal(announcedBy(title).roles.join(' '), roles))

  it('measures ahead apart from measures taken', () => {
    assert.equal(announcedBy('下一步措施').ahead, true)
    assert.equal(announcedBy('整改情况').ahead, false)
    assert.equal(announcedBy('问题及整改措施').ahead, true)
  })
})

describe('a sentence opens', () => {
  const cases: readonly (readonly [sentence: string, role: string | undefined])[] = [
    ['但也存在一些不足，主要表现在：一是人手紧张；二是经费没有着落。', 'problem'],
    ['存在的问题：一是管网老化。', 'problem'],
    ['工作中面临的主要困难有：（1）缺人；（2）缺钱。', 'problem'],
    ['出现断档，主要原因有三：一是收入低。', 'cause'],
    ['主要原因是编制少。', 'cause'],
    ['究其原因，一是人少，二是钱少。', 'cause'],
    ['下一步，将加强巡查。', 'measure'],
    ['针对上述问题，建议由县水利局牵头整改。', 'measure'],
    ['下半年，街道将新建充电棚5处。', 'measure'],
    ['今年以来，全镇清淤12公里。', undefined],
    ['4月12日，青石镇清理河道3.2公里。', undefined],
  ]
  for (const [sentence, role] of cases)
    it(`${role ?? 'nothing'}: ${sentence}`, () => assert.equal(openedBy(sentence), role))
})

describe('items that run on in a paragraph', () => {
  const items = (text: string) => runInsOf(text).map(({ start, end }) => text.slice(start, end))

  it('一是……；二是……', () => {
    assert.deepEqual(items('存在以下问题：一是缺人；二是缺钱；三是缺地。'), [
      '一是缺人',
      '二是缺钱',
      '三是缺地。',
    ])
  })

  it('full stops between them', () => {
    assert.deepEqual(items('一是缺人。编制5人，在岗2人。二是缺钱。'), [
      '一是缺人。编制5人，在岗2人。',
      '二是缺钱。',
    ])
  })

  it('（1）……（2）…… and ①……②……', () => {
    assert.equal(items('困难有：（1）缺人；（2）缺钱。').length, 2)
    assert.equal(items('①农业农村办5月10日前清淤；②财政所5月15日前拨款。').length, 2)
  })

  it('the outermost enumeration wins', () => {
    assert.deepEqual(
      items('1.修路。一是县道，二是乡道。2.修渠。').map(item => item.slice(0, 4)),
      ['1.修路', '2.修渠'],
    )
  })

  it('a lone 一是 is no list, and 1.5公里 no item', () => {
    assert.deepEqual(items('一是缺人。'), [])
    assert.deepEqual(items('长1.5公里，宽2.5米。'), [])
  })
})
