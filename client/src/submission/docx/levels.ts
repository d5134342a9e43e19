// The outline of an official text: 一、（一）1.（1）. The number decides the level; a heading without one has the level
// of its Markdown depth.

export type Level = 1 | 2 | 3 | 4

const marks: readonly (readonly [Level, RegExp])[] = [
  [1, /^[一二三四五六七八九十百]+、/],
  [2, /^[（(][一二三四五六七八九十百]+[）)]/],
  [3, /^\d{1,2}(?:[.．、](?!\d))/],
  [4, /^[（(]\d{1,2}[）)]/],
]

export const markedLevel = (text: string): Level | undefined => marks.find(([, mark]) => mark.test(text))?.[0]

export const headingLevel = (text: string, depth: number): Level =>
  markedLevel(text) ?? (Math.min(4, Math.max(1, depth - 1)) as Level)

const longestHeading = 40

/**
 * Length of the part of a paragraph that is set as a heading: the whole of a short numbered line, or its first
 * sentence ("（一）缺人手。全镇…"). 0 where it is plain text. Third and fourth level have the body's own face.
 */
export function leadLength(text: string): { level: Level; length: number } | undefined {
  const level = markedLevel(text)
  if (level === undefined || level > 2) return undefined
  const stop = /[。：:]/.exec(text)
  const whole = stop === null || stop.index === text.length - 1
  if (whole && text.length <= longestHeading) return { level, length: text.length }
  if (!whole && stop.index < longestHeading && stop[0] === '。') return { level, length: stop.index + 1 }
  return undefined
}

/** A numbered line without a full stop stands alone, also when the next line follows without a blank one. */
export const isHeadingLine = (text: string): boolean =>
  markedLevel(text) !== undefined && text.length <= longestHeading && !/[。！？；，,;]$/.test(text)
