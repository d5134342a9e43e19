// Puts the server together on any connection: transport-free, clock and files passed in.

import {
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import { createAnswers } from './answers'
import { type Check, createChecks } from './checks'
import { type Client, readClient } from './client'
import { linksTo } from './convert'
import { createDocuments, type OpenDocument } from './documents'
import { createEarlier } from './earlier'
import { features } from './features'
import { answerRefused } from './gate'
import { describe } from './log'
import { createPictures } from './pictures'
import type { Runtime } from './runtime'
import { createClauses, createWords } from './segmentation'
import type { Feature, Services } from './services'
import { createSettings, type ResourceSettings } from './settings'
import { fileKey } from './uri'
import { createWake } from './wake'

export interface RunningServer {
  /** Stops every timer. */
  dispose(): void
}

export function startServer(connection: Connection, runtime: Runtime): RunningServer {
  const documents = createDocuments()
  const write = runtime.log ?? ((line: string) => connection.console.log(line))
  const log = (what: string, error?: unknown) =>
    write(error === undefined ? what : `${what}: ${describe(error)}`)
  let running: ReturnType<Feature>[] = []

  connection.onDidOpenTextDocument(({ textDocument }) => documents.open(textDocument))
  connection.onDidChangeTextDocument(params => documents.change(params))
  connection.onDidSaveTextDocument(({ textDocument }) => documents.save(textDocument.uri))
  connection.onDidCloseTextDocument(({ textDocument }) => documents.close(textDocument.uri))

  answerRefused(connection)
  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params)
    documents.countIn(client.positionEncoding)
    const services = createServices(connection, runtime, documents, client, log)
    running = [...features.map(feature => feature(services)), { dispose: services.dispose }]
    const capabilities = running.map(feature => feature.capabilities ?? {})
    return {
      capabilities: Object.assign(
        {
          positionEncoding: client.positionEncoding,
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        } satisfies ServerCapabilities,
        ...capabilities,
      ),
      serverInfo: { name: 'ligao', version: runtime.version },
    }
  })
  connection.onInitialized(() => {
    for (const feature of running) feature.initialized?.()
  })
  const dispose = () => {
    for (const feature of running) feature.dispose?.()
    running = []
  }
  connection.onShutdown(dispose)
  connection.listen()
  return { dispose }
}

function createServices(
  connection: Connection,
  runtime: Runtime,
  documents: ReturnType<typeof createDocuments>,
  client: Client,
  log: Services['log'],
): Services & { dispose(): void } {
  const refreshed: (() => void)[] = []
  const answered: ((document: OpenDocument, check: Check) => void)[] = []
  const refresh = () => {
    for (const listener of refreshed) listener()
  }
  let folders = [...client.folders]
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    const gone = event.removed.map(folder => fileKey(folder.uri))
    folders = [...folders.filter(uri => !gone.includes(fileKey(uri))), ...event.added.map(({ uri }) => uri)]
    earlier.wanted()
    refresh()
  })
  const ruleDocs = client.options.ruleDocs ?? runtime.ruleDocs
  const linkOf = linksTo(client.options.ruleLink, ruleDocs)
  const languageOf = ({ settings: { language } }: ResourceSettings) =>
    language === 'auto' ? client.language : language === 'en' ? 'en' : 'zh'
  const settings = createSettings(connection, runtime, client, () => folders, log, refresh)
  const pictures = createPictures(runtime, refresh)
  const words = createWords(runtime, refresh, log)
  const clauses = createClauses(runtime, refresh, log)
  const earlier = createEarlier(runtime, () => folders, refresh, log)
  const checks = createChecks(runtime, documents, pictures, words, clauses, earlier.current, log)
  const answers = createAnswers(runtime, client, documents, checks, languageOf, linkOf)
  const wake = createWake(
    runtime.clock,
    () => [checks.nextRefresh(), answers.nextPause()],
    checks.anyExpired,
    refresh,
  )
  documents.listen({ closed: ({ uri }) => settings.forget(uri) })
  return {
    connection,
    runtime,
    client,
    documents,
    settings,
    checks,
    pictures,
    earlier,
    answers,
    ruleDocs,
    linkOf,
    languageOf,
    folders: () => folders,
    log,
    refresh,
    onRefresh: listener => void refreshed.push(listener),
    answered(document, check) {
      wake.schedule()
      for (const listener of answered) listener(document, check)
    },
    onAnswered: listener => void answered.push(listener),
    dispose() {
      wake.dispose()
      words.dispose()
      clauses.dispose()
    },
  }
}
