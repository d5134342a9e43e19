import assert from 'node:assert/strict'
import { chainOf } from '../../../server/src/core/facts/analysis/chain'
import { view } from './support'

const chain = (text: string) => chainOf(view(text))
const titles = (items: readonly { marker: string; title: string }[]) =>
  items.map(({ marker, title }) => `${marker}${title}`)

describe('the chain of problems, causes and measures', () => {
  it('is found under # and under textual headings alike', () => {
    for (const heading of ['## 存在的问题', '## 二、存在的问题', '二、存在的问题']) {
      const { problems } = chain(`# 标题\n\n${heading}\n\n（一）缺人。编制5人。\n\n（二）缺钱。缺12万元。\n`)
      assert.deepEqual(titles(problems), ['（一）缺人', '（二）缺钱'], heading)
    }
  })

  it('is found under a short line that is no heading', () => {
    const { problems, measures } = chain(
      '基本情况如下。\n\n存在问题\n\n1.缺人手3名。\n\n2.缺经费12万元。\n\n下一步打算\n\n由镇应急办5月底前解决。\n',
    )
    assert.equal(problems.length, 2)
    assert.equal(measures.length, 1)
  })

  it('a Markdown list is one list, however short its last item', () => {
    const { measures } = chain(
      '一、整改措施\n\n1. 青石镇7月15日前与沿江9个村签订报备书，没有报备一律不准下水。\n2. 水库7月20日前建立放水告知机制，发到43名村组干部。\n3. 压紧压实各方责任。\n',
    )
    assert.equal(measures.length, 3)
  })

  it('问题主要有三 announces the paragraphs that follow', () => {
    const { problems } = chain(
      '医务科查了后台日志，问题主要有三。\n\n（一）上传慢。白天平均26分钟。\n\n（二）夜里没人看。平均74分钟。\n\n（三）设备旧。4家要人工转换。\n',
    )
    assert.equal(problems.length, 3)
  })

  it('single line ends make paragraphs', () => {
    const { problems, measures } = chain(
      '一、存在困难\n1.缺人手3名。\n2.缺经费12万元。\n二、下一步打算\n1.由何某5月20日前招聘。\n2.由财政所拨付。',
    )
    assert.deepEqual([problems.length, measures.length], [2, 2])
  })

  it('is found in the lead sentences of running text', () => {
    const { problems, causes, measures } = chain(
      '全镇检查316家。存在的主要问题：一是线路老化；二是通道堵塞。主要原因是建成于1998年。下一步，将由派出所每周夜查。\n',
    )
    assert.deepEqual(titles(problems), ['一是线路老化', '二是通道堵塞'])
    assert.deepEqual([causes.length, measures.length], [1, 1])
  })

  it('a lead that ends in a colon goes on in the numbered paragraphs below', () => {
    const { problems } = chain(
      '主要存在以下问题：\n\n一是线路老化；\n\n二是通道堵塞。\n\n全镇共有消防栓61个。\n',
    )
    assert.deepEqual(titles(problems), ['一是线路老化', '二是通道堵塞'])
  })

  it('a title that names problems, causes and measures is no section', () => {
    for (const title of ['# 档案工作存在的问题、原因及对策', '档案工作存在的问题、原因及对策'])
      assert.equal(
        chain(`${title}\n\n近年来，档案工作稳步推进。\n\n一、问题\n\n（一）缺库房。\n\n（二）缺人。\n`)
          .problems.length,
        2,
        title,
      )
  })

  it('one heading for problems and measures is told apart by its sentences', () => {
    const { problems, measures } = chain(
      '## 存在问题及下一步打算\n\n3个村管网老化，漏损率38%。\n\n将由镇水利站6月底前更换管道1.8公里。\n',
    )
    assert.deepEqual([problems.length, measures.length], [1, 1])
  })

  it('（一）…一是…二是… is one item', () => {
    assert.equal(
      chain('## 存在问题\n\n（一）缺人。一是编制少；二是留不住。\n\n（二）缺钱。\n').problems.length,
      2,
    )
  })

  it('items without headings are known by what they say', () => {
    const { measures } = chain(
      '# 关于加强巡查的建议\n\n一、要落实专人，每日巡查各小区。\n\n二、要完善台账，逐户登记隐患。\n',
    )
    assert.equal(measures.length, 2)
  })

  it('总之 belongs to no item, and 无 is none', () => {
    assert.equal(chain('## 存在问题\n\n无。\n').problems.length, 0)
    const { measures } = chain('## 下一步措施\n\n（一）修路。\n\n（二）修渠。\n\n总之，要再接再厉。\n')
    assert.doesNotMatch(measures[1]!.text, /总之/)
  })

  it('a ledger is read by its columns', () => {
    const { problems, measures } = chain(
      '| 问题 | 整改措施 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 缺充电棚5处 | 新建 | 住建办 | 6月30日 |\n| 通道占用 | 拆墙 | | |\n',
    )
    assert.equal(problems.length, 2)
    assert.deepEqual(
      measures.map(({ traits }) => `${traits.owner} ${traits.time}`),
      ['named date', 'none none'],
    )
  })

  it('quoted text is somebody else’s', () => {
    assert.equal(chain('> ## 存在问题\n>\n> （一）缺人。\n>\n> （二）缺钱。\n').problems.length, 0)
  })
})
