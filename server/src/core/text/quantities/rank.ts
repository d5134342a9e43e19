// 第2位 and 前10名 are ranks, 第三产业 is a name; 三成 is a share, 三成立 is not.

import type { Unit } from './units'

const ranked = /[居列排](?:名|在|到|至|全|第)?[^，。；：]{0,14}$/

/** 第2位 and 前3名 are ranks; any other 第N is a label. */
export function rankOf(
  text: string,
  start: number,
  end: number,
  unit: Unit | undefined,
): 'rank' | 'label' | undefined {
  const before = text[start - 1]
  if (before === '第') {
    if (unit?.text === '位' || unit?.text === '名') return 'rank'
    if (unit) return 'label'
    const closed = end >= text.length || '，。；、）)！'.includes(text[end]!)
    return closed && ranked.test(text.slice(Math.max(0, start - 18), start - 1)) ? 'rank' : 'label'
  }
  if (before === '前') {
    if (unit?.text === '位' || unit?.text === '名') return 'rank'
    if (text[end] === '强') return 'rank'
  }
  return undefined
}

/** 三成 is a share, 三成立 is not. */
export function notTenths(text: string, end: number): boolean {
  return end < text.length && '立为功果员效本绩交熟长套片型品人年分份色就因活才像了群'.includes(text[end]!)
}
