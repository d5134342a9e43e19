// Writes 迟报原因 into the front matter: a late report may go out, and says why it is late.
import { readFrontMatter } from './frontMatter'
import type { TextEdit } from './handInFields'

/** Undefined where the front matter cannot be read, so that no line of it is damaged. */
export function lateReasonEdit(text: string, reason: string): TextEdit | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const line = `迟报原因: ${scalar(reason)}${eol}`
  const front = readFrontMatter(text)
  if (!front) {
    const start = text.startsWith('\ufeff') ? 1 : 0
    return { start, end: start, newText: `---${eol}${line}---${eol}${eol}` }
  }
  const yaml = text.slice(front.yaml.start, front.yaml.end)
  if (front.broken || /^\s*\{/.test(yaml)) return undefined
  // A line that is there and empty is filled; a value is the writer's own and stays.
  if (front.values.迟报原因) return undefined
  const empty = /^[ \t\u3000]*(?:迟报原因|late_reason)[ \t]*[:：][ \t]*(?:#.*)?(?:\r?\n|$)/m.exec(yaml)
  const start = front.yaml.start + (empty ? empty.index : yaml.length)
  return { start, end: start + (empty?.[0].length ?? 0), newText: line }
}

const scalar = (value: string): string => {
  const oneLine = value.replace(/\s+/g, ' ').trim()
  return /^[\p{L}\p{N}][\p{L}\p{N}，。、；（）“”·-]*$/u.test(oneLine) ? oneLine : JSON.stringify(oneLine)
}
