// 错别字与误用词: characters that were mistaken for each other, words that were, and turns that say the opposite of what is
// meant or the same twice. Which ones is data (server/knowledge/words.yaml).

import type { BlockRule } from '../engine/rule'
import { blockCue } from '../facts/rare'
import { type Cue, expressionOf } from '../knowledge/cue'
import { cues } from '../knowledge/words.generated'
import { crossesWord } from '../text/wordEdges'

interface Entry {
  readonly cue: Cue
  readonly pattern: RegExp
  /** The right word by the wrong one; without, what to do stands in the advice. */
  readonly right?: ReadonlyMap<string, string>
}

const listOf = (value: string | number | boolean | undefined) => String(value ?? '').split(' ')

const entries: readonly Entry[] = cues.map(cue => {
  const pattern = expressionOf(cue, 'g')
  if (!cue.with?.right) return { cue, pattern }
  const wrong = listOf(cue.with.wrong)
  const right = listOf(cue.with.right)
  return { cue, pattern, right: new Map(wrong.map((each, i) => [each, right[i] ?? right[0]!])) }
})

/** Words are rare and give themselves away; turns begin with words that every draft holds. So they are looked for apart. */
const groups = [
  { id: 'wrong-word', entries: entries.filter(({ cue }) => cue.plain) },
  { id: 'wrong-turn', entries: entries.filter(({ cue }) => !cue.plain) },
].map(group => ({
  ...group,
  concerns: blockCue(
    group.id,
    group.entries.map(({ pattern }) => pattern),
  ),
}))

export const wrongWord: BlockRule = {
  id: 'wrong-word',
  title: ['错别字与误用词', 'Wrong word'],
  family: 'form',
  severity: 'warning',
  scope: 'paragraph',
  cue: block => groups.some(({ concerns }) => concerns(block)),
  messages: {
    word: {
      what: ['“{text}”应为“{right}”', '“{text}” should be “{right}”'],
      why: ['{why}', 'One word was mistaken for the other'],
      doNext: ['改为“{right}”', 'Write “{right}”'],
    },
    turn: {
      what: ['“{text}”说不通', '“{text}” does not hold together'],
      why: ['{why}', 'It says a thing twice, or the opposite of what is meant'],
      doNext: ['{advice}', 'Say it once, and as it is meant'],
    },
  },
  examples: {
    bad: [
      {
        text: '4月12日，青石镇建立隐患⟦台帐⟧37条。',
        kind: 'brief',
        mended: '4月12日，青石镇建立隐患台账37条。',
      },
      { text: '⟦截止⟧4月12日18时，青石镇清淤3.2公里。', kind: 'brief' },
      { text: '4月12日，青石镇检查渡口3处，⟦防止类似事故不再发生⟧。', kind: 'brief' },
    ],
    good: [
      {
        text: '截至4月12日18时，青石镇清淤3.2公里，建立台账37条，究竟争取到多少资金，以县财政局4月20日拨付数为准。',
        kind: 'brief',
      },
    ],
  },
  sources: [['《现代汉语词典》《第一批异形词整理表》（GF 1001—2001）', 'GF 1001—2001, variant words']],
  check(block, context) {
    if (block.context.quoted) return
    const { text } = block
    for (const { cue, pattern, right } of groups.flatMap(group =>
      group.concerns(block) ? group.entries : [],
    ))
      for (const hit of text.matchAll(pattern)) {
        const span = { start: hit.index, end: hit.index + hit[0].length }
        const mended = right && mend(hit[0], right)
        if (mended === undefined) {
          context.report({
            message: 'turn',
            severity: 'information',
            values: { text: hit[0], why: cue.why!, advice: String(cue.with?.advice) },
            ...span,
          })
        } else if (!crossesWord(text, span))
          context.report({
            message: 'word',
            values: { text: hit[0], right: mended, why: cue.why! },
            fixes: [
              {
                title: [`改为“${mended}”`, `Write “${mended}”`],
                edits: [{ ...span, text: mended }],
                safe: true,
              },
            ],
            ...span,
          })
      }
  },
}

/** The longest wrong word in the hit put right: 台帐 by 帐 → 账. */
function mend(text: string, right: ReadonlyMap<string, string>): string {
  for (const [wrong, word] of right) if (text.includes(wrong)) return text.replaceAll(wrong, word)
  return text
}
