// Where a completion goes. Editors take a whole run of Chinese characters for one word and would look for 收入520万元 in
// every offer, so each offer names the characters that it stands for.

import type { CompletionItem, Position } from 'vscode-languageserver/node'

/** Offers in the place of `typed`, which ends at the cursor; only those that hold what was typed of them. */
export function placed(
  items: readonly CompletionItem[],
  { line, character }: Position,
  typed: string,
): CompletionItem[] {
  const range = { start: { line, character: character - typed.length }, end: { line, character } }
  const wanted = typed.trim().toLowerCase()
  return items
    .filter(({ label, filterText }) => (filterText ?? label).toLowerCase().includes(wanted))
    .map(item => {
      const newText = item.insertText ?? item.label
      return { ...item, filterText: item.filterText ?? found(item.label), textEdit: { range, newText } }
    })
}

/** Editors read no more of a filter. */
const longestFilter = 120
const piece = 4

/**
 * In Chinese the middle of a name is as good a start as its beginning: 青石 for 云岭县青石镇人民政府. Editors begin at the start
 * of a word only, so each place of the name begins one.
 */
function found(label: string): string {
  if (!/[一-鿿]{3}/.test(label)) return label
  let filter = label
  for (let at = 1; at < label.length - 1; at++) {
    const next = `${filter} ${label.slice(at, at + piece)}`
    if (next.length > longestFilter) break
    filter = next
  }
  return filter
}
