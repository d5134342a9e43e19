// 加粗不生效: Markdown marks that look right in Chinese and do not work: `**风险：**部分`, ＃ 标题, ｜a｜b｜.
// CommonMark 0.31 §6.2: a closing ** after punctuation needs a blank or punctuation behind it.

import type { BlockRule } from '../engine/rule'
import { blockCue } from '../facts/rare'
import type { Fix } from '../types'

const strong = /\*\*([^*\n]{1,80}?)\*\*/g
const trailingMark = /[：，。；、！？:]$/
const fullWidthHeading = /^(＃{1,6})[ 　]*(?=[^＃\s])/
const fullWidthTable = /^｜.*｜$/
const fullWidthBullet = /^[－＊·•●][ 　]*(?=\S)/

export const brokenEmphasis: BlockRule = {
  id: 'broken-emphasis',
  title: ['加粗不生效', 'Emphasis that does not render'],
  family: 'form',
  severity: 'warning',
  scope: 'paragraph',
  cue: blockCue('broken-emphasis', /\*\*|＃|｜|^[－＊·•●]/),
  messages: {
    strong: {
      what: ['“{text}”的加粗不会生效，星号会原样印出来', 'The emphasis of “{text}” will not render'],
      why: [
        '结束的**紧跟在标点后面、又紧挨着汉字时，Markdown 不认',
        'A closing ** between punctuation and a letter is not recognised',
      ],
      doNext: [
        '把标点移到**外面，或在**后加一个空格',
        'Move the punctuation outside, or add a blank behind **',
      ],
    },
    heading: {
      what: ['全角“＃”不会成为标题', 'A full-width ＃ makes no heading'],
      why: ['Markdown 只认半角 #', 'Markdown knows only the half-width #'],
      doNext: ['改为半角 # 加一个空格', 'Use # and a blank'],
    },
    table: {
      what: ['全角“｜”不会成为表格', 'Full-width ｜ make no table'],
      why: ['Markdown 只认半角 |', 'Markdown knows only the half-width |'],
      doNext: ['把“｜”改为半角 |', 'Use |'],
    },
    bullet: {
      what: ['“{text}”不会成为列表项', '“{text}” makes no list item'],
      why: ['Markdown 的列表用半角 - 加一个空格', 'A list item starts with - and a blank'],
      doNext: ['改为“- ”', 'Use “- ”'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n⟦**风险：**⟧部分路段积水，4月12日已抽排3处。\n',
        mended: '**风险**：部分路段积水，4月12日已抽排3处。\n',
      },
      { text: '---\n类型: 动态\n---\n\n⟦＃⟧ 青石镇清淤\n' },
    ],
    good: [{ text: '---\n类型: 动态\n---\n\n**风险**：4月12日3处路段积水，最深0.4米，当日16时抽排完毕。\n' }],
  },
  check(block, context) {
    const { text } = block
    // Emphasis that works is gone from the prose; what is still there does not.
    for (const hit of text.matchAll(strong)) {
      const inner = hit[1]!
      if (inner.trim() === '') continue
      const start = hit.index
      const end = start + hit[0].length
      context.report({
        message: 'strong',
        values: { text: inner.slice(0, 12) },
        start,
        end,
        fixes: [mend(inner, start, end)],
      })
    }
    const heading = fullWidthHeading.exec(text)
    if (heading)
      context.report({
        message: 'heading',
        start: 0,
        end: heading[1]!.length,
        fixes: [
          {
            title: ['改为半角 #', 'Use #'],
            edits: [{ start: 0, end: heading[0].length, text: `${'#'.repeat(heading[1]!.length)} ` }],
            safe: true,
          },
        ],
      })
    if (fullWidthTable.test(text))
      context.report({
        message: 'table',
        start: 0,
        end: text.length,
        fixes: [
          {
            title: ['改为半角 |', 'Use |'],
            edits: [...text.matchAll(/｜/g)].map(bar => ({
              start: bar.index,
              end: bar.index + 1,
              text: '|',
            })),
          },
        ],
      })
    const bullet = block.context.listDepth === 0 ? fullWidthBullet.exec(text) : null
    if (bullet)
      context.report({
        message: 'bullet',
        values: { text: bullet[0].trim() },
        severity: 'hint',
        start: 0,
        end: bullet[0].trimEnd().length,
        fixes: [
          {
            title: ['改为“- ”', 'Use “- ”'],
            edits: [{ start: 0, end: bullet[0].length, text: '- ' }],
            safe: true,
          },
        ],
      })
  },
}

function mend(inner: string, start: number, end: number): Fix {
  const mark = trailingMark.exec(inner)
  return {
    title: mark
      ? ['把标点移到**外面', 'Move the punctuation outside']
      : ['在**后面加一个空格', 'Add a blank behind **'],
    edits: [
      { start, end, text: mark ? `**${inner.slice(0, -1).trim()}**${mark[0]}` : `**${inner.trim()}** ` },
    ],
    safe: true,
  }
}
