// 异地地名残留: the name of another township acting as if it were the reporting one, left over from a copied draft.

import type { DocumentRule } from '../engine/rule'
import { rareFact } from '../facts/rare'
import type { Word } from '../text/segmentation'
import type { Span } from '../types'

interface Name extends Span {
  readonly name: string
  readonly level: string
}

/** Two characters and the level: most names of towns. Longer ones are compared by their end. */
const names = /([一-龥]{2})(镇|乡|街道|县)/g
const noName =
  /[的在到于为是和与及向从对该本各全我由将等个两邻外新老小古乡城村集重市一二三四五六七八九十几多每某其]/
/** Someone else's name is in order where one meets, visits, borders on or learns from him. */
const elsewhere =
  /(?:赴|到|往|与|和|同|邻近?|毗邻|学习|考察|借鉴|来自|前往|位于|途经|至|从|距|接|及|、|籍|原|向|联合|会同)$/
/** Acting like the owner of the report. */
const actions =
  '(?:辖区|全[镇乡县]|党委|党工委|政府|人民政府|办事处|机关|干部职工|各村|组织|召开|开展|坚持|积极|始终|高度|多措|将|以|迅速|立即|深入|扎实|认真)'
const acts = new RegExp(`^${actions}`)
const cue = new RegExp(`(?:镇|乡|街道|县)${actions}`)

const acting = rareFact('acting-places', cue, ({ context, text }): readonly Name[] | undefined => {
  if (context.quoted) return undefined
  const found: Name[] = []
  for (const hit of text.matchAll(names)) {
    const [whole, name, level] = hit
    if (noName.test(name!)) continue
    const end = hit.index + whole.length
    if (
      !acts.test(text.slice(end, end + 6)) ||
      elsewhere.test(text.slice(Math.max(0, hit.index - 4), hit.index))
    )
      continue
    found.push({ name: whole, level: level!, start: hit.index, end })
  }
  return found.length ? found : undefined
})

export const leftoverPlaceName: DocumentRule = {
  id: 'leftover-place-name',
  title: ['异地地名残留', 'Place name left over'],
  family: 'generic',
  severity: 'warning',
  scope: 'document',
  messages: {
    other: {
      what: ['这里写的是“{name}”，本单位是“{unit}”', 'This says {name}; the reporting unit is {unit}'],
      why: ['多半是套用别处稿件时没有改干净', 'Most likely left over from somebody else’s draft'],
      doNext: [
        '改成本单位名称；确是外地单位的，写明是在哪里、什么关系',
        'Put your own unit, or say how the other one comes in',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n单位: 云岭县青石镇人民政府\n---\n\n4月12日，青石镇清理河道3.2公里。⟦白杨镇⟧辖区内12个村同步完成。\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 动态\n单位: 云岭县青石镇人民政府\n---\n\n4月12日，青石镇组织6名村干部赴白杨镇学习错峰灌溉，白杨镇水管站介绍了12个轮灌组的排班办法。\n',
      },
      {
        text: '---\n类型: 综合\n单位: 云岭县人民政府办公室\n---\n\n截至4月12日，白杨镇组织清淤4.1公里，青石镇组织清淤3.2公里。\n',
      },
    ],
  },
  check(document, context) {
    const unit = document.frontMatter?.entries.get('单位')?.text || context.settings.unit
    const own = [unit, ...context.settings.places].join(' ')
    const level = /(镇|乡|街道)(?!.*(?:镇|乡|街道))/.exec(unit)?.[1]
    // A county writes about its towns; only a town can have another town's name left over.
    if (!unit || !level) return
    for (const { block: i, value } of acting.found(document))
      for (const { name, level: found, start, end } of value) {
        if (found === '县' ? !/县/.test(unit) : false) continue
        if (own.includes(name) || cutsAWord(document.words(i), start)) continue
        context.report({ at: { block: i, start, end }, message: 'other', values: { name, unit } })
      }
  },
}

/** The two characters before 镇 are a name only where a word begins: not in 组织白 | 杨镇. */
function cutsAWord(words: readonly Word[] | undefined, at: number): boolean {
  return words?.some(word => word.start < at && at < word.end) ?? false
}
