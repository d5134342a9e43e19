import assert from 'node:assert/strict'
import { ownerOf } from '../../../server/src/core/facts/analysis/owners'
import { givesFigure, givesName } from '../../../server/src/core/facts/analysis/substance'
import { timeOf } from '../../../server/src/core/facts/analysis/times'

describe('the owner of a measure', () => {
  const named: readonly string[] = [
    '由镇应急办牵头，开展排查。',
    '由县水务公司负责，分两批实施。',
    '财政所5月15日前拨付补助18万元。',
    '农业农村办（张某）5月10日前完成清淤。',
    '开展排查（责任单位：镇应急办）。',
    '责任人：李某。',
    '各村于5月31日前调整护河员。',
    '县妇联、县人社局6月30日前设立车间。',
    '18个村每月5日前报送台账。',
    '建议县财政局列支补助。',
    '由网格员逐户贴卡。',
    '派出所牵头，每周夜查2次。',
    '二是人民医院9月起夜班增加1名医师。',
    '招聘放宽到专科，请县人社局10月20日前发布公告。',
    '约需168万元，请求县财政安排一半。',
    '3.县水利局10月底前与两乡签订代管协议，爆管24小时内修复。',
    '财政、粮食企业要认真落实筹资任务。',
    '金融系统要在秋收时增加贷款。',
    '国家要安排专项资金。',
  ]
  for (const text of named) it(text, () => assert.equal(ownerOf(text)[0], 'named', ownerOf(text)[1]))

  const others: readonly (readonly [text: string, owner: string])[] = [
    ['加强领导，狠抓落实。', 'none'],
    ['要加强人才培养，强化队伍建设，科学编制规划。', 'none'],
    ['紧紧围绕中心工作，不断提高服务水平。', 'none'],
    ['营造良好的场所和布局。', 'none'],
    ['各有关部门要密切配合。', 'collective'],
    ['党员、干部要带头。', 'none'],
    ['要加大培训力度，不断提升信息员的能力和水平。', 'none'],
    ['进一步加强村委会规范化建设。', 'none'],
    ['企业要落实责任。', 'none'],
    ['全体干部要齐抓共管。', 'collective'],
    ['我镇将提高认识、加强领导。', 'whole'],
    ['街道将进一步提高认识。', 'whole'],
  ]
  for (const [text, owner] of others)
    it(`${owner}: ${text}`, () => assert.equal(ownerOf(text)[0], owner, ownerOf(text)[1]))
})

describe('the time of a measure', () => {
  const cases: readonly (readonly [text: string, time: string])[] = [
    ['5月31日前完成。', 'date'],
    ['年底前完成。', 'date'],
    ['汛期前完成清淤。', 'date'],
    ['3个工作日内答复。', 'date'],
    ['二季度完成招标。', 'date'],
    ['秋收时增加贷款。', 'date'],
    ['清明期间在路口设卡。', 'date'],
    ['各环节及时衔接。', 'none'],
    ['每月5日通报。', 'frequency'],
    ['每周夜查2次。', 'frequency'],
    ['已整改到位。', 'done'],
    ['下半年将提高认识。', 'period'],
    ['尽快拨付。', 'vague'],
    ['逐步推进。', 'vague'],
    ['加强监管。', 'none'],
    ['进一步完善制度，及时处理问题。', 'none'],
  ]
  for (const [text, time] of cases)
    it(`${time}: ${text}`, () => assert.equal(timeOf(text)[0], time, timeOf(text)[1]))
})

describe('substance', () => {
  for (const text of ['涉及7个村。', '漏损率38%。', '有三户未签协议。'])
    it(`a figure: ${text}`, () => assert.equal(givesFigure(text), true))
  for (const text of ['信息应在24小时内报送。', '分为三个方面。', '2026年4月12日召开。'])
    it(`no figure: ${text}`, () => assert.equal(givesFigure(text), false))
  for (const text of ['石桥村未开工。', '滨河路积水。', '沙湾水库渗水。', '望江小区停水。'])
    it(`a name: ${text}`, () => assert.equal(givesName(text), true))
  for (const text of [
    '各村进度慢。',
    '基层单位反映。',
    '思路不清、渠道不畅、沟通不够。',
    '设备集中在县城。',
    '有计划地组织学习。',
  ])
    it(`no name: ${text}`, () => assert.equal(givesName(text), false))
})
