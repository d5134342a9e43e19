// Density, vague paragraphs and logs: what is said about more than one sentence.

import assert from 'node:assert/strict'
import { splitSentences } from '../../../server/src/core/document/sentences'
import { chronicleOf, countOutcomes, countTold } from '../../../server/src/core/text/phrases/chronicle'
import { densityOf, densityOfSentence } from '../../../server/src/core/text/phrases/density'
import { readSentence } from '../../../server/src/core/text/phrases/readSentence'
import { vagueParagraph } from '../../../server/src/core/text/phrases/vagueParagraph'
import { briefs, emptyArticle, goodArticle, logs } from './drafts'

const sentencesOf = (draft: string) =>
  draft
    .trim()
    .split('\n')
    .flatMap(line => splitSentences(line).map(span => line.slice(span.start, span.end)))
const readAll = (draft: string) => sentencesOf(draft).map(text => readSentence(text))
const density = (draft: string) => densityOf(sentencesOf(draft).map(text => densityOfSentence(text)))
const chronicle = (draft: string) =>
  chronicleOf(countTold(readAll(draft)), () => countOutcomes(readAll(draft)))

describe('density of a draft', () => {
  it('warns of an article of formulas and is silent about one of cases and figures', () => {
    const empty = density(emptyArticle)
    assert.equal(empty.level, 'warning', `${empty.perThousand}`)
    const good = density(goodArticle)
    assert.equal(good.level, 'none', `${good.perThousand}`)
    assert.ok(good.perThousand < 12)
  })

  it('does not count what is quoted, law, adverbs, or sentences with a figure', () => {
    assert.equal(densityOfSentence('开展“筑牢防线”专项行动。').hits, 0)
    assert.equal(densityOfSentence('第九条　经营者应当加强管理，落实责任。').hits, 0)
    assert.equal(densityOfSentence('着力、大力、不断、进一步。').hits, 0)
    assert.equal(densityOfSentence('高度重视，精心组织，清淤32处。').hits, 0)
    assert.equal(densityOfSentence('高度重视，精心组织，扎实推进。').hits >= 2, true)
  })

  it('counts in a short text instead of dividing', () => {
    const few = [densityOfSentence('要高度重视。'), densityOfSentence('要狠抓落实。')]
    assert.equal(densityOf(few).level, 'none')
    assert.equal(densityOf([...few, ...few]).level, 'warning')
    assert.equal(densityOf([...few, ...few, { length: 220, hits: 0 }]).level, 'hint')
    assert.equal(densityOf([]).level, 'none')
  })

  it('adds up from parts in any order', () => {
    const parts = sentencesOf(emptyArticle).map(text => densityOfSentence(text))
    assert.deepEqual(densityOf([...parts].reverse()), densityOf(parts))
  })
})

describe('vague paragraphs', () => {
  const paragraph =
    '全镇上下要高度重视，切实加强组织领导，层层压实责任。要加大宣传力度，营造良好氛围，不断提高群众的参与意识。要加强督促检查，确保各项工作落到实处。'

  it('hold many formulas and nothing to check', () => {
    assert.ok(vagueParagraph(readAll(paragraph)))
  })

  it('count as the whole draft does', () => {
    assert.equal(vagueParagraph(readAll(paragraph))?.hits, density(paragraph).hits)
  })

  it('are none when a figure, a date, a name or a document stands in them', () => {
    for (const more of ['共清淤32处。', '5月10日验收。', '按《值班办法》执行。', '由副镇长王某说明。'])
      assert.equal(vagueParagraph(readAll(paragraph + more)), undefined, more)
  })

  it('are none when short', () => {
    assert.equal(vagueParagraph([readSentence('要高度重视，狠抓落实。')]), undefined)
  })
})

describe('logs', () => {
  for (const [name, draft] of Object.entries(logs))
    it(`are recognised: ${name}`, () => assert.ok(chronicle(draft)))
  for (const [name, draft] of Object.entries(briefs))
    it(`are not seen in ${name}`, () => assert.equal(chronicle(draft), undefined))
  it('are seen through the praise around them', () => {
    const praise = '镇党委把防汛摆上重要位置，做到早安排早部署。干部群众积极性高。各项准备到位。'
    const lines = ['3日，召开动员会', '9日，组织防汛培训', '15日，开展应急演练', '24日，召开总结会']
    const calendar = lines.map(line => `5月${line}。`).join('')
    assert.ok(chronicle(calendar + praise.repeat(3)))
    assert.equal(chronicle(praise.repeat(3)), undefined)
    const found = calendar.replaceAll('会。', '会，议定4件事。').replace('演练', '演练，发现2处涵管堵塞问题')
    assert.equal(chronicle(found + praise.repeat(3)), undefined)
  })

  it('need more than a sentence or two', () => {
    assert.equal(chronicle('4月12日，镇里召开会议。会议强调，要抓好防火。'), undefined)
    assert.equal(chronicle(''), undefined)
  })
})

describe('a speech told again', () => {
  const meeting = '4月12日，青石镇召开安全生产会议，镇长罗某主持会议。'
  const block = (...lines: string[]) =>
    lines.map(line => splitSentences(line).map(at => readSentence(line.slice(at.start, at.end))))
  const speechIn = (...lines: string[]) =>
    block(...lines).reduce((sum, sentences) => sum + countTold(sentences).speech, 0)

  it('goes on to the end of its paragraph', () => {
    assert.equal(
      speechIn(meeting, '罗某强调，责任重于泰山。各村要亲自抓。站所要配合。', '会议要求，要压实责任。'),
      4,
    )
  })

  it('ends with its paragraph, a date or a figure', () => {
    assert.equal(speechIn('罗某强调，各村要亲自抓。', '各村已经行动起来。'), 1)
    assert.equal(speechIn('会议要求，要压实责任。4月15日，镇应急办进村检查。隐患整改中。'), 1)
    assert.equal(speechIn('会议要求，12处隐患4月20日前整改。'), 0)
    assert.equal(speechIn('群众要求解决用水问题。镇里提出的方案已公示。'), 0)
  })
})
