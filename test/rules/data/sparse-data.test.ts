import assert from 'node:assert/strict'
import { sparseData } from '../../../server/src/core/rules/sparse-data'
import { checkExamples, findingsOf } from '../../support/analyzeRule'

const bare = '街道党工委坚持党建引领，由社区党组织牵头，业委会、物业共同议事，把矛盾解决在楼栋。'.repeat(12)
const dense = `${bare}议定事项143件，办结131件，收缴率由61%提高到88%。`
const found = (
  text: string,
  kind: 'experience' | 'brief' | 'proposal' | 'emergency' | 'overview' = 'experience',
) => findingsOf(sparseData, text, { kind })

describe('sparse-data', () => {
  it('does what its examples say', () => checkExamples(sparseData))

  it('reports once, at the title', () => {
    const text = `# 柳河街道的做法\n\n${bare}\n\n${bare}\n`
    const [finding, ...rest] = found(text)
    assert.equal(rest.length, 0)
    assert.equal(text.slice(finding!.start, finding!.end), '柳河街道的做法')
    assert.match(finding!.what[0], /一个数据也没有/)
  })

  it('counts figures, not dates, years or ordinals', () => {
    const dated = `2026年4月12日，第三届村民代表大会召开。一是抓好环境整治。${bare}`
    assert.match(found(dated)[0]!.what[0], /一个数据也没有/)
    assert.equal(found(dense).length, 0)
  })

  it('counts the cells of a table', () => {
    const table = '| 村 | 吨 | 处 |\n| --- | --- | --- |\n| 柳树村 | 42 | 6 |\n| 梨园村 | 31 | 4 |\n'
    assert.equal(found(`${bare}\n\n${table}`).length, 0)
  })

  it('leaves short drafts and emergencies alone', () => {
    assert.equal(found(bare.slice(0, 380)).length, 0)
    assert.equal(found(bare, 'emergency').length, 0)
  })

  it('warns where figures are what is asked for, and only informs elsewhere', () => {
    assert.equal(found(bare)[0]!.severity, 'warning')
    assert.equal(found(bare, 'proposal')[0]!.severity, 'warning')
    assert.equal(found(bare, 'brief')[0]!.severity, 'information')
    assert.equal(found(`网友您好，您反映的问题已收悉。${bare}`, 'overview')[0]!.severity, 'information')
  })

  it('names the sections to begin with', () => {
    const text = `# 做法\n\n## 一、做法\n\n${bare}\n\n## 二、成效\n\n办结131件。${bare}\n`
    const [finding] = found(text)
    assert.deepEqual(
      finding!.related?.map(part => text.slice(part.start, part.end)),
      ['一、做法'],
    )
  })
})
