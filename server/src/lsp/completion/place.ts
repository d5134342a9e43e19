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
      // In Chinese the middle of a name is as good a start as its beginning: 青石 for 云岭县青石镇人民政府.
      return { ...item, filterText: `${typed}${item.filterText ?? item.label}`, textEdit: { range, newText } }
    })
}
