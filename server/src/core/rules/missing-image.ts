// 缺图或图无说明: pictures that are not there, that nobody can place, or that are too small to print.

import type { DocumentRule, DocumentView } from '../engine/rule'
import { describes, isCaption, mentions, pictures as pictureFact, sourceStart } from '../facts/data/images'
import type { Fix } from '../types'

/** 如图所示 may mean a table. */
function hasTable(document: DocumentView): boolean {
  for (let i = 0; i < document.blockCount; i++) if (document.block(i).context.type === 'table') return true
  return false
}

export const missingImage: DocumentRule = {
  id: 'missing-image',
  title: ['缺图或图无说明', 'Missing or unexplained picture'],
  family: 'data',
  severity: 'information',
  scope: 'document',
  options: {
    smallest: {
      type: 'number',
      default: 600,
      minimum: 1,
      maximum: 10_000,
      description: [
        '图片长边少于多少像素算太小（600像素约合打印10厘米宽）',
        'Longer side in pixels below which a picture is too small (600 print about 10 cm wide)',
      ],
    },
  },
  messages: {
    absent: {
      what: ['图片“{address}”找不到', 'The picture {address} is not there'],
      why: ['报送时这张图带不出去，收稿人看不到', 'It cannot be handed in'],
      doNext: ['把图片放到稿件旁边，或改正路径和文件名', 'Put the file beside the draft or correct the path'],
    },
    blank: {
      what: [
        '图片“{address}”显示不出来：文件名里有空格',
        'The picture {address} is not shown: a blank in its name',
      ],
      why: ['路径里有空格时要用尖括号括起来', 'An address with a blank needs angle brackets'],
      doNext: ['加尖括号，或把文件名里的空格去掉', 'Add the brackets or rename the file'],
    },
    unexplained: {
      what: ['这张图没有说明', 'The picture has no caption'],
      why: ['收稿人看不出是什么时间、什么地点、谁在做什么', 'Nobody can tell when and where it was taken'],
      doNext: [
        '在方括号里写一句：×月×日，×镇×村，谁在做什么',
        'Say in the brackets when, where, who and what',
      ],
    },
    small: {
      what: ['图片只有{width}×{height}像素，打印出来看不清', '{width}×{height} pixels are too few to print'],
      why: [
        '长边不到{smallest}像素，印在纸上不足10厘米就会发虚',
        'The longer side is below {smallest} pixels',
      ],
      doNext: ['换原图；微信里的图要点“原图”再保存', 'Use the original; chat programs send a shrunk copy'],
    },
    promised: {
      what: ['文中说“{text}”，稿件里没有图', 'The text says “{text}”, the draft has no picture'],
      why: ['收稿人找不到所说的图', 'The reader looks for it in vain'],
      doNext: ['插入这张图，或删去这几个字', 'Insert the picture or strike the words'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n\n⟦![](qingyu.jpg)⟧\n',
        mended: '![4月12日，青石镇村民在梨园村段清淤](qingyu.jpg)',
      },
      { text: '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里，清淤前后对比⟦如图1⟧。\n' },
    ],
    good: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n\n![4月12日，青石镇村民在梨园村段清淤](qingyu.jpg)\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n\n![](qingyu.jpg)\n图1 青石镇村民在梨园村段清淤\n',
      },
    ],
  },
  check(document, context) {
    let any = false
    const smallest = context.options.smallest as number
    for (const { block: index, value: pictures } of document.found(pictureFact)) {
      any = true
      const from = sourceStart(context, index, document.block(index))
      const below = index + 1 < document.blockCount && isCaption(document.block(index + 1))
      for (const { start, end, address, alt, altAt, caption, blankAt } of pictures) {
        const at = { source: { start: from + start, end: from + end } }
        const report = (message: string, values: Record<string, string | number>, fix?: Fix) =>
          context.report({
            at,
            message,
            values,
            severity: message === 'absent' || message === 'blank' ? 'warning' : 'information',
            fixes: fix ? [fix] : [],
          })
        if (blankAt) {
          const edit = { start: from + blankAt.start, end: from + blankAt.end, text: `<${address}>` }
          report(
            'blank',
            { address },
            { title: ['加尖括号', 'Add angle brackets'], edits: [edit], safe: true },
          )
          continue
        }
        const file = /^(?:https?|data):/i.test(address) ? undefined : document.image(address)
        if (file && !file.exists) report('absent', { address })
        else if (file?.width && file.height && Math.max(file.width, file.height) < smallest)
          report('small', { width: file.width, height: file.height, smallest })
        else if (!describes(alt) && caption === '' && !below) {
          const edit = altAt && {
            start: from + altAt.start,
            end: from + altAt.end,
            text: '${1:月}月${2:日}日，${3:地点}，${4:谁在做什么}',
          }
          report(
            'unexplained',
            {},
            edit && { title: ['写上说明', 'Add a caption'], edits: [edit], snippet: true },
          )
        }
      }
    }
    const [promise] = any ? [] : mentions.found(document)
    if (promise && !hasTable(document)) {
      const { block, value } = promise
      context.report({
        at: { block, ...value },
        message: 'promised',
        values: { text: document.block(block).text.slice(value.start, value.end) },
      })
    }
  },
}
