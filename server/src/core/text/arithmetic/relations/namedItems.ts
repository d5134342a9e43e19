// NUM11 for names: 青石镇、柳河镇、白杨镇4个镇 — the number behind a list must be the number of names in it.

import { findQuantities, type Quantity } from '../../quantities'
import type { FigureMismatch } from '../reading/types'

const list =
  /(?:[^，。；：、（）()\d和及]{1,12}?(镇|乡|村|街道|社区|县|区)、)(?:[^，。；：、（）()\d和及]{1,8}\1[、和及]|[^，。；：、（）()\d和及]{1,8}\1以及){0,20}[^，。；：、（）()\d和及]{1,8}\1(等)?(?=[\d两三四五六七八九十]{1,3}个)/g

/** Where such a list may end, and what it counts. Far quicker than the list itself, which may begin at any character. */
const counted = /(镇|乡|村|街道|社区|县|区)等?[\d两三四五六七八九十]{1,3}个(?:\1|乡?镇|街道?镇)/

/** 白石镇、双河镇…4个乡镇 */
const town = /[镇乡道]$/
const towns = /^(?:乡镇|镇街|街镇|镇（街道）|乡镇（街道）)/

/** Lists of places that name their number. With 等 the names may be fewer, never more. */
export function checkNamedItems(text: string, figures: readonly Quantity[]): FigureMismatch[] {
  if (!figures.some(({ unit }) => unit === '个') || !counted.test(text)) return []
  const found: FigureMismatch[] = []
  for (const hit of text.matchAll(list)) {
    const [names, kind, open] = hit
    // 柳河镇、和平镇、…: a name that holds 和 tears the list; what precedes the match shows it.
    if ('、和及与”’）'.includes(text[hit.index - 1] ?? '。') && !text.startsWith('涉及', hit.index - 2))
      continue
    const at = hit.index + names.length
    const tail = /^[\d两三四五六七八九十]{1,3}个([^，。；：、（）()\d]{1,4})/.exec(text.slice(at, at + 12))
    if (!tail || !(tail[1]!.startsWith(kind!) || (town.test(kind!) && towns.test(tail[1]!)))) continue
    const stated = findQuantities(text.slice(at, at + 8))[0]
    if (stated?.start !== 0) continue
    const count = names.split(/、|和|及|以及/).filter(Boolean).length
    if (count === stated.value || (open && count < stated.value)) continue
    const written = text.slice(at, at + stated.end)
    found.push({
      start: at,
      end: at + stated.end,
      check: 'item-count',
      stated: written,
      expected: `${count}个`,
      working: `前面列出${count}个名称，后面写${written}，相差${Math.abs(count - stated.value)}个`,
      workingEnglish: `${count} names listed, ${stated.value} stated`,
      related: [{ start: hit.index, end: at }],
    })
  }
  return found
}
