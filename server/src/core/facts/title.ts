// The title of a draft, and where a finding about the whole draft is shown: there, otherwise at its first words.

import type { DocumentView, Place } from '../engine/rule'

const longest = 40

/** The first block that says something: comments and pictures may stand before it. As many as there are where none does. */
export function firstTextBlock(document: DocumentView): number {
  for (let i = 0; i < document.blockCount; i++) if (document.block(i).text !== '') return i
  return document.blockCount
}

export function firstWords(document: DocumentView): Place {
  const first = firstTextBlock(document)
  if (first === document.blockCount) return { source: { start: 0, end: 0 } }
  return { block: first, start: 0, end: Math.min(document.block(first).text.length, longest) }
}

/** Writers who use no `#` put the title on the first line, short and without a full stop. */
export function isBareTitle(text: string): boolean {
  return text.length >= 5 && text.length <= 50 && !/[。；：]/.test(text) && !numbered.test(text)
}

/** 一、 1. （一） 一是 open a part; 三举措做好…… and 1—5月…… are titles. */
const numbered = /^(?:[一二三四五六七八九十]{1,3}[、是要，]|[（(]|\d{1,2}[、.．)）])/
