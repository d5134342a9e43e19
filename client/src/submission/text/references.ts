// Finds every image that a report shows: Markdown images (inline and by reference) and HTML img. What stands in
// code or comments is not shown and so not packed.
import type { SyntaxNodeRef, Tree } from '@lezer/common'
import { restBetween } from '../runtime'
import { decodeEntities, parseMarkdown, unescapeMarkdown } from './markdown'

/** An image as the report names it. `target` is the address with Markdown's own escapes undone. */
export interface ImageReference {
  target: string
  alt: string
  /** Offset in the text. */
  at: number
}

export async function imageReferences(text: string, bodyStart = 0): Promise<ImageReference[]> {
  const body = text.slice(bodyStart)
  // Most drafts show none, and a long one takes a while to parse.
  if (!/!\[|<img/i.test(body)) return []
  const tree = await parseMarkdown(body)
  const definitions = await gather(tree, body)
  const found: ImageReference[] = []
  await eachNode(tree, node => {
    if (node.name === 'Image') {
      const image = markdownImage(node, body, definitions)
      if (image) found.push({ ...image, at: bodyStart + node.from })
    }
    if (node.name === 'HTMLBlock' || node.name === 'HTMLTag') {
      for (const image of htmlImages(body.slice(node.from, node.to)))
        found.push({ ...image, at: bodyStart + node.from + image.at })
    }
  })
  return found
}

/** Every node of the tree in order, with pauses. */
async function eachNode(tree: Tree, visit: (node: SyntaxNodeRef) => void): Promise<void> {
  const cursor = tree.cursor()
  const rest = restBetween()
  do {
    visit(cursor)
    await rest()
  } while (cursor.next())
}

async function gather(tree: Tree, text: string): Promise<Map<string, string>> {
  const definitions = new Map<string, string>()
  await eachNode(tree, node => addDefinition(definitions, node, text))
  return definitions
}

/** `[label]: address` lines, by folded label. */
export function linkDefinitions(tree: Tree, text: string): Map<string, string> {
  const definitions = new Map<string, string>()
  tree.iterate({ enter: node => addDefinition(definitions, node, text) })
  return definitions
}

function addDefinition(definitions: Map<string, string>, node: SyntaxNodeRef, text: string): void {
  if (node.name !== 'LinkReference') return
  const label = node.node.getChild('LinkLabel')
  const url = node.node.getChild('URL')
  if (!label || !url) return
  const target = address(text.slice(url.from, url.to))
  if (!looksLikeAddress(target)) return
  const key = foldLabel(text.slice(label.from, label.to))
  if (!definitions.has(key)) definitions.set(key, target)
}

/** `[注]: 数据来自年报` has the form of an address for links, and is a sentence. */
const looksLikeAddress = (target: string): boolean =>
  /^(?:[a-z][a-z\d+.-]*:|[./#\\])|[/\\]|\.[a-z\d]{1,8}(?:[?#]|$)|^[\x21-\x7e]*$/i.test(target)

/** `[甲  乙]` and `[甲 乙]` are one label. */
export const foldLabel = (label: string): string =>
  label.slice(1, -1).trim().replace(/\s+/g, ' ').toLowerCase()

const address = (raw: string): string =>
  unescapeMarkdown(raw.startsWith('<') && raw.endsWith('>') ? raw.slice(1, -1) : raw).trim()

/** Alt text and address of an Image node; undefined where a reference leads nowhere. */
export function markdownImage(
  node: SyntaxNodeRef,
  text: string,
  definitions: ReadonlyMap<string, string>,
): { target: string; alt: string } | undefined {
  const marks = node.node.getChildren('LinkMark')
  const closing = marks.find(mark => text.slice(mark.from, mark.to) === ']')
  const alt = unescapeMarkdown(text.slice(node.from + 2, closing?.from ?? node.to))
  const url = node.node.getChild('URL')
  if (url) return { alt, target: address(text.slice(url.from, url.to)) }
  const label = node.node.getChild('LinkLabel')
  const written = label ? text.slice(label.from, label.to) : '[]'
  const key = foldLabel(
    written === '[]' ? `[${text.slice(node.from + 2, closing?.from ?? node.to)}]` : written,
  )
  const target = definitions.get(key)
  return target === undefined ? undefined : { alt, target }
}

const attribute = /([^\s"'<>/=]{1,60})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** img tags in a piece of HTML. Scans tag by tag: no pattern here can run away on hostile input. */
export function htmlImages(html: string): ImageReference[] {
  const found: ImageReference[] = []
  const withoutComments = html.replace(/<!--[\s\S]*?(?:-->|$)/g, whole => ' '.repeat(whole.length))
  const opening = /<img/gi
  for (let match = opening.exec(withoutComments); match; match = opening.exec(withoutComments)) {
    const start = match.index
    const end = tagEnd(withoutComments, start)
    opening.lastIndex = end
    const inside = withoutComments.slice(start + 4, end)
    if (!/^[\s/]/.test(inside)) continue
    const values = new Map<string, string>()
    for (const [, name = '', double, single, bare] of inside.matchAll(attribute)) {
      const value = double ?? single ?? bare
      if (value !== undefined && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), value)
    }
    const target = decodeEntities(values.get('src') ?? '').trim()
    if (target !== '') found.push({ target, alt: decodeEntities(values.get('alt') ?? ''), at: start })
  }
  return found
}

function tagEnd(html: string, start: number): number {
  let quote = ''
  for (let at = start; at < html.length; at++) {
    const char = html[at] ?? ''
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  return html.length
}
