// Tables: totals, subtotals, row sums, shares, growth and completion columns.

import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { checkTable, type TableMismatch } from '../../../server/src/core/text/arithmetic'

const table = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))

const at = (found: readonly TableMismatch[]) => found.map(one => [one.row, one.column, one.check])

describe('checkTable', () => {
  it('adds up a 合计 row', () => {
    const found = checkTable(
      table(`村|户数|人口|危房（户）
        上河村|120|486|12
        下河村|98|402|9
        新桥村|86|351|7
        合计|304|1249|28`),
    )
    assert.deepEqual(at(found), [[4, 2, 'table-total']])
    assert.equal(found[0]!.stated, '1249')
    assert.equal(found[0]!.expected, '1239')
    assert.equal(found[0]!.working, '486+402+351=1239，与1249相差10')
  })

  it('is silent when all columns add up, with blanks and dashes', () => {
    const rows = table(`序号|单位|应办|已办|办结率
      1|青石镇|120|118|98.3%
      2|柳河街道|98|—|
      3|白杨镇|86|80|93.0%
      合计||304|198|65.1%`)
    assert.deepEqual(checkTable(rows), [])
  })

  it('accepts the total of subtotals as well as of all rows', () => {
    const rows = table(`类别|件数
      婚姻|12
      邻里|18
      小计|30
      劳资|7
      债务|9
      小计|16
      总计|46`)
    assert.deepEqual(checkTable(rows), [])
    rows[3]![1] = '31'
    const found = checkTable(rows)
    assert.deepEqual(at(found), [[3, 1, 'table-total']])
    assert.equal(found[0]!.working, '12+18=30，与31相差1')
  })

  it('lets rounding pass and finds what rounding cannot explain', () => {
    const rows = table(`地区|投资（亿元）
      东片|1.24
      西片|0.88
      合计|2.13`)
    assert.deepEqual(checkTable(rows), [])
    rows[3]![1] = '2.33'
    assert.equal(checkTable(rows).length, 1)
  })

  it('adds up thousands separators and units in cells', () => {
    const rows = table(`项目|金额
      道路|1,200万元
      水利|860万元
      合计|2,160万元`)
    assert.equal(checkTable(rows)[0]!.check, 'table-total')
    rows[3]![1] = '2,060万元'
    assert.deepEqual(checkTable(rows), [])
  })

  it('never adds up what describes a state', () => {
    for (const head of ['亩产（公斤）', '平均海拔', '最低气温', '收购价', '均分', '平均年龄', '数值']) {
      const rows = table(`镇|${head}
        青石镇|369
        柳河镇|362
        白杨镇|340
        双塘乡|309
        合计|350`)
      assert.deepEqual(checkTable(rows), [], head)
    }
  })

  it('weighs the average of the total where every row shows the weights', () => {
    const rows = table(`镇|面积（万亩）|总产（万吨）|亩产（公斤）
      青石镇|5.2|1.92|369
      柳河镇|6.1|2.21|362
      白杨镇|4.0|1.36|340
      双塘乡|3.3|1.02|309
      合计|18.6|6.51|350`)
    assert.deepEqual(checkTable(rows), [])
    // The plain mean of the rows, where the weighted one is due.
    rows[5]![3] = '345'
    const found = checkTable(rows)
    assert.deepEqual(at(found), [[5, 3, 'table-average']])
    assert.equal(found[0]!.working, '6.51÷18.6×1000=350，表中写345')
    // A row that is no quotient takes the trust away.
    rows[2]![3] = '420'
    assert.deepEqual(checkTable(rows), [])
  })

  it('does not add up averages, ranks, prices, growth', () => {
    const rows = table(`镇|产量（吨）|单产均值|增长%|排名|单价
      青石镇|100|420|3.1|1|2.0
      白杨镇|200|430|4.2|2|2.2
      合计|300|427|3.8||2.1`)
    assert.deepEqual(checkTable(rows), [])
  })

  it('leaves a total alone that is an average', () => {
    const rows = table(`镇|满意人数得分
      青石镇|96
      白杨镇|90
      合计|93`)
    assert.deepEqual(checkTable(rows), [])
  })

  it('checks shares that must make 100', () => {
    const rows = table(`类别|件数|占比
      咨询|50|50%
      投诉|30|30%
      建议|20|24%
      合计|100|100%`)
    assert.deepEqual(at(checkTable(rows)), [[4, 2, 'table-share']])
  })

  it('checks the sum of a row against its 合计 column when the other rows obey', () => {
    const rows = table(`村|一季度|二季度|合计
      上河村|12|15|27
      下河村|9|11|20
      新桥村|8|10|19
      白杨村|5|6|11`)
    const found = checkTable(rows)
    assert.deepEqual(at(found), [[3, 3, 'table-row-total']])
    assert.equal(found[0]!.working, '8+10=18，与19相差1')
  })

  it('leaves a 合计 column alone that no row obeys', () => {
    const rows = table(`村|户数|人数|合计
      上河村|12|45|3
      下河村|9|31|5
      新桥村|8|30|6`)
    assert.deepEqual(checkTable(rows), [])
  })

  it('checks growth and completion rates of single rows', () => {
    const growth = table(`指标|2024年|2025年|同比增长（%）
      受理|120|132|10.0
      办结|118|130|20.2
      回访|100|104|4.0`)
    assert.deepEqual(at(checkTable(growth)), [[2, 3, 'table-growth']])
    assert.equal(checkTable(growth)[0]!.working, '(130−118)÷118=10.2%，表中写20.2')
    const rate = table(`镇|计划（户）|完成（户）|完成率
      青石镇|48|36|75.0%
      白杨镇|50|40|80.0%
      云台镇|60|45|85.0%`)
    assert.deepEqual(at(checkTable(rate)), [[3, 3, 'table-rate']])
  })

  it('keeps silent when a note explains the difference', () => {
    const rows = table(`镇|人数
      青石镇|100
      白杨镇|200
      合计|310
      注：有重复计算|`)
    assert.deepEqual(checkTable(rows), [])
  })

  it('survives ragged, empty and huge tables', () => {
    assert.deepEqual(checkTable([]), [])
    assert.deepEqual(checkTable([['a']]), [])
    assert.deepEqual(checkTable([['村', '户'], ['上河村'], ['合计', '12', '13']]), [])
    assert.deepEqual(checkTable(Array.from({ length: 2000 }, () => ['合计', '1'])), [])
  })

  it('never accuses a random consistent table, and finds the cell that was spoilt', () => {
    const values = fc.array(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 900 }),
        (body, column, off) => {
          const total = [0, 1, 2].map(i => body.reduce((sum, row) => sum + row[i]!, 0))
          const rows = [
            ['村', '户数', '人口', '党员'],
            ...body.map((row, i) => [`第${i}村`, ...row.map(String)]),
            ['合计', ...total.map(String)],
          ]
          assert.deepEqual(checkTable(rows), [])
          const spoilt = rows.map(row => [...row])
          const sum = total[column]! + off
          spoilt.at(-1)![column + 1] = String(sum)
          const mean = total[column]! / body.length
          if (Math.abs(sum - mean) > Math.abs(mean) * 0.01)
            assert.deepEqual(at(checkTable(spoilt)), [[rows.length - 1, column + 1, 'table-total']])
        },
      ),
    )
  })
})
