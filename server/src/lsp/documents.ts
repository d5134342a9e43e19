// The open documents. Text is synchronised incrementally; the draft of a document follows edit by edit, when somebody asks
// for it, so that a burst of changes costs no more than the text.

import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver/node'
import {
  type Change,
  configFileName,
  type Draft,
  editDraft,
  lexiconFileName,
  openDraft,
  type Text,
} from '../core'
import { type Encoding, editedLines, type Lines, lineAt, linesOf, spanOf } from './lines'
import { fileKey } from './uri'

/** Drafts are checked; a configuration file and a lexicon are checked as such; anything else is kept and not read. */
export type Role = 'draft' | 'config' | 'lexicon' | 'other'

export interface OpenDocument {
  readonly uri: string
  readonly languageId: string
  readonly role: Role
  readonly version: number
  readonly text: string
  readonly lines: Lines
  /** The draft of exactly this text. The same object until the text changes. */
  readonly draft: Draft
}

/** Which lines a change touched: what the typing pause asks. */
export interface TouchedLines {
  /** First and last line in the text before. */
  readonly from: number
  readonly to: number
  /** The line that holds the end of the new text. */
  readonly now: number
}

export interface DocumentListener {
  opened?(document: OpenDocument): void
  /** `touched` is empty when the whole text was replaced. */
  changed?(document: OpenDocument, touched: readonly TouchedLines[]): void
  closed?(document: OpenDocument): void
  saved?(document: OpenDocument): void
}

/** More changes at once (replace all) are taken as one: the cost of a parse each would add up. */
const mostSingleEdits = 16

export interface Documents {
  /** Before the first document: what columns of this client count. */
  countIn(encoding: Encoding): void
  listen(listener: DocumentListener): void
  get(uri: string): OpenDocument | undefined
  all(): readonly OpenDocument[]
  open(item: TextDocumentItem): void
  change(params: DidChangeTextDocumentParams): void
  save(uri: string): void
  close(uri: string): void
}

export function createDocuments(): Documents {
  const open = new Map<string, SyncedDocument>()
  const listeners: DocumentListener[] = []
  let encoding: Encoding = 'utf-16'
  return {
    countIn(one) {
      encoding = one
    },
    listen: listener => void listeners.push(listener),
    get: uri => open.get(fileKey(uri)),
    all: () => [...open.values()],
    open(item) {
      const document = new SyncedDocument(item, encoding)
      open.set(fileKey(item.uri), document)
      for (const listener of listeners) listener.opened?.(document)
    },
    change({ textDocument, contentChanges }) {
      const document = open.get(fileKey(textDocument.uri))
      if (!document) return
      const touched = document.apply(contentChanges, textDocument.version)
      for (const listener of listeners) listener.changed?.(document, touched)
    },
    save(uri) {
      const document = open.get(fileKey(uri))
      if (document) for (const listener of listeners) listener.saved?.(document)
    },
    close(uri) {
      const document = open.get(fileKey(uri))
      if (!document) return
      open.delete(fileKey(uri))
      for (const listener of listeners) listener.closed?.(document)
    },
  }
}

interface Edited {
  readonly change: Change
  /** The whole text after it. */
  readonly text: Text
}

class SyncedDocument implements OpenDocument {
  readonly uri: string
  readonly languageId: string
  readonly role: Role
  version: number
  #lines: Lines
  #draft: Draft | undefined
  /** The draft holds the very text, no line break replaced. */
  #exact = true
  #pending: Edited[] = []

  constructor({ uri, languageId, version, text }: TextDocumentItem, encoding: Encoding) {
    this.uri = uri
    this.languageId = languageId
    this.role = roleOf(uri, languageId)
    this.version = version
    this.#lines = linesOf(text, encoding)
  }

  get text(): string {
    return String(this.#lines.text)
  }

  get lines(): Lines {
    return this.#lines
  }

  get draft(): Draft {
    if (!this.#draft || this.#pending.length > 0) {
      const exact = !this.#lines.loneReturns
      const edits = exact && this.#exact ? this.#pending : []
      this.#draft = drafted(
        edits.length > 0 ? this.#draft : undefined,
        edits,
        exact ? this.#lines.text : withLineFeeds(this.text),
      )
      this.#exact = exact
      this.#pending = []
    }
    return this.#draft
  }

  apply(changes: readonly TextDocumentContentChangeEvent[], version: number): TouchedLines[] {
    this.version = version
    let touched: TouchedLines[] = []
    for (const change of changes) {
      if (!('range' in change) || !change.range) {
        this.#lines = linesOf(change.text, this.#lines.encoding)
        this.#draft = undefined
        this.#pending = []
        touched = []
        continue
      }
      const before = this.#lines
      const span = spanOf(before, change.range)
      this.#lines = editedLines(before, span, change.text)
      if (this.#draft) this.#pending.push({ change: { ...span, text: change.text }, text: this.#lines.text })
      touched.push({
        from: lineAt(before, span.start),
        to: lineAt(before, span.end),
        now: lineAt(this.#lines, span.start + change.text.length),
      })
    }
    return touched
  }
}

function roleOf(uri: string, languageId: string): Role {
  const path = uri.split(/[?#]/, 1)[0]!.toLowerCase()
  if (path.endsWith(`/${configFileName}`)) return 'config'
  if (path.endsWith(`/${lexiconFileName}`)) return 'lexicon'
  return languageId === 'markdown' || /\.(?:md|markdown)$/.test(path) ? 'draft' : 'other'
}

/** Markdown knows no lone `\r`; to LSP it ends a line. A `\n` in its place leaves every offset where it is. */
function withLineFeeds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n')
}

function drafted(before: Draft | undefined, edits: readonly Edited[], text: string | Text): Draft {
  if (!before) return openDraft(text)
  try {
    if (edits.length > mostSingleEdits) return editDraft(before, hullOf(edits, text), text)
    return edits.reduce((draft, edit) => editDraft(draft, edit.change, edit.text), before)
  } catch {
    // What can be read at all can be read from scratch.
    return openDraft(text)
  }
}

/** One change that covers all of them: from the first place touched to the last. */
function hullOf(edits: readonly Edited[], text: string | Text): Change {
  let { start, end } = edits[0]!.change
  let endNow = start + edits[0]!.change.text.length
  for (const { change } of edits.slice(1)) {
    start = Math.min(start, change.start)
    const reach = Math.max(endNow, change.end)
    end += reach - endNow
    endNow = reach + change.text.length - (change.end - change.start)
  }
  return { start, end, text: text.slice(start, endNow) }
}

/** A document that is not open, read for one check. */
export function readDocument(uri: string, text: string, encoding: Encoding): OpenDocument {
  return new SyncedDocument({ uri, languageId: 'markdown', version: 0, text }, encoding)
}
