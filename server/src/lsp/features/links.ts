// Pictures in the text and attachments in the front matter open with a click.

import type { DocumentLink } from 'vscode-languageserver/node'
import { resolveAddress } from '../../address'
import type { Span } from '../../core'
import type { OpenDocument } from '../documents'
import { rangeOf } from '../lines'
import { checkedReport, type Feature, guarded } from '../services'

export const links: Feature = services => {
  services.connection.onDocumentLinks(
    guarded(services, 'documentLink', null, async ({ textDocument: { uri } }) => {
      const checked = await checkedReport(services, uri)
      return checked ? linksOf(checked.document) : []
    }),
  )
  return { capabilities: { documentLinkProvider: { resolveProvider: false } } }
}

function linksOf(document: OpenDocument): DocumentLink[] {
  return [...images(document), ...attachments(document)].flatMap(({ path, span }) => {
    const target = resolveAddress(document.uri, path)
    return target ? [{ range: rangeOf(document.lines, span), target }] : []
  })
}

interface Reference {
  readonly path: string
  readonly span: Span
}

function images({ draft }: OpenDocument): Reference[] {
  return draft.blocks.flatMap(({ block, start }) =>
    block.inline.images.flatMap(image => {
      const url = image.url.replace(/^<|>$/g, '')
      const at = block.source.indexOf(image.url, image.start + 2 + image.alt.length)
      if (url === '' || at < 0 || at >= image.end) return []
      return [{ path: url, span: { start: start + at, end: start + at + image.url.length } }]
    }),
  )
}

function attachments({ draft, text }: OpenDocument): Reference[] {
  const entry = draft.frontMatter?.entries.get('附件')
  if (!entry) return []
  let from = entry.value.start
  return entry.list.flatMap(path => {
    const at = text.indexOf(path, from)
    if (path === '' || at < 0 || at + path.length > entry.value.end) return []
    from = at + path.length
    return [{ path: path.replace(/^(['"])(.*)\1$/, '$2'), span: { start: at, end: at + path.length } }]
  })
}
