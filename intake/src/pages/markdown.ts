// A report as a page shows it. Markup that a writer puts between the lines is shown as the letters it is, addresses lead to the
// files of the package or nowhere, and what is left is only what the renderer itself makes.
import MarkdownIt from 'markdown-it'
import { readFrontMatter } from '../../../client/src/submission/text/frontMatter'
import { Html } from '../http/html'

const renderer = new MarkdownIt({ html: false, linkify: false })

/** `addressOf` tells where the picture lies that the report calls so; undefined where the package has none. */
export function rendered(text: string, addressOf: (reference: string) => string | undefined): Html {
  const front = readFrontMatter(text)
  const body = front ? text.slice(front.block.end) : text.replace(/^\ufeff/, '')
  const tokens = renderer.parse(body, {})
  for (const token of tokens.flatMap(each => each.children ?? [])) {
    if (token.type === 'image') token.attrSet('src', addressOf(String(token.attrGet('src'))) ?? '')
    // A link out of a report would lead a clerk to wherever a sender likes; its words are enough.
    if (token.type === 'link_open') token.attrs = null
  }
  return new Html(renderer.renderer.render(tokens, renderer.options, {}))
}
