// Inline Markdown to runs of text with their marks.
import type { SyntaxNode } from '@lezer/common'
import { unescapeMarkdown } from '../text/markdown'
import { foldLabel, markdownImage } from '../text/references'
import { type HtmlTag, printable, settleTags, tagOf } from './htmlTags'
import { type Marks, mergedText, type Run, type TextRun } from './model'

/** What inline content is read with. */
export interface InlineSource {
  text: string
  definitions: ReadonlyMap<string, string>
  /** The run for a call of a footnote; undefined where no such note is in the draft. */
  cite(mark: string): Run | undefined
}

type Style = Pick<Marks, 'bold' | 'italic' | 'strike'>

const styles: Record<string, Style> = {
  StrongEmphasis: { bold: true },
  Emphasis: { italic: true },
  Strikethrough: { strike: true },
}

export function inlineRuns(node: SyntaxNode, source: InlineSource): Run[] {
  const { text, definitions } = source
  const runs: (Run | HtmlTag)[] = []
  const say = (words: string, style: Style) => {
    const shown = printable(words)
    if (shown !== '') runs.push({ kind: 'text', text: shown, ...style })
  }
  const add = (from: number, to: number, style: Style) => {
    for (const [index, line] of text.slice(from, to).split(/\r?\n/).entries()) {
      if (index > 0) runs.push({ kind: 'break', hard: false })
      say(index > 0 ? line.replace(/^(?:[ \t]*>)+ ?|^[ \t]+/, '') : line, style)
    }
  }
  /** The text between two places with what stands in it, but for the nodes that `skip` names. */
  const walk = (
    parent: SyntaxNode,
    from: number,
    to: number,
    style: Style,
    shows: (child: SyntaxNode) => boolean,
  ) => {
    let at = from
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.from < from || child.to > to) continue
      add(at, child.from, style)
      at = child.to
      if (shows(child)) add(child.from, child.to, style)
      else visit(child, style)
    }
    add(at, to, style)
  }
  const none = () => false
  const visit = (child: SyntaxNode, style: Style) => {
    switch (child.name) {
      case 'StrongEmphasis':
      case 'Emphasis':
      case 'Strikethrough':
        return isSign(child, text)
          ? walk(child, child.from, child.to, style, each => each.name.endsWith('Mark'))
          : walk(child, child.from, child.to, { ...style, ...styles[child.name] }, none)
      case 'InlineCode':
        return walk(child, child.from, child.to, style, none)
      case 'Link':
        return link(child, style)
      case 'FootnoteReference': {
        const note = source.cite(text.slice(child.from, child.to))
        return note ? void runs.push(note) : add(child.from, child.to, style)
      }
      case 'Autolink':
        return add(child.from + 1, child.to - 1, style)
      case 'URL':
        return add(child.from, child.to, style)
      case 'Escape':
      case 'Entity':
        return say(unescapeMarkdown(text.slice(child.from, child.to)), style)
      case 'HardBreak':
        return void runs.push({ kind: 'break', hard: true })
      case 'Image': {
        const image = markdownImage(child, text, definitions)
        return image ? void runs.push({ kind: 'image', ...image }) : add(child.from, child.to, style)
      }
      case 'HTMLTag':
        return void runs.push(tagOf(text.slice(child.from, child.to)))
      case 'TaskMarker':
        return say(/x/i.test(text.slice(child.from, child.to)) ? '☑' : '☐', style)
      default:
        // Marks (**, `, ], #, >) and comments are not for paper.
        if (child.firstChild) walk(child, child.from, child.to, style, none)
    }
  }
  const link = (node: SyntaxNode, style: Style) => {
    const [open, close] = node.getChildren('LinkMark')
    // Brackets that lead nowhere are brackets: 云政发[2026]12号.
    if (!open || !close || !leadsSomewhere(node, source))
      return walk(node, node.from, node.to, style, each => /^Link(?:Mark|Label)$/.test(each.name))
    walk(node, open.to, close.from, style, none)
  }
  walk(node, node.from, node.to, {}, none)
  return mergedText(settleTags(runs)).flatMap(run =>
    run.kind === 'text' && !run.bold ? leftoverBold(run) : [run],
  )
}

function leadsSomewhere(link: SyntaxNode, { text, definitions }: InlineSource): boolean {
  if (link.getChild('URL')) return true
  // The empty address of `[甲]()`.
  if (link.getChildren('LinkMark').length > 2) return true
  return definitions.has(linkLabel(link, text))
}

/** The folded label by which a link or a picture without an address of its own names one. */
export function linkLabel(link: SyntaxNode, text: string): string {
  const label = link.getChild('LinkLabel')
  const written = label ? text.slice(label.from, label.to) : '[]'
  const [open, close] = link.getChildren('LinkMark')
  if (written !== '[]') return foldLabel(written)
  return open && close ? foldLabel(text.slice(open.to - 1, close.to)) : ''
}

/**
 * Signs that Markdown takes for marks. A star that stands right between two characters of a word multiplies (5*8米) or stands for
 * a character that is not told (张*明); two between figures are a power; ~~ between figures is a range.
 */
function isSign(node: SyntaxNode, text: string): boolean {
  const mark = node.firstChild
  if (!mark) return false
  const before = text[mark.from - 1] ?? ''
  const after = text[mark.to] ?? ''
  if (node.name === 'Emphasis') return /[\p{L}\p{N}）)%]/u.test(before) && /[\p{L}\p{N}（(]/u.test(after)
  return /[\d０-９]/.test(before) && /[\d０-９]/.test(after)
}

// "**一是人手不足。**全镇…": Markdown takes no emphasis that ends in a full stop before a character, and leaves the
// asterisks. No official text has them on purpose; its writer meant bold.
function leftoverBold(run: TextRun): Run[] {
  if (!run.text.includes('**')) return [run]
  const pieces = run.text.split(/(?<!\d(?=\*\*\d))\*\*(?=\S)([^*]+)\*\*/)
  return pieces
    .map((text, index) => ({ ...run, text, ...(index % 2 === 1 && { bold: true }) }))
    .filter(({ text }) => text !== '')
}
