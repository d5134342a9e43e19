// Where one paragraph ends and the next begins. Who does not know Markdown presses Enter once between paragraphs; Markdown takes
// that for a space. So a line end parts, unless the line shows that it goes on.
import { isHeadingLine, markedLevel } from './levels'
import { type Block, type Run, textOf, trimmed } from './model'
import { widthOf } from './signature'

interface Line {
  runs: Run[]
  /** Whether it ended with a break that was meant (two blanks, a backslash, br). */
  hard: boolean
}

/** Cuts inline content into paragraphs and pictures. */
export function joinedLines(runs: readonly Run[], indent: number): Block[] {
  const blocks: Block[] = []
  let lines: Line[] = []
  let line: Run[] = []
  const end = (hard: boolean) => {
    lines.push({ runs: line, hard })
    line = []
  }
  const flush = () => {
    end(true)
    for (const each of paragraphs(lines)) blocks.push({ kind: 'paragraph', runs: each, indent })
    lines = []
  }
  for (const run of runs)
    if (run.kind === 'image') {
      flush()
      blocks.push({ kind: 'image', target: run.target, alt: run.alt })
    } else if (run.kind === 'break') end(run.hard)
    else line.push(run)
  flush()
  return blocks
}

function paragraphs(lines: readonly Line[]): Run[][] {
  const texts = lines.map(({ runs }) => textOf(runs))
  const wrapped = wrapWidth(texts)
  const found: Run[][] = []
  let open: Run[] = []
  lines.forEach(({ runs, hard }, at) => {
    open.push(...runs)
    const [text, next] = [texts[at]!.trim(), texts[at + 1]]
    if (next !== undefined && !hard && goesOn(text, next, wrapped)) {
      if (/[\p{Script=Latin}\d,.;:]$/u.test(text) && /^[\p{Script=Latin}\d]/u.test(next.trimStart()))
        open.push({ kind: 'text', text: ' ' })
      return
    }
    const clean = trimmed(open)
    if (clean.length > 0) found.push(clean)
    open = []
  })
  return found
}

const endsParagraph = /[。！？：；…!?;:][”’」』）)》"']?$/
const beginsParagraph =
  /^(?:[\u3000\u2003]|[①-⑳⑴-⒇]|[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，、]|[甲乙丙丁戊A-Z][、.．]|[|｜]|\d{4}年\d{1,2}月\d{1,2}日$)/
/** A comma, an open bracket, a dash: the sentence goes on. */
const isOpen = /[，、,（(“‘《〈【［—－]$/
/** Marks that no line begins with. */
const isClosing = /^[，、。；：！？）)”’》〉】］%％℃]/

function goesOn(text: string, next: string, wrapped: number): boolean {
  const ahead = next.trimStart()
  if (text === '' || ahead === '') return true
  if (isClosing.test(ahead)) return true
  if (endsParagraph.test(text) || beginsParagraph.test(next) || beginsParagraph.test(ahead)) return false
  if (markedLevel(ahead) !== undefined || isHeadingLine(text)) return false
  if (isOpen.test(text)) return true
  // A word of a Western language is never glued, and a line of them was wrapped by a program.
  if (/\p{Script=Latin}[,.]?$/u.test(text) && /^\p{Script=Latin}/u.test(ahead)) return true
  return wrapped > 0 && Math.abs(widthOf(text) - wrapped) <= 2
}

/** What a program cut a paragraph at: the width, in characters, of two lines or more that are as long as each other; else 0. */
function wrapWidth(texts: readonly string[]): number {
  if (texts.length < 3) return 0
  const widths = texts.slice(0, -1).map(text => widthOf(text.trim()))
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  const full = widths.filter(width => widest - width <= 2).length
  return widest >= 18 && full >= 2 && full >= widths.length * 0.6 ? widest : 0
}
