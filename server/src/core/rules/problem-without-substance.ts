// 问题无实例: a problem without a figure, a place or a case can neither be checked nor solved.

import type { DocumentRule } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import type { Item } from '../facts/analysis/items'
import { isAnswer } from '../report/occasion'
import { more, mostSingly, tellerOf } from '../report/tell'
import type { Fix } from '../types'

/** More bare problems than this in one passage are one habit, and one finding. */
export const problemWithoutSubstance: DocumentRule = {
  id: 'problem-without-substance',
  title: ['问题无实例', 'Problem without substance'],
  family: 'analysis',
  severity: 'warning',
  scope: 'document',
  kinds: ['problem', 'experience', 'overview', 'survey', 'proposal', 'special', 'summary', 'bulletin'],
  messages: {
    bare: {
      what: ['这个问题没有数据，也没有点到具体的单位、地点或事例', 'No figure, place or case'],
      why: ['放到哪个单位都能用，没法核实，也没法解决', 'It fits any unit and cannot be checked'],
      doNext: ['写清哪里、多少、多久、影响谁，至少举一个事例', 'Say where, how many, how long; give a case'],
    },
    hedged: {
      what: [
        '问题写得含糊（“{words}”），没有数据和事例',
        'The problem is hedged (“{words}”), without figure or case',
      ],
      why: ['“不够”“有待加强”说不清严重到什么程度', 'Hedges do not say how bad it is'],
      doNext: [
        '换成数字：几个村、几件、拖了几天，或写一个具体事例',
        'Replace the hedge by a figure or a case',
      ],
    },
    several: {
      what: ['这部分{count}个问题都没有数据和事例', '{count} problems here have neither figure nor case'],
      why: ['问题空泛，上级看不出轻重，也没法跟着督办', 'Nobody can weigh or follow up such problems'],
      doNext: [
        '挑最要紧的三四条，各补一个数字或一个事例',
        'Keep the gravest few, each with a figure or a case',
      ],
    },
    more,
  },
  examples: {
    bad: [
      {
        kind: 'problem',
        text: '# 青石镇防汛工作存在的问题\n\n## 一、存在问题\n\n⟦（一）思想认识不到位⟧。部分干部重视程度不够，宣传力度有待加强。\n\n⟦（二）物资管理不规范⟧。个别单位台账不健全，更新不及时。\n\n## 二、原因分析\n\n18个村的防汛员均由文书兼任，4月同时承担医保征缴。\n\n## 三、下一步措施\n\n由镇应急办牵头，5月10日前逐村核对物资台账，开一次动员会。\n',
        mended:
          '（一）动员没到村。18个村中7个村一季度未召开防汛动员会。\n\n（二）物资账实不符。李村、赵村、孙村账上有锹120把，实有74把。',
      },
    ],
    good: [
      {
        kind: 'problem',
        text: '# 青石镇防汛工作存在的问题\n\n## 一、存在问题\n\n（一）动员没到村。18个村中7个村一季度未召开防汛动员会。\n\n（二）物资账实不符。李村、赵村账上有锹120把，实有74把。\n\n## 二、原因分析\n\n防汛员均由文书兼任，4月同时承担医保征缴。\n\n## 三、下一步措施\n\n由镇应急办牵头，5月10日前逐村核对物资台账，各村开一次动员会。\n',
      },
    ],
  },
  check(document, context) {
    const teller = tellerOf(context)
    if (isAnswer(document)) return
    for (const passage of chainOf(document).of('problem')) {
      // What running text tells owes a figure only where it hedges: 部分单位重视不够.
      const bare = passage.items.filter(
        item => isBare(item) && !(passage.told && hedgesOf(item.text).length < 2),
      )
      if (bare.length > mostSingly) {
        teller.tell(() => ({
          at: passage.at,
          message: 'several',
          values: { count: bare.length },
          related: bare.map(item => ({ at: item.at, note: ['缺数据和事例', 'Bare'] as const })),
        }))
        continue
      }
      for (const item of bare) {
        const words = hedgesOf(item.text)
        teller.tell(() => ({
          at: item.at,
          message: words.length >= 2 ? 'hedged' : 'bare',
          values: { words: words.slice(0, 3).join('、') },
          fixes: fixOf(item),
        }))
      }
    }
    teller.close()

    function fixOf(item: Item): Fix[] {
      const block = document.block(item.at.block)
      if (block.context.type === 'table') return []
      const last = item.parts[item.parts.length - 1]!
      const { text } = document.block(last.block)
      const ends = /[。！？；]\s*$/.exec(text.slice(last.start, last.end))
      const end = last.start + (ends ? ends.index + 1 : last.end - last.start)
      const at = context.locate(last.block, { start: end - 1, end }).end
      const stop = ends ? '' : '，'
      return [
        {
          title: ['补数据和事例', 'Add a figure and a case'],
          edits: [
            {
              start: at,
              end: at,
              text: `${stop}如\${1:哪个村、哪个单位}\${2:多少件、多少天}${ends ? '。' : ''}`,
            },
          ],
          snippet: true,
        },
      ]
    }
  },
}

const known = new WeakMap<Item, boolean>()

function isBare(item: Item): boolean {
  const before = known.get(item)
  if (before !== undefined) return before
  const bare = readsBare(item)
  known.set(item, bare)
  return bare
}

/** Nothing to hold on to, and said in words that fit anywhere. A short concrete remark is left alone. */
function readsBare({ traits, text }: Item): boolean {
  if (traits.figure || traits.named || traits.instance) return false
  return traits.hedges + traits.stock + traits.nameless > 0 || text.length < 30
}

const hedgeWord =
  /有待(?:进一步)?(?:提高|加强|完善|改进)|还需(?:进一步)?加强|不够|不强|不高|有差距|个别|少数|部分|一些|有的|一定程度|相对滞后|相对薄弱|时有发生|不同程度|不到位|不及时|不健全|不完善|不规范|不深入/g

function hedgesOf(text: string): string[] {
  return [...new Set(text.match(hedgeWord) ?? [])]
}
