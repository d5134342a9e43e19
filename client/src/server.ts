// Starts, restarts and stops the language server. Features ask it through `request`, which answers undefined when the
// server is not there, so that no feature fails because of it.

import * as path from 'node:path'
import * as vscode from 'vscode'
import {
  type CancellationToken,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  State,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node'
import { clientCommands, type InitializationOptions, nodeArguments } from '../../server/src/protocol'
import { t } from './l10n'
import { complain } from './notify'

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

/** Shows the page of a rule as a reader sees it, not its Markdown. */
const showRule = 'ligao.openRuleDocs'

const mostRestarts = 5
const within = 3 * 60_000

/** The server is started again without a word, but not more often than can be a coincidence. */
function silentRestarts(givenUp: () => void): ErrorHandler {
  const ends: number[] = []
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now()
      ends.push(now)
      if (ends.filter(at => now - at < within).length < mostRestarts)
        return { action: CloseAction.Restart, handled: true }
      ends.length = 0
      givenUp()
      return { action: CloseAction.DoNotRestart, handled: true }
    },
  }
}

export function startServer(context: vscode.ExtensionContext): Server {
  const ready = new vscode.EventEmitter<void>()
  const module = context.asAbsolutePath(path.join('dist', 'server.js'))
  const initializationOptions: InitializationOptions = {
    ruleDocs: vscode.Uri.joinPath(context.extensionUri, 'server', 'docs', 'rules').toString(),
    ruleLink: `command:${showRule}?${encodeURIComponent('["')}{rule}${encodeURIComponent('"]')}`,
    commands: Object.values(clientCommands),
    status: true,
    messageOverHover: true,
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
      errorHandler: silentRestarts(() => {
        const again = t('重新启动')
        void complain(t('检查服务反复意外停止，已不再自动启动；稿件可以照常编辑、保存和报送。'), again).then(
          answer => answer && void client.restart(),
        )
      }),
      // Of all that a hover links to, this one command may be run.
      markdown: { isTrusted: { enabledCommands: [showRule] }, supportHtml: false },
    },
  )
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) ready.fire()
  })
  // The client keeps one handler for a method and forgets the one before; several features want to know the same.
  const heard = new Map<string, vscode.EventEmitter<unknown>>()
  const onNotification = <Params>(method: string, handler: (params: Params) => void): vscode.Disposable => {
    let emitter = heard.get(method)
    if (!emitter) {
      const made = new vscode.EventEmitter<unknown>()
      emitter = made
      heard.set(method, made)
      client.onNotification(method, params => made.fire(params))
    }
    return emitter.event(params => handler(params as Params))
  }
  let started: Promise<void> | undefined
  const start = () => {
    started ??= client.start().catch(error => {
      client.error(String(error))
      void complain(t('砺稿的检查服务没有启动，稿件可以照常编辑和保存。'), t('重试')).then(answer => {
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
    onNotification,
    onProgress: (token, handler) => client.onProgress(WorkDoneProgress.type, token, handler),
    async restart() {
      await (started ? client.restart() : start())
    },
    dispose() {
      opened.dispose()
      ready.dispose()
      for (const emitter of heard.values()) emitter.dispose()
      void client.dispose().catch(() => undefined)
    },
  }
}
