// An edit in the best form that the client takes: with tab stops, with a version, or plain.

import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node'
import type { Client } from '../client'
import type { OpenDocument } from '../documents'

export interface PlacedEdit extends TextEdit {
  /** `newText` holds tab stops. */
  readonly snippet?: boolean
}

export function toWorkspaceEdit(
  client: Pick<Client, 'documentChanges' | 'snippetEdits'>,
  document: Pick<OpenDocument, 'uri' | 'version'>,
  edits: readonly PlacedEdit[],
): WorkspaceEdit {
  const plain = ({ range, newText, snippet }: PlacedEdit): TextEdit => ({
    range,
    newText: snippet ? withoutTabStops(newText) : newText,
  })
  if (!client.documentChanges) return { changes: { [document.uri]: edits.map(plain) } }
  return {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: edits.map((edit): TextEdit | SnippetTextEdit =>
          edit.snippet && client.snippetEdits
            ? { range: edit.range, snippet: { kind: 'snippet', value: edit.newText } }
            : plain(edit),
        ),
      },
    ],
  }
}

/** `由${1:单位}于${2|今日,明日|}办结$0` → `由单位于今日办结`. */
export function withoutTabStops(snippet: string): string {
  let text = snippet
  // The innermost placeholder first, since they may stand in each other.
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(
      /(?<!\\)\$(?:\d+|\{\d+\}|\{\d+\|((?:[^,|\\}]|\\.)*)[^}]*\}|\{\d+:((?:[^{}\\]|\\.)*)\})/g,
      (_, choice?: string, placeholder?: string) => choice ?? placeholder ?? '',
    )
  }
  return text.replace(/\\([$}\\,|])/g, '$1')
}

/** Text of ours inside a snippet. */
export function asSnippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
