// Cases of single rules beyond their examples: guards, severities, and what each leaves to the others.

import assert from 'node:assert/strict'
import type { KindId } from '../../../server/src/core'
import { check, ours, said } from '../../core/analysis/support'

const lines = (text: string, kind: KindId) => said(text, check(text, { kind }))
const rules = (text: string, kind: KindId) =>
  [
    ...new Set(
      check(text, { kind })
        .findings.filter(({ rule }) => ours.test(rule))
        .flatMap(({ rule, also }) => (also ? [rule, also] : rule)),
    ),
  ].sort()
const severityOf = (text: string, rule: string, kind?: KindId) =>
  check(text, kind ? { kind } : {}).findings.find(finding => finding.rule === rule)?.severity

const concrete = '32处沟渠淤堵，其中李村11处，主要是因为管护费停发两年。'

describe('measures', () => {
  const measured = (measure: string, kind: KindId = 'problem') =>
    rules(`# 沟渠淤堵\n\n## 一、问题\n\n${concrete}\n\n## 二、下一步措施\n\n${measure}\n`, kind)

  it('standing work has a frequency instead of a deadline', () => {
    assert.deepEqual(measured('由镇河长办每月5日前通报各村巡查情况。'), [])
  })

  it('what is done needs no deadline', () => {
    assert.deepEqual(measured('镇水利站已于4月20日完成清淤32处。'), [])
  })

  it('a lead-in gives owner and time to all', () => {
    assert.deepEqual(measured('由镇应急办牵头，6月30日前做好以下工作：一是清淤；二是护坡；三是补植。'), [])
  })

  it('my own unit with day and figure is owner enough', () => {
    assert.deepEqual(measured('我镇6月30日前清淤32处。'), [])
    assert.deepEqual(measured('我镇将提高认识、加强领导、狠抓落实。'), [
      'measure-without-deadline',
      'measure-without-owner',
    ])
  })

  it('a request to a named office leaves the day to that office', () => {
    assert.deepEqual(measured('建议县财政局按每公里3000元安排管护费。', 'proposal'), [])
    assert.deepEqual(measured('建议有关部门尽快增加投入。', 'proposal'), [
      'measure-without-deadline',
      'measure-without-owner',
    ])
  })

  it('a crowd is nobody', () => {
    const text = `# 沟渠淤堵\n\n${concrete}\n\n## 措施\n\n（一）各有关部门5月底前清淤。\n\n（二）由镇水利站5月底前护坡。\n`
    const [finding] = check(text, { kind: 'problem' }).findings.filter(
      each => each.rule === 'measure-without-owner',
    )
    assert.match(finding!.what[0], /各有关部门/)
  })

  it('more than five are one finding', () => {
    const many = Array.from({ length: 7 }, (_, i) => `${i + 1}.加强第${i + 1}类管理。`).join('\n\n')
    const found = lines(`# 沟渠淤堵\n\n${concrete}\n\n## 措施\n\n${many}\n`, 'problem').filter(line =>
      line.startsWith('measure-without-owner'),
    )
    assert.deepEqual(found, ['measure-without-owner 措施'])
  })

  it('what has been done in the review part is no promise', () => {
    const text = `# 总结\n\n## 一、主要做法\n\n（一）加强巡查。开展巡查412次。\n\n（二）强化宣传。发放手册。\n\n## 二、存在问题\n\n${concrete}\n\n## 三、下一步打算\n\n由镇水利站6月底前清淤。\n`
    assert.deepEqual(rules(text, 'summary'), [])
  })

  it('briefs, emergencies, notices and public opinion owe no owners', () => {
    for (const kind of ['brief', 'emergency', 'other', 'opinion'] as const)
      assert.deepEqual(measured('加强领导，狠抓落实。', kind), [], kind)
  })
})

describe('problems', () => {
  it('behind a title that runs on are shown from their first word', () => {
    const text =
      '# 村级水管员问题\n\n（六）监督机制不完善是突出问题。改制开展时间不长，制度不完善，人员素质不高。\n'
    assert.ok(
      lines(text, 'problem').includes('problem-without-substance 改制开展时间不长，制度不完善，人员素质不高'),
    )
  })

  it('a figure, a name or a case is substance', () => {
    for (const problem of [
      '（一）重视不够。7个村未开会。',
      '（一）重视不够。李村未开会。',
      '（一）重视不够。如某企业未培训。',
    ])
      assert.deepEqual(
        rules(
          `# 问题\n\n## 存在问题\n\n${problem}\n\n## 原因\n\n文书兼任防汛员。\n\n## 措施\n\n由镇应急办5月底前补开动员会。\n`,
          'problem',
        ),
        [],
        problem,
      )
  })

  it('a limit in a rule is no substance', () => {
    const text =
      '# 问题\n\n## 存在问题\n\n（一）报送不及时。信息应在24小时内报送，有些单位一拖再拖。\n\n（二）重视不够。李村未开会。\n\n## 原因\n\n签批要经三级。\n\n## 措施\n\n由党政办5月底前开通线上签批，每村补开会议，按时报送。\n'
    assert.deepEqual(
      lines(text, 'problem').filter(line => line.startsWith('problem-without-substance')),
      ['problem-without-substance （一）报送不及时'],
    )
  })

  it('a cause inside the problem is a cause', () => {
    assert.deepEqual(
      rules(`# 汇报\n\n## 存在问题\n\n${concrete}\n\n## 下一步\n\n由镇水利站6月底前清淤。\n`, 'overview'),
      [],
    )
  })

  it('one problem told in passing owes little: information, not a warning', () => {
    const text = `全镇种植茶叶1.2万亩。${'采摘、加工、销售都已安排到村，由合作社统一收购。'.repeat(4)}有3个村机耕路不通。`
    assert.notEqual(severityOf(text, 'problem-without-cause', 'survey'), 'warning')
  })

  it('problems, causes and measures told one after the other belong together', () => {
    const text = [
      '# 农村供水供电问题整改汇报',
      '**问题一**：3个村供水每天2小时。',
      '原因是泵站扬程只有120米。',
      '整改措施：由县水利局6月底前加建二级泵站。',
      '**问题二**：2个村停电37次。',
      '原因是主变容量不足。',
      '整改措施：由供电所5月底前增容。',
    ].join('\n\n')
    assert.deepEqual(rules(text, 'overview'), [])
  })
})

describe('missing parts', () => {
  const long = '清理河道3.2公里，打捞漂浮物41吨，补植护岸林1200株。'.repeat(10)

  it('are warned of when the kind is declared, mentioned when it is inferred', () => {
    const text = `# 青石镇河道管护情况汇报\n\n青石镇政府${long}\n\n由镇水利站6月底前清淤，群众满意。\n`
    assert.equal(severityOf(`---\n类型: 综合\n---\n\n${text}`, 'missing-section'), 'warning')
    assert.equal(severityOf(`---\n单位: 青石镇\n---\n\n${text}`, 'missing-section'), 'information')
  })

  it('what was put into the work and an empty claim are no result, what came of it is one', () => {
    const asked = (text: string) =>
      rules(
        `# 平岭镇开展燃气安全检查\n\n11月6日，平岭镇安监站对集镇餐饮店开展燃气安全检查。${text}\n`,
        'brief',
      ).includes('missing-section')
    for (const text of [
      '活动中，出动执法人员12人次，检查餐饮店46家，发放宣传单300份。',
      '检查取得了良好效果，商户安全意识明显增强。',
      '会议要求，各村要全面排查，10月底前整改到位。',
      '会上，与会人员认真学习了有关文件，商户代表作了发言。',
    ])
      assert.ok(asked(text), text)
    for (const text of [
      '检查餐饮店46家，查出软管老化等隐患9处，当场更换6处。',
      '检查后，平均办理时间由5天缩短到2天。',
      '现场扑灭一处初起火情。',
      '检查餐饮店46家，9家没有安装报警器。',
    ])
      assert.ok(!asked(text), text)
  })

  it('a lack of measures is said once, under the part that is missing', () => {
    const text = `---\n类型: 调研\n---\n\n# 平岭县水库移民就业调研\n\n5月，县水利局走访6个村、移民84户，访谈村干部11名。\n\n## 一、主要问题\n\n（一）在家门口没有活干。84户中57户常年外出，最近的扶贫车间在22公里外。\n\n（二）培训对不上。去年培训3期96人，学的是电焊，本地没有一家企业要电焊工。\n\n## 二、原因\n\n（一）移民村没有产业用地指标，2019年以来报了4次都没有批。\n\n（二）培训项目由市里统一下达，县里不能改工种，移民干部又只有2人，一年只够走完一遍，谁家缺什么活路说不清，外出的57户只靠春节电话登记。\n`
    const told = check(text).findings.filter(({ rule, also }) =>
      [rule, also].some(each => each === 'missing-section' || each === 'problem-without-measure'),
    )
    assert.deepEqual(
      told.map(({ rule, also }) => [rule, also]),
      [['missing-section', 'problem-without-measure']],
    )
  })

  it('of a draft that may be of two kinds nothing is asked that only one of them owes', () => {
    const text = `# 平岭县乡镇食堂管理存在的问题及对策建议\n\n平岭县14个乡镇食堂中，9个没有专职会计，一季度账目不清的5个，主要是食堂收支没有纳入乡镇财政所统一核算。建议由县财政局6月底前统一记账软件，每月10日前公示收支。\n`
    assert.ok(check(text).classification.rivals.length > 0)
    assert.ok(!check(text).findings.some(({ rule }) => rule === 'missing-element'))
  })

  it('not in a draft that has only begun', () => {
    assert.deepEqual(lines('---\n类型: 总结\n---\n\n# 总结\n\n一季度，清理河道3.2公里。\n', 'summary'), [])
  })

  it('not for kinds that owe none', () => {
    for (const kind of ['emergency', 'opinion', 'other'] as const)
      assert.deepEqual(lines(`# 情况\n\n${long}\n`, kind), [], kind)
  })
})

describe('only good news', () => {
  const praise =
    '各项工作取得显著成效。群众获得感不断增强。镇里受到县里充分肯定。环境面貌焕然一新。产业发展迈上新台阶。干部作风明显好转。'

  it('falling figures are not only good news', () => {
    const text = `# 总结\n\n${praise.repeat(3)}全年税收2.3亿元，比上年下降6.1%。\n`
    assert.ok(!rules(text, 'summary').includes('one-sided-positive'))
    assert.ok(rules(text.replace('比上年下降6.1%', ''), 'summary').includes('one-sided-positive'))
  })

  it('an inspection with its number may find nothing', () => {
    const said = (text: string) => rules(`# 自查汇报\n\n${text}\n`, 'overview').includes('one-sided-positive')
    assert.equal(said('经查，各校秩序良好，没有发现问题。'), true)
    assert.equal(said('抽查食堂64家、留样128份，未发现问题。'), false)
  })

  it('a promise of success is no praise', () => {
    const text = `# 工作安排\n\n${'要不断提升服务水平，力争取得显著成效，确保群众获得感明显增强。'.repeat(8)}\n`
    assert.ok(!rules(text, 'overview').includes('one-sided-positive'))
  })
})

describe('the whole family', () => {
  it('has nothing to say on an empty draft, one heading, or a table alone', () => {
    for (const text of ['', '# 存在问题', '## 存在问题\n\n## 措施\n', '| 问题 | 措施 |\n| --- | --- |\n'])
      for (const kind of ['problem', 'summary', 'survey'] as const)
        assert.deepEqual(
          check(text, { kind }).findings.filter(finding => ours.test(finding.rule)),
          [],
          text,
        )
  })
})
