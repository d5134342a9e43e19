// 套话空话: wording that fits any place and any year. What counts as such is data (server/lexicons).

import type { Block, Sentence } from '../document/block'
import type { BlockRule, Reported } from '../engine/rule'
import { sentencesOf } from '../facts/phrases'
import { classOf } from '../lexicon'
import type { EmptyClause } from '../text/clauses/model'
import { judgeClause } from '../text/phrases/emptyClause'
import { judgeSentence, mayBeReported, type SectionRole, type SentencePosition } from '../text/phrases/judge'
import { phraseFixes } from '../text/phrases/phraseFixes'
import type { ReadSentence } from '../text/phrases/readSentence'
import { shorten } from '../text/shorten'

const roles: readonly (string | undefined)[] = ['problem', 'cause', 'measure']

export const genericPhrase: BlockRule = {
  id: 'generic-phrase',
  title: ['套话空话', 'Stock phrase'],
  family: 'generic',
  severity: 'hint',
  scope: 'paragraph',
  notInRegulations: true,
  reads: ['clauses'],
  messages: {
    one: {
      what: ['“{text}”是{class}', '“{text}” is a stock phrase ({classEn})'],
      why: ['{why}', '{whyEn}'],
      doNext: ['{doNext}', '{doNextEn}'],
    },
    several: {
      what: ['{count}处套话连在一起：“{text}”', '{count} stock phrases in a row: “{text}”'],
      why: ['{why}', '{whyEn}'],
      doNext: ['{doNext}', '{doNextEn}'],
    },
    clause: {
      what: ['“{text}”是空泛句，和“{class}”相近', '“{text}” says little; it is close to: {classEn}'],
      why: [
        '{words}放在一起，换个单位、换个年份照样成立，又没有一件可以核对的事；{why}',
        '{words} together would fit any unit in any year, with nothing to check. {whyEn}',
      ],
      doNext: ['{doNext}；确有所指的，补上谁、做了什么、多少', '{doNextEn}; or add who, what and how much'],
    },
  },
  examples: {
    bad: [
      {
        text: '⟦为进一步做好秸秆禁烧工作⟧，4月12日，青石镇检查地块43处，现场扑灭火点2处。',
        kind: 'brief',
        mended: '4月12日，青石镇检查地块43处，现场扑灭火点2处。',
      },
      {
        text: '全镇上下⟦高度重视⟧信访工作。',
        kind: 'summary',
        mended: '4月2日镇党委会定3件事：领导包案12件、每周三接访、逾期件通报到村。',
      },
    ],
    good: [
      { text: '4月12日，青石镇检查地块43处，现场扑灭火点2处，责令3户当日翻埋秸秆。', kind: 'brief' },
      { text: '有的稿件满篇“高度重视”“狠抓落实”，4月退回的11篇中有7篇没有一个数字。', kind: 'problem' },
    ],
  },
  sources: [
    [
      '政务信息写作通例：首句写事实，少用放到哪里都正确的话',
      'Practice of the field: the first sentence is a fact',
    ],
  ],
  check(block, context) {
    if (block.context.quoted) return
    const { settings, kind, stage } = context
    const read = sentencesOf(block, settings)
    const { sentences } = block
    const sectionRole = roles.includes(context.place.role) ? (context.place.role as SectionRole) : undefined
    read.forEach((own, i) => {
      const found = mayBeReported(own)
      if (!found && !context.clauses) return
      const sentence = sentences[i]!
      const position: SentencePosition = isInHeading(block, read, i)
        ? 'heading'
        : context.place.position === 'first' && i === 0
          ? 'first'
          : context.place.position === 'last' && i === sentences.length - 1
            ? 'last'
            : 'body'
      const behind = sentences[i + 1]?.text
      // The figures of the next item speak of the next item.
      const next = behind && !nextItem.test(behind) ? behind : undefined
      const place = {
        kind,
        position,
        terms: settings.terms,
        ...(stage ? { stage } : {}),
        ...(sectionRole ? { sectionRole } : {}),
        ...(next ? { next } : {}),
      }
      const findings = found ? judgeSentence(sentence.text, place, own) : []
      // Never beside a phrase: one finding is enough to make a writer look at the sentence.
      const empty =
        findings.length === 0 && context.clauses ? judgeClause(own, place, context.clauses) : undefined
      // A paragraph that only this fills may go; an item of a list would leave its bullet.
      const mayBeEmptied = block.context.listDepth === 0
      if (empty) context.report(tellClause(block, sentence, empty, mayBeEmptied))
      for (const finding of findings) {
        const { class: phraseClass, phrases, severity, suggestion, start, end } = finding
        context.report({
          message: phrases.length > 1 ? 'several' : 'one',
          severity,
          start: sentence.start + start,
          end: sentence.start + end,
          fixes: phraseFixes(
            block.text,
            { start: sentence.start + start, end: sentence.start + end },
            phraseClass.id,
            mayBeEmptied,
          ),
          values: {
            text: shorten(sentence.text.slice(start, end), 30),
            count: phrases.length,
            class: phraseClass.title[0],
            classEn: phraseClass.title[1],
            why: phraseClass.why[0],
            whyEn: phraseClass.why[1],
            doNext: suggestion ?? phraseClass.doNext[0],
            doNextEn: phraseClass.doNext[1],
          },
        })
      }
    })
  },
}

function tellClause(
  block: Block,
  { text, start }: Sentence,
  empty: EmptyClause,
  mayBeEmptied: boolean,
): Reported {
  const { title, why, doNext } = classOf(empty.nearest)
  return {
    message: 'clause',
    severity: 'hint',
    start: start + empty.start,
    end: start + empty.end,
    fixes: phraseFixes(
      block.text,
      { start: start + empty.start, end: start + empty.end },
      empty.nearest,
      mayBeEmptied,
    ),
    values: {
      text: shorten(text.slice(empty.start, empty.end), 30),
      words: empty.words.map(word => `“${word}”`).join('') || '这些词',
      class: title[0],
      classEn: title[1],
      why: why[0],
      whyEn: why[1],
      doNext: doNext[0],
      doNextEn: doNext[1],
    },
  }
}

const nextItem =
  /^(?:[二三四五六七八九十]是|（[二三四五六七八九十\d]+）|[2-9][.、．]|同时，|此外，|另外，|其次|再次|最后，)/
const shortestItem = 18

function isInHeading(block: Block, read: readonly ReadSentence[], at: number): boolean {
  const { sentences, heading } = block
  const { text, end } = sentences[at]!
  if (heading && !(sentences.length === 1 && isWholeSentence(text)))
    if (heading.standalone || (end <= heading.title.end + 1 && isBorneOut(block, read, at))) return true
  return at > 0 && isRunInTitle(read, at)
}

/** （三）意识淡薄，责任落实不到位，教育流于形式。: an item that says all it has to say, not the title of one. */
function isWholeSentence(text: string): boolean {
  return text.length >= shortestItem && text.includes('，') && text.endsWith('。')
}

/**
 * 二是完善机制。由卫生院…3天内…: words that begin an item may be general when the item goes on with something to check. When
 * it does not, the general words are all there is. 1、 and （一） begin real titles, so there one phrase is only a topic.
 */
function isBorneOut({ heading }: Block, read: readonly ReadSentence[], title: number): boolean {
  if (
    heading?.numbering?.style !== '一是' &&
    (title === read.length - 1 || !read[title]!.text.includes('，'))
  )
    return true
  return read.some(({ isConcrete }, i) => i > title && isConcrete)
}

const runInMark = /^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]、|\d{1,2}[.、．](?!\d))/
const longestRunIn = 22

/** ……。（二）优化师资配置。一是……3名……: a title that runs on in its paragraph, and its item has something to check. */
function isRunInTitle(read: readonly ReadSentence[], title: number): boolean {
  const { text } = read[title]!
  if (text.length > longestRunIn || text.includes('，')) return false
  const mark = runInMark.exec(text)?.[0]
  if (!mark) return false
  for (let i = title + 1; i < read.length; i++) {
    const own = read[i]!
    if (styleOf(runInMark.exec(own.text)?.[0]) === styleOf(mark)) return false
    if (own.isConcrete) return true
  }
  return false
}

function styleOf(mark: string | undefined): string | undefined {
  return mark?.replace(/[一二三四五六七八九十]+/, '一').replace(/\d+/, '1')
}
