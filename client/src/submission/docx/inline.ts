// Inline Markdown to runs of text with their marks.
import type { SyntaxNode } from '@lezer/common'
import { unescapeMarkdown } from '../text/markdown'
import { htmlImages, markdownImage } from '../text/references'

export type Run =
  | { kind: 'text'; text: string; bold?: boolean; italic?: boolean; strike?: boolean }
  | { kind: 'break'; hard: boolean }
  | { kind: 'image'; target: string; alt: string }

type Marks = Pick<Extract<Run, { kind: 'text' }>, 'bold' | 'italic' | 'strike'>

export const textOf = (runs: readonly Run[]): string =>
  runs.map(run => (run.kind === 'text' ? run.text : '')).join('')

// Word refuses the whole file for one of these.
const printable = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

export function inlineRuns(node: SyntaxNode, text: string, definitions: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = []
  const add = (from: number, to: number, marks: Marks) => {
    for (const [index, line] of text.slice(from, to).split(/\r?\n/).entries()) {
      if (index > 0) runs.push({ kind: 'break', hard: false })
      const shown = printable(index > 0 ? line.replace(/^(?:[ \t]*>)+ ?|^[ \t]+/, '') : line)
      if (shown !== '') runs.push({ kind: 'text', text: shown, ...marks })
    }
  }
  const walk = (parent: SyntaxNode, from: number, to: number, marks: Marks) => {
    let at = from
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.from < from) continue
      add(at, child.from, marks)
      at = child.to
      visit(child, marks)
    }
    add(at, to, marks)
  }
  const visit = (child: SyntaxNode, marks: Marks) => {
    switch (child.name) {
      case 'StrongEmphasis':
        return walk(child, child.from, child.to, { ...marks, bold: true })
      case 'Emphasis':
        return walk(child, child.from, child.to, { ...marks, italic: true })
      case 'Strikethrough':
        return walk(child, child.from, child.to, { ...marks, strike: true })
      case 'InlineCode':
        return walk(child, child.from, child.to, marks)
      case 'Link':
        return walkLabel(child, marks)
      case 'Autolink':
        return add(child.from + 1, child.to - 1, marks)
      case 'URL':
        return add(child.from, child.to, marks)
      case 'Escape':
      case 'Entity':
        runs.push({
          kind: 'text',
          text: printable(unescapeMarkdown(text.slice(child.from, child.to))),
          ...marks,
        })
        return
      case 'HardBreak':
        runs.push({ kind: 'break', hard: true })
        return
      case 'Image': {
        const image = markdownImage(child, text, definitions)
        if (image) runs.push({ kind: 'image', ...image })
        else add(child.from, child.to, marks)
        return
      }
      case 'HTMLTag':
        return html(text.slice(child.from, child.to))
      case 'TaskMarker':
        runs.push({ kind: 'text', text: /x/i.test(text.slice(child.from, child.to)) ? '☑' : '☐', ...marks })
        return
      default:
        // Marks (**, `, ], #, >) and comments are not for paper.
        if (child.firstChild) walk(child, child.from, child.to, marks)
    }
  }
  const walkLabel = (link: SyntaxNode, marks: Marks) => {
    const [open, close] = link.getChildren('LinkMark')
    if (!open || !close) return add(link.from, link.to, marks)
    let at = open.to
    for (let child = open.nextSibling; child && child.from < close.from; child = child.nextSibling) {
      add(at, child.from, marks)
      at = child.to
      visit(child, marks)
    }
    add(at, close.from, marks)
  }
  const html = (tag: string) => {
    if (/^<br\b/i.test(tag)) runs.push({ kind: 'break', hard: true })
    for (const image of htmlImages(tag)) runs.push({ kind: 'image', target: image.target, alt: image.alt })
  }
  if (node.name === 'HTMLBlock') htmlBlock(text.slice(node.from, node.to), runs)
  else walk(node, node.from, node.to, {})
  return runs.flatMap(run => (run.kind === 'text' && !run.bold ? leftoverBold(run) : [run]))
}

// "**一是人手不足。**全镇…": Markdown takes no emphasis that ends in a full stop before a character, and leaves the
// asterisks. No official text has them on purpose; its writer meant bold.
function leftoverBold(run: Extract<Run, { kind: 'text' }>): Run[] {
  if (!run.text.includes('**')) return [run]
  const pieces = run.text.split(/\*\*(?=\S)([^*]+)\*\*/)
  return pieces
    .map((text, index) => ({ ...run, text, ...(index % 2 === 1 && { bold: true }) }))
    .filter(({ text }) => text !== '')
}

// Images and bare text of an HTML block, in order.
function htmlBlock(source: string, runs: Run[]): void {
  const plain = source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<script\b[\s\S]*?(?:<\/script\s*>|$)/gi, '')
    .replace(/<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, '')
  for (const piece of plain.split(/(<[^<>]*>)/)) {
    if (!piece.startsWith('<')) {
      const text = printable(unescapeMarkdown(piece.replaceAll('\\', '\\\\'))).replace(/\s+/g, ' ')
      if (text.trim() !== '') runs.push({ kind: 'text', text })
      continue
    }
    for (const image of htmlImages(piece)) runs.push({ kind: 'image', target: image.target, alt: image.alt })
    if (/^<\/?(?:br|p|div|tr|table|li|ul|ol|h\d)\b/i.test(piece)) runs.push({ kind: 'break', hard: true })
  }
}
