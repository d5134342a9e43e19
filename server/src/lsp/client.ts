// What this client can do, read once from `initialize`. Everything the server does for a capable client has a plainer form
// for one that is not.

import type { InitializeParams } from 'vscode-languageserver/node'
import type { Language } from '../core'
import type { InitializationOptions } from '../protocol'

export interface Client {
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
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
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
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
    folders: params.workspaceFolders?.map(folder => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
    options: {
      ruleDocs: isString(options.ruleDocs) ? options.ruleDocs : undefined,
      commands,
      status: options.status === true,
      settings: options.settings,
    },
  }
}

export function hasCommand(client: Client, command: string): boolean {
  return client.options.commands?.includes(command) ?? false
}

const isString = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
