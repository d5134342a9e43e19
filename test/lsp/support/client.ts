// A generic LSP client in memory: the server runs on a stream pair with a fake clock and files of the test's own.

import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import {
  type CancellationToken,
  type ClientCapabilities,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import type { Rule } from '../../../server/src/core'
import { gate } from '../../../server/src/lsp/gate'
import type { Runtime } from '../../../server/src/lsp/runtime'
import { startServer } from '../../../server/src/lsp/server'
import { fileKey } from '../../../server/src/lsp/uri'
import { type InitializationOptions, type Status, statusNotification } from '../../../server/src/protocol'
import { type FakeClock, fakeClock } from './clock'
import { testRules } from './rules'

/** What a modern VS Code says of itself, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    foldingRange: {},
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
  },
  window: { workDoneProgress: true },
}

/** A plain client that pulls, and pulls again when it is told to. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
}

export interface Setup {
  capabilities?: ClientCapabilities
  /** Nothing is said before the test says it: no `initialize`. */
  early?: boolean
  /** Further parameters of `initialize`, as a careless client sends them. */
  params?: object
  options?: InitializationOptions
  rules?: readonly Rule[]
  files?: Record<string, string>
  /** Editor settings for a URI; an error for a client that answers with one, `never` for one that does not answer. */
  settings?: (uri: string) => unknown
  folders?: readonly string[]
  locale?: string
  runtime?: Partial<Runtime>
}

export interface TestClient {
  readonly connection: ProtocolConnection
  readonly clock: FakeClock
  readonly files: Map<string, string>
  readonly initialized: InitializeResult
  readonly published: PublishDiagnosticsParams[]
  /** Each `ligao/didChangeStatus`. */
  readonly notifications: Status[]
  /** Requests of the server by method, such as `workspace/diagnostic/refresh`. */
  readonly asked: string[]
  readonly logs: string[]
  open(text: string, uri?: string, languageId?: string): string
  change(changes: readonly TextDocumentContentChangeEvent[], uri?: string): void
  /** Types text where `before` ends. */
  insert(text: string, after: string, uri?: string): void
  text(uri?: string): string
  pull(uri?: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport>
  items(uri?: string): Promise<Diagnostic[]>
  /** The place of a piece of text, found by the text itself. */
  range(words: string, uri?: string): Range
  position(words: string, uri?: string): Position
  /** Resolves when everything sent so far was handled. */
  settle(): Promise<void>
  dispose(): void
}

export const draftUri = 'file:///w/a/draft.md'

/** A head that makes any text a report. */
export const head = '---\n类型: 动态\n---\n\n'

const running: TestClient[] = []

/** To be called in `afterEach`. */
export function disposeAll(): void {
  for (const client of running.splice(0)) client.dispose()
}

export async function start(setup: Setup = {}): Promise<TestClient> {
  const up = new PassThrough()
  const down = new PassThrough()
  const clock = fakeClock()
  const files = new Map(Object.entries(setup.files ?? {}))
  // A file is found under any spelling of its address, as on a disk.
  const nameOf = (uri: string) => [...files.keys()].find(each => fileKey(each) === fileKey(uri)) ?? uri
  const logs: string[] = []
  const serverConnection = createConnection(
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
    gate(),
  )
  const server = startServer(serverConnection, {
    clock,
    files: {
      read: async uri => files.get(nameOf(uri)),
      picture: async uri => ({ exists: files.has(nameOf(uri)) }),
      list: async (folder, endings, limit) =>
        [...files.keys()]
          .filter(uri => uri.startsWith(folder) && endings.some(ending => uri.endsWith(ending)))
          .slice(0, limit),
    },
    breathe: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
    log: line => void logs.push(line),
    rules: setup.rules ?? testRules,
    ...setup.runtime,
  })
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const published: PublishDiagnosticsParams[] = []
  const notifications: Status[] = []
  const asked: string[] = []
  connection.onNotification(PublishDiagnosticsNotification.type, params => void published.push(params))
  connection.onNotification(statusNotification, params => void notifications.push(params))
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    Promise.all(
      items.map(async item => {
        const value = setup.settings?.(item.scopeUri ?? '')
        if (value instanceof Error) throw value
        return value === 'never' ? new Promise(() => {}) : (value ?? null)
      }),
    ),
  )
  for (const type of [
    DiagnosticRefreshRequest.type,
    CodeLensRefreshRequest.type,
    InlayHintRefreshRequest.type,
    RegistrationRequest.type,
  ])
    connection.onRequest(type.method, () => {
      asked.push(type.method)
      return null
    })
  connection.listen()
  const texts = new Map<string, { text: string; version: number }>()
  const initialize = () =>
    connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      locale: setup.locale ?? 'zh-cn',
      workspaceFolders: (setup.folders ?? ['file:///w']).map(uri => ({ uri, name: uri })),
      capabilities: setup.capabilities ?? fullCapabilities,
      initializationOptions: setup.options,
      ...setup.params,
    })
  const initialized = setup.early ? { capabilities: {} } : ((await initialize()) as InitializeResult)
  if (!setup.early) connection.sendNotification('initialized', {})

  const stateOf = (uri: string) => {
    const state = texts.get(uri)
    assert.ok(state, `${uri} is not open`)
    return state
  }
  const client: TestClient = {
    connection,
    clock,
    files,
    initialized,
    published,
    notifications,
    asked,
    logs,
    open(text, uri = draftUri, languageId = 'markdown') {
      texts.set(uri, { text, version: 1 })
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      })
      return uri
    },
    change(changes, uri = draftUri) {
      const state = stateOf(uri)
      state.version++
      for (const change of changes) state.text = applied(state.text, change)
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: state.version },
        contentChanges: changes,
      })
    },
    insert(text, after, uri = draftUri) {
      const at = client.range(after, uri).end
      client.change([{ range: { start: at, end: at }, text }], uri)
    },
    text: (uri = draftUri) => stateOf(uri).text,
    pull: (uri = draftUri, previousResultId, token) =>
      connection.sendRequest(
        DocumentDiagnosticRequest.type,
        { textDocument: { uri }, previousResultId },
        token,
      ) as Promise<DocumentDiagnosticReport>,
    async items(uri = draftUri) {
      const report = await client.pull(uri)
      assert.equal(report.kind, 'full')
      return report.kind === 'full' ? report.items : []
    },
    range(words, uri = draftUri) {
      const { text } = stateOf(uri)
      const at = text.indexOf(words)
      assert.ok(at >= 0, `no ${words}`)
      return { start: positionIn(text, at), end: positionIn(text, at + words.length) }
    },
    position: (words, uri = draftUri) => client.range(words, uri).start,
    async settle() {
      // A request is answered after everything sent before it; a few turns let the answers to the server through.
      for (let i = 0; i < 3; i++) {
        await connection.sendRequest('ligao/status', { uri: 'file:///none' }).catch(() => undefined)
        await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
      }
    },
    dispose() {
      server.dispose()
      connection.dispose()
      serverConnection.dispose()
      up.destroy()
      down.destroy()
    },
  }
  await client.settle()
  running.push(client)
  return client
}

const lineBreak = /\r\n|\r|\n/g

/** Written apart from the server's own arithmetic, so that the two can disagree. */
export function positionIn(text: string, offset: number): Position {
  let line = 0
  let start = 0
  for (const found of text.matchAll(lineBreak)) {
    const end = found.index + found[0].length
    if (end > offset) break
    line++
    start = end
  }
  return { line, character: offset - start }
}

export function offsetIn(text: string, { line, character }: Position): number {
  let start = 0
  let left = line
  for (const found of text.matchAll(lineBreak)) {
    if (left === 0) break
    left--
    start = found.index + found[0].length
  }
  return Math.min(start + character, text.length)
}

export function textAt(text: string, range: Range): string {
  return text.slice(offsetIn(text, range.start), offsetIn(text, range.end))
}

function applied(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text
  return (
    text.slice(0, offsetIn(text, change.range.start)) +
    change.text +
    text.slice(offsetIn(text, change.range.end))
  )
}
