// Words of the lexicon that are only named where they stand: subjects of a list, sanctions, what others praised.

import assert from 'node:assert/strict'
import { judgeSentence, type SentenceContext } from '../../../server/src/core/text/phrases/judge'

const phrases = (text: string, context: SentenceContext = {}) =>
  judgeSentence(text, context).flatMap(finding => finding.phrases)
const silent = (text: string, context: SentenceContext = {}) =>
  assert.deepEqual(phrases(text, context), [], text)
const told = (text: string, context: SentenceContext = {}) =>
  assert.notDeepEqual(phrases(text, context), [], text)

describe('a phrase that names the matter spoken of', () => {
  it('is no claim in a list of what proposals or letters are about', () => {
    silent('建议反映的主要内容有：加强组织领导，完善工作机制，加大宣传力度。')
    silent('座谈会围绕压实工作责任、加强队伍建设、完善工作机制等议题展开讨论。')
    silent('培训内容包括完善工作机制、加强组织领导，由县委党校两名教师讲授。')
  })

  it('is a claim again where the writer tells what came of it', () => {
    told('培训内容包括灭火器使用、疏散引导，进一步增强了居民的安全意识。')
    told('整治内容包括加强组织领导、完善工作机制。')
  })

  it('is no measure inside a phrase of place', () => {
    silent('青石镇供销社在深入推进农业农村改革中的做法被县里印发。')
    told('青石镇将深入推进农业农村改革。')
  })

  it('is no cause where a sanction is laid down for it', () => {
    silent('对责任落实不到位、进度滞后的村予以通报。', { sectionRole: 'measure' })
    told('主要原因是责任落实不到位。', { sectionRole: 'cause' })
  })
})

describe('a general word that is made good at once', () => {
  it('counts as said when its list follows', () => {
    const general = '切实加大管控力度，落实各项康复措施'
    const listed = '，对返乡人员安排社区康复、药物维持、上门探访等措施。'
    assert.ok(phrases(`${general}，确保群众满意。`).includes('落实各项康复措施'))
    assert.ok(!phrases(general + listed).includes('落实各项康复措施'))
  })

  it('counts as said when the grade of a standard follows', () => {
    silent('柳河水质有了明显提升，经县环境监测站检测，已达到地表水Ⅲ类标准。')
    told('柳河水质有了明显提升，经各方努力，达到预期效果。')
  })

  it('counts as said when somebody with a name praised the work', () => {
    silent('云岭县信访工作成绩显著，受到省委的表彰。')
    told('云岭县信访工作成绩显著，受到各界欢迎。')
  })
})

describe('the sentence of guidance', () => {
  const sentence =
    '以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，坚持以人民为中心的发展思想。'

  it('belongs to a notice and not to a report', () => {
    silent(sentence, { kind: 'other' })
    told(sentence, { kind: 'summary' })
    told(`各单位要坚持${sentence.slice(0, -1)}，进一步统一思想，真抓实干，务求实效。`, { kind: 'other' })
  })
})

describe('what goes on after a clause of purpose', () => {
  it('is told as part of the opening, not as a result', () => {
    const [finding] = judgeSentence(
      '为推进安全生产达标工作，切实提高职工的安全意识，4月8日县局办了培训班。',
    ).filter(({ phrases }) => phrases.some(phrase => phrase.includes('安全意识')))
    assert.equal(finding?.class.id, 'A')
  })

  it('is a measure where it is demanded', () => {
    const [finding] = judgeSentence('供销系统要在结算上为农户提供优质服务。')
    assert.equal(finding?.class.id, 'F')
  })
})

describe('two phrases without a word between them', () => {
  it('are one finding', () => {
    const findings = judgeSentence('县局扎实推进岗位达标工作落到实处。')
    assert.deepEqual(
      findings.map(({ phrases }) => phrases),
      [['扎实推进岗位达标工作', '落到实处']],
    )
  })
})

describe('what is done at every meeting', () => {
  it('is counted by its frequency', () => {
    silent('镇里每季度开例会，每次重点解决一个问题。')
    silent('由镇水利站每月组织开展一次集中整治。')
  })
})
