// A draft that carries a classification mark: its words may stand in no list, calendar, report or message.

import type { Draft } from '../document/document'
import { markedLine, namesLevel } from '../text/classification'

/** Stands where a title would. */
export const withheldTitle = '（稿件带密级标志，内容不显示）'

/** Head and body; what YAML hides in the head counts by its line. */
export function isClassified({ frontMatter, text }: Draft): boolean {
  const level = frontMatter?.entries.get('密级')
  if (level?.list.some(namesLevel)) return true
  const whole = String(text)
  return /密|&/.test(whole) && markedLine(whole.split(/\r\n?|\n/)) >= 0
}
