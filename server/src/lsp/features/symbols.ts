// The Chinese outline (# and 一、（一）1.（1） in one tree) as symbols of the document.

import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node'
import type { Section } from '../../core'
import type { OpenDocument } from '../documents'
import { rangeOf } from '../lines'
import { checkedReport, type Feature, guarded } from '../services'
import { shortened } from '../words'

export const symbols: Feature = services => {
  services.connection.onDocumentSymbol(
    guarded(services, 'documentSymbol', null, async ({ textDocument: { uri } }) => {
      const checked = await checkedReport(services, uri)
      if (!checked) return []
      const tree = symbolsOf(checked.document, checked.document.draft.outline.children)
      return services.client.hierarchicalSymbols ? tree : flattened(tree, uri)
    }),
  )
  return { capabilities: { documentSymbolProvider: true } }
}

function symbolsOf(document: OpenDocument, sections: readonly Section[]): DocumentSymbol[] {
  const { blocks } = document.draft
  return sections.flatMap(section => {
    const placed = blocks[section.headingBlock]
    const last = blocks[section.to - 1]
    if (!placed || !last) return []
    return [
      {
        name: nameOf(section, placed.block.text),
        kind: SymbolKind.String,
        range: rangeOf(document.lines, { start: placed.start, end: Math.max(last.end, placed.end) }),
        selectionRange: rangeOf(document.lines, placed),
        children: symbolsOf(document, section.children),
      },
    ]
  })
}

/** The heading as it stands, its number included; a heading that runs into its text ends with its own words. */
function nameOf({ title }: Section, text: string): string {
  const end = title === '' ? -1 : text.indexOf(title)
  const whole = end < 0 ? text : text.slice(0, end + title.length)
  return shortened(whole, 80) || '（无标题）'
}

function flattened(
  tree: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return tree.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, containerName },
    ...flattened(children ?? [], uri, name),
  ])
}
