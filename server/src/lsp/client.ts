// What this client can do, read once from `initialize`. Everything the server does for a capable client has a plainer form
// for one that is not.

import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node'
import type { Language } from '../core'
import type { InitializationOptions } from '../protocol'
import type { Encoding } from './lines'
import { uriOfPath } from './uri'

export interface Client {
  /**
   * Asks for diagnostics by itself and asks again when the server wants it to. A client that pulls but cannot be told to
   * pull again would never hear what comes late (a picture, another report, the clock); it is sent everything instead.
   */
  readonly pullsDiagnostics: boolean
  readonly positionEncoding: Encoding
  readonly relatedInformation: boolean
  readonly codeDescription: boolean
  readonly codeActionLiterals: boolean
  readonly documentChanges: boolean
  readonly snippetEdits: boolean
  readonly snippetCompletions: boolean
  readonly hierarchicalSymbols: boolean
  readonly markdownHover: boolean
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly registersWatchers: boolean
  readonly showsProgress: boolean
  /** Language of the user interface. */
  readonly language: Language
  readonly folders: readonly string[]
  readonly options: InitializationOptions
}

export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace, window } = params.capabilities ?? {}
  const options = isRecord(params.initializationOptions) ? params.initializationOptions : {}
  const commands = Array.isArray(options.commands) ? options.commands.filter(isString) : []
  return {
    pullsDiagnostics: isRecord(textDocument?.diagnostic) && refreshesDiagnostics(workspace),
    positionEncoding: encodingOf(params.capabilities),
    // Before LSP 3.18 what a diagnostic may hold was said under `publishDiagnostics` only, by clients that pull as well.
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    codeDescription:
      textDocument?.diagnostic?.codeDescriptionSupport === true ||
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    language: params.locale && !/^zh\b/i.test(params.locale) ? 'en' : 'zh',
    folders: foldersOf(params),
    options: {
      ruleDocs: isString(options.ruleDocs) ? options.ruleDocs : undefined,
      ruleLink: isString(options.ruleLink) ? options.ruleLink : undefined,
      commands,
      status: options.status === true,
      messageOverHover: options.messageOverHover === true,
      settings: options.settings,
    },
  }
}

/** The spelling of older protocol crates is `diagnostic`. */
function refreshesDiagnostics(workspace: ClientCapabilities['workspace']): boolean {
  const { diagnostics, diagnostic } = (workspace ?? {}) as Record<string, { refreshSupport?: unknown } | null>
  return diagnostics?.refreshSupport === true || diagnostic?.refreshSupport === true
}

/** UTF-16 is what everything here counts in, so it is taken wherever the client can. */
function encodingOf(capabilities: ClientCapabilities): Encoding {
  const offered: readonly unknown[] = capabilities.general?.positionEncodings ?? []
  if (offered.length === 0 || offered.includes('utf-16')) return 'utf-16'
  return offered.find((each): each is Encoding => each === 'utf-8' || each === 'utf-32') ?? 'utf-16'
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(folder => folder.uri)
  if (rootUri) return [rootUri]
  return rootPath ? [uriOfPath(rootPath)] : []
}

export function hasCommand(client: Client, command: string): boolean {
  return client.options.commands?.includes(command) ?? false
}

const isString = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
