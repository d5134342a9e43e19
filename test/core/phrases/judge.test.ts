// What is struck in a sentence, what is left alone, and how firmly it is said.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { normalize } from '../../../server/src/core/document/normalize'
import { readKind } from '../../../server/src/core/report/kinds'
import { judgeSentence, type SentenceContext } from '../../../server/src/core/text/phrases/judge'
import { readMarked } from '../../../server/src/core/text/phrases/ownEntries'

const phrases = (text: string, context: SentenceContext = {}) =>
  judgeSentence(text, context).flatMap(finding => finding.phrases)
const silent = (text: string, context: SentenceContext = {}) =>
  assert.deepEqual(phrases(text, context), [], text)

interface Labelled {
  readonly text: string
  readonly generic: boolean
  readonly spans: readonly { start: number; end: number }[]
  readonly context: SentenceContext
}

const labelled: Labelled[] = readFileSync(path.join(__dirname, 'own-sentences.tsv'), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => {
    const [place, , marked] = line.split('\t')
    const [kind, position, role] = place!.split('/')
    const { text, spans } = readMarked(marked!)
    const context = {
      kind: readKind(kind!)?.kind.id,
      position,
      ...(role === '-' ? {} : { sectionRole: role }),
    } as SentenceContext
    return { text, spans, generic: spans.length > 0, context }
  })

describe('judging a sentence', () => {
  it('agrees with an editor on 200 sentences of all kinds', () => {
    const rows = labelled.map(row => ({ ...row, said: judgeSentence(row.text, row.context).length > 0 }))
    const hit = rows.filter(row => row.said && row.generic).length
    const wrong = rows.filter(row => row.said && !row.generic).map(row => row.text)
    const missed = rows.filter(row => !row.said && row.generic).map(row => row.text)
    assert.ok(rows.length >= 200)
    assert.ok(hit / (hit + wrong.length) >= 0.95, `wrong:\n${wrong.join('\n')}`)
    assert.ok(hit / (hit + missed.length) >= 0.9, `missed:\n${missed.join('\n')}`)
  })

  it('marks what the editor would strike, not something else in the sentence', () => {
    const rows = labelled.filter(row => row.generic)
    const met = rows.filter(row =>
      judgeSentence(row.text, row.context).every(f =>
        row.spans.some(s => f.start < s.end && s.start < f.end),
      ),
    )
    assert.ok(met.length / rows.length >= 0.9, `${met.length} of ${rows.length}`)
  })

  it('leaves quotations, titles and names alone', () => {
    silent('县里开展“筑牢防线”专项行动，为期一个月。')
    silent('印发《关于进一步加强安全生产工作的意见》。')
    silent('村里的“凝聚合力”党支部有党员36名。')
    silent(
      '李明说：“我们要高度重视，切实加强管理，确保万无一失，绝不能让去年那样的事再出一回，谁出事谁负责。”',
    )
    assert.deepEqual(phrases('推进齐抓共管工程。'), ['齐抓共管'])
    silent('推进齐抓共管工程。', { terms: ['齐抓共管工程'] })
  })

  it('takes reported speech without quotation marks for the writer’s own', () => {
    assert.deepEqual(phrases('他强调，要高度重视安全生产。'), ['高度重视'])
  })

  it('leaves law and prescribed openings alone', () => {
    silent('第九条　经营者应当切实加强管理，落实安全生产责任。')
    silent('根据《安全生产法》第二十一条，主要负责人应当建立健全安全生产责任制。')
    silent('为加强食品安全监管，规范抽检工作，根据《食品安全法》，制定本规范。')
    assert.deepEqual(phrases('我镇应当切实加强管理。').length, 1)
  })

  it('leaves phrases alone that are denied or talked about', () => {
    silent('险情尚未得到有效控制。')
    silent('报送信息不要高度重视一类的空话。')
    silent('要力戒“切实加强领导”等套话。')
    silent('三方难以形成合力。')
  })

  it('leaves subheadings alone, but not the slogans in them', () => {
    silent('（一）切实加强组织领导', { position: 'heading' })
    silent('二、充分认识重要意义', { position: 'heading' })
    assert.ok(phrases('（一）狠抓项目，全力以赴保增长', { position: 'heading' }).length > 0)
  })

  it('takes a measured result for substance, wherever it stands close by', () => {
    silent('整治取得明显成效，信访量由51件降到23件。')
    silent('信访量由51件降到23件，取得明显成效。')
    silent('整治取得明显成效。', { next: '信访量由51件降到23件。' })
    assert.equal(phrases('整治取得明显成效。', { next: '群众都很满意。' }).length, 1)
  })

  it('does not take a count of activities for a result', () => {
    assert.equal(phrases('有效增强了居民的防范意识，共发放宣传册260份。').length > 0, true)
    assert.equal(phrases('全年培训护林员420人，队伍素质明显提升。').length, 1)
    assert.equal(phrases('打通服务群众“最后一公里”。').length, 1)
  })

  it('takes a deadline or the items that follow for the substance of a measure, not a title before it', () => {
    silent('进一步完善值班制度，5月底前由党政办印发。')
    silent('要认真做好以下工作：')
    assert.equal(phrases('依据《值班办法》等文件，进一步完善值班制度。').length, 1)
  })

  it('reports what is doubtful only in company or in its place', () => {
    silent('健全监管工作制度。')
    assert.equal(phrases('健全监管工作制度，加强全程监管力度。').length, 2)
    silent('宣传力度不够。')
    assert.equal(phrases('宣传力度不够。', { sectionRole: 'problem' }).length, 1)
    silent('春节来临之际，镇里走访了困难户。')
    assert.equal(phrases('春节来临之际，镇里走访了困难户。', { position: 'first' }).length, 1)
  })

  it('takes an item of a list of measures that holds nothing else for empty, even a single pair', () => {
    silent('健全防汛会商机制。')
    assert.deepEqual(phrases('三是健全防汛会商机制。', { sectionRole: 'measure' }), ['健全防汛会商机制'])
    assert.deepEqual(phrases('健全工作机制，提升服务质效。', { sectionRole: 'measure' }).length, 2)
    silent('健全防汛会商机制，每周五会商一次，会商记录抄送村委会。', { sectionRole: 'measure' })
  })

  it('shows what fits the tense and the part of the report', () => {
    const shown = (text: string, context: SentenceContext = {}) =>
      judgeSentence(text, context).map(finding => finding.class.id)
    assert.deepEqual(shown('营造了护林防火的浓厚氛围。'), ['D'])
    assert.deepEqual(shown('要营造护林防火的浓厚氛围。'), ['F'])
    assert.deepEqual(shown('不断提高护林员业务水平。', { sectionRole: 'measure' }), ['F'])
    assert.deepEqual(shown('护林员业务水平不断提高。', { sectionRole: 'measure' }), ['D'])
    assert.deepEqual(shown('各村要压茬推进，切实增强护林员责任感。').at(-1), 'F')
    assert.deepEqual(shown('产量再创新高。', { position: 'body' }), ['E'])
    assert.deepEqual(shown('产量再创新高。', { position: 'last' }), ['G'])
    assert.deepEqual(shown('岩口村以此次活动为契机，组织了巡山。', { position: 'last' }), ['E'])
    assert.deepEqual(shown('岩口村将以此次活动为契机，加强巡山。', { position: 'last' })[0], 'G')
    assert.deepEqual(shown('（三）谱写产业新篇章', { position: 'heading' }), ['E'])
  })

  it('leaves the state of people and order alone where an emergency is reported', () => {
    silent('转移群众情绪稳定，生产生活秩序正常。', { kind: 'emergency', stage: 'first' })
    assert.ok(phrases('搬迁群众情绪稳定，生产生活秩序正常。', { kind: 'summary' }).length > 0)
  })

  it('joins three and more that follow each other into one finding', () => {
    const findings = judgeSentence('要高度重视、加强领导、精心组织，确保取得实效。')
    assert.equal(findings.length, 1)
    assert.ok(findings[0]!.phrases.length >= 3)
    assert.equal(findings[0]!.start, 1)
  })

  it('hints, and says it more firmly where it is thick or costs the reader seconds', () => {
    const severity = (text: string, context: SentenceContext = {}) =>
      judgeSentence(text, context)[0]?.severity
    assert.equal(severity('镇里高度重视。'), 'hint')
    assert.equal(severity('镇里高度重视。', { kind: 'emergency', stage: 'first' }), 'warning')
    assert.equal(severity('镇里高度重视。', { kind: 'emergency', stage: 'final' }), 'hint')
    assert.equal(
      severity('为切实提高防范意识，镇里开展宣传。', { kind: 'brief', position: 'first' }),
      'information',
    )
    assert.equal(severity('要高度重视，加强领导，精心组织。'), 'information')
    assert.equal(severity('要高度重视，加强领导，精心组织，密切配合，狠抓落实。'), 'warning')
  })

  it('stays inside the sentence and in order for any text', () => {
    const piece = fc.constantFrom(
      ...labelled.map(row => row.text),
      '，',
      '“',
      '”',
      '《',
      '》',
      '第九条',
      '\u0000',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), parts => {
        const text = parts.join('')
        let last = 0
        for (const finding of judgeSentence(text)) {
          assert.ok(finding.start >= last && finding.end > finding.start && finding.end <= text.length)
          last = finding.end
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reaches its precision and recall on the shared corpus, and is silent on what is not a report', () => {
    const file = path.join(__dirname, '../../../../shared/corpus/sentences.tsv')
    if (!existsSync(file)) return
    const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean)
    let hit = 0
    let wrong = 0
    let missed = 0
    for (const line of rows) {
      const [doc, sentence, generic, , , , , confidence] = line.split('\t')
      const said = judgeSentence(normalize(sentence!)).length > 0
      if (Number(doc) >= 86) assert.equal(said, false, sentence)
      if (confidence !== 'high') continue
      if (said && generic === '1') hit++
      else if (said) wrong++
      else if (generic === '1') missed++
    }
    assert.ok(
      hit / (hit + wrong) >= 0.9 && hit / (hit + missed) >= 0.75,
      `${hit} right, ${wrong} wrong, ${missed} missed`,
    )
  })
})
