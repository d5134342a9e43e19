import assert from 'node:assert/strict'
import { openDraft } from '../../../server/src/core'
import { readStatements, type StatementRole } from '../../../server/src/core/facts/analysis/statements'

/** Strength of a role in one paragraph, added up. */
function strength(text: string, role: StatementRole): number {
  const { block } = openDraft(text).blocks[0]!
  return readStatements(block.text, block.sentences)
    .filter(statement => statement.role === role)
    .reduce((sum, statement) => sum + statement.strength, 0)
}

const table = (role: StatementRole, least: number, sentences: readonly string[]) => {
  for (const sentence of sentences)
    it(sentence, () => assert.ok(strength(sentence, role) >= least, `${strength(sentence, role)} < ${least}`))
}
const none = (role: StatementRole, below: number, sentences: readonly string[]) => {
  for (const sentence of sentences)
    it(sentence, () => assert.ok(strength(sentence, role) < below, `${strength(sentence, role)} ≥ ${below}`))
}

describe('a problem is stated by', () => {
  table('problem', 1, [
    '5个村的管护经费没有落实，3处水闸漏水。',
    '部分商户消防意识淡薄。',
    '南渠李村段3.4公里未清淤。',
    '目前仍存在管网老化、漏损率高等问题。',
    '一季度12345热线受理噪声投诉86件，上年同期51件。',
    '4月2日大坪乡发生山体滑坡，造成2人受伤。',
    '检查中发现隐患32处。',
    '执法人员对政策掌握不够。',
    '垃圾清运不及时，群众反映强烈。',
    '整治力度不够，反弹现象时有发生。',
    '42条信息中11条超时报送。',
    '3个小区的二次供水泵房至今无人管。',
    '夜里片子没人看，9名患者等不及转走。',
    '水费收不上，6处小水厂养不起人。',
    '5处护栏占林地，至今没有批复。',
    '9月2日园区一厂房发生火情。',
    '校门口到公交站没有人行道。',
    '卫生院救护车上半年趴窝5次。',
    '三个村共用一名兽医，春防时排不过来。',
    '冷库一度电一块二，合作社用不起。',
    '路灯亮了不到一半。',
    '招标流标两次，没有企业愿意来。',
  ])
})

describe('no problem is stated by', () => {
  none('problem', 1, [
    '全年出生人口1466人，死亡1283人，人口自然增长率1.2‰。',
    '经全面检查，未发现问题。',
    '全县没有发生安全事故。',
    '严禁在耕地上违法建房。',
    '一批群众反映强烈的用电难问题得到有效解决。',
    '发现的隐患均已整改到位。',
    '解决了老机械厂、粮站宿舍和北街三个片区居民吃水难、排水不畅的问题。',
    '镇里修复了去年汛期冲毁、一直无法通车的桃溪桥。',
    '全年到市上访3批41人次。',
    '没有一件矛盾上交。',
    '护林员老谢连续三年没有缺过一天勤。',
    '新修的桥3月通车，学生不再绕路。',
    '未完成任务的，按缺口每吨扣减补助20元。',
    '对落实不到位的单位，予以通报。',
    '要针对薄弱环节，补齐短板。',
    '防止出现返贫现象。',
    '有效解决了群众办事难问题。',
    '坚持问题导向，抓好整改。',
    '走访慰问困难群众86户。',
    '开展消防安全隐患排查。',
    '信访案件同比下降23%。',
    '如发现违法行为的，依法查处。',
    '举办事故应急演练2次。',
    '更换老化线路1.2公里。',
    '青石镇清理河道3.2公里。',
    '发现存在违法采购的，一律依法查处。',
    '（一）不符合年龄条件的；',
    '工作中还存在一些不足。',
  ])
})

describe('a cause is given by', () => {
  table('cause', 1, [
    '由于管道老化，漏损率达到38%。',
    '出现断档的主要原因是收入低。',
    '岩口村每天只供水2小时，主要是泵站扬程不够。',
    '因国家政策变动，未能按时办证。',
    '随着城镇化加快，城区学校容量不足，大班额问题突出。',
    '3户因征信逾期未获批。',
    '问题卡在三处：没有用地、没有电、没有人管。',
    '井盖20天没有补上，问题出在转办环节，工单退了两次。',
    '漏洞在于耳标可以补打，重复申报没有人核。',
    '一台中巴侧翻，初步判断下坡时制动失灵。',
    '原因上，带宽是按2022年的量谈的，合同没有改。',
  ])
  none('cause', 1, [
    '起火原因正在调查。',
    '因地制宜发展茶叶产业。',
    '由于工作成绩显著，该镇受到县里表彰。',
    '事故造成2人死亡、3人受伤。',
    '存在的困难主要是：一是资金，二是人手。',
  ])
})

describe('a measure is', () => {
  table('measure', 1, [
    '由镇水利站牵头，5月31日前完成清淤。',
    '下一步，将加强日常巡查。',
    '各村要落实专人看护。',
    '建议由县市场监管局开展专项检查。',
    '对逾期不改的，责令停业整顿。',
  ])
  none('measure', 1, ['全年粮食产量18.6万吨。', '4月工资预计也难以按时发放。', '平台效应初步显现。'])
})

describe('praise is', () => {
  table('praise', 1, [
    '各项工作取得显著成效。',
    '群众获得感不断增强。',
    '审批时限由15天缩短到3天。',
    '受到居民一致好评。',
    '形成了齐抓共管的良好格局。',
  ])
  none('praise', 1, [
    '为切实提高居民消防意识，街道开展宣传。',
    '要不断提升服务水平。',
    '力争年内取得明显成效。',
    '会议强调，要进一步提高认识，取得实效。',
    '登记失业率比上年末上升0.2个百分点。',
  ])
})
