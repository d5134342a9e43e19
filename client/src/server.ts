// Starts, restarts and stops the language server. Features ask it through `request`, which answers undefined when the
// server is not there, so that no feature fails because of it.

import * as path from 'node:path'
import * as vscode from 'vscode'
import {
  type CancellationToken,
  LanguageClient,
  State,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node'
import { clientCommands, type InitializationOptions, nodeArguments } from '../../server/src/protocol'
import { t } from './l10n'

export interface Server extends vscode.Disposable {
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result | undefined>
  onNotification<Params>(method: string, handler: (params: Params) => void): vscode.Disposable
  /** What the server says of a long request that was given this `workDoneToken`. */
  onProgress(token: string, handler: (value: { readonly message?: string }) => void): vscode.Disposable
  restart(): Promise<void>
  /** Fires when the server is ready to be asked, also after a restart. */
  readonly onReady: vscode.Event<void>
}

/** A Node that does not know an argument would not start at all. */
function understoodArguments(): string[] {
  return nodeArguments.filter(each => process.allowedNodeEnvironmentFlags.has(each.replace(/=.*/, '')))
}

export function startServer(context: vscode.ExtensionContext): Server {
  const ready = new vscode.EventEmitter<void>()
  const module = context.asAbsolutePath(path.join('dist', 'server.js'))
  const initializationOptions: InitializationOptions = {
    ruleDocs: vscode.Uri.joinPath(context.extensionUri, 'server', 'docs', 'rules').toString(),
    commands: Object.values(clientCommands),
    status: true,
  }
  const client = new LanguageClient(
    'ligao',
    '砺稿 Ligao',
    { module, transport: TransportKind.ipc, options: { execArgv: understoodArguments() } },
    {
      documentSelector: [
        { language: 'markdown', scheme: 'file' },
        { language: 'markdown', scheme: 'untitled' },
        { scheme: 'file', pattern: '**/ligao.{config,lexicon}.yaml' },
      ],
      initializationOptions,
      // Five crashes in three minutes and VS Code gives up; until then it restarts silently.
      connectionOptions: { maxRestartCount: 5 },
      markdown: { isTrusted: false, supportHtml: false },
    },
  )
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) ready.fire()
  })
  let started: Promise<void> | undefined
  const start = () => {
    started ??= client.start().catch(error => {
      client.error(String(error))
      void vscode.window
        .showErrorMessage(t('砺稿的检查服务没有启动，稿件可以照常编辑和保存。'), t('重试'))
        .then(answer => {
          if (answer) void client.restart()
        })
    })
    return started
  }
  // The extension is there in every window, for what still waits to be handed in; the server only where there is a draft.
  const concerns = ({ languageId, fileName }: vscode.TextDocument) =>
    languageId === 'markdown' || /ligao\.(?:config|lexicon)\.yaml$/.test(fileName)
  if (vscode.workspace.textDocuments.some(concerns)) void start()
  const opened = vscode.workspace.onDidOpenTextDocument(document => {
    if (concerns(document)) void start()
  })
  return {
    onReady: ready.event,
    async request(method, params, token) {
      await start()
      if (client.state !== State.Running) return undefined
      try {
        // A token that is not there would count as a second parameter.
        return await (token ? client.sendRequest(method, params, token) : client.sendRequest(method, params))
      } catch (error) {
        if (token?.isCancellationRequested) return undefined
        client.warn(`${method}: ${String(error)}`)
        return undefined
      }
    },
    onNotification: (method, handler) => client.onNotification(method, handler),
    onProgress: (token, handler) => client.onProgress(WorkDoneProgress.type, token, handler),
    async restart() {
      await (started ? client.restart() : start())
    },
    dispose() {
      opened.dispose()
      ready.dispose()
      void client.dispose().catch(() => undefined)
    },
  }
}
