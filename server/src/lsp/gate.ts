// What every message passes before a feature sees it: the order of life that the protocol demands (initialize first, nothing
// after shutdown) and parameters of the right shape. A message that is out of order or out of shape is answered with the
// error that the protocol names for it; no handler has to expect it.

import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  type Message,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver/node'

/** Never sent by a client: a refused request is handed on under this name, so that the connection itself answers it. */
const refusedMethod = 'ligao/$refused'

interface Refusal {
  readonly code: number
  readonly message: string
}

type Shape = (params: unknown) => boolean

/** To be given to `createConnection`. One gate for one connection. */
export function gate(): ConnectionOptions {
  let life: 'new' | 'running' | 'shut' = 'new'
  const refusal = (request: RequestMessage): Refusal | undefined => {
    if (request.method === 'initialize')
      return life === 'new' ? undefined : refused(ErrorCodes.InvalidRequest, 'initialize comes once')
    if (life === 'new') return refused(ErrorCodes.ServerNotInitialized, 'initialize comes first')
    if (life === 'shut') return refused(ErrorCodes.InvalidRequest, 'the server is shut down')
    return fits(request) ? undefined : refused(ErrorCodes.InvalidParams, `${request.method}: invalid params`)
  }
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (isRequest(message)) {
          const why = refusal(message)
          if (why) {
            message.method = refusedMethod
            message.params = { ...why }
          } else if (message.method === 'initialize') {
            message.params = wholeInitialize(message.params)
            life = 'running'
          } else if (message.method === 'shutdown') life = 'shut'
        } else if (isNotification(message)) {
          if (message.method !== 'exit' && (life !== 'running' || !fits(message))) return
        }
        next(message)
      },
    },
  }
}

/** Answers what the gate refused. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refusedMethod, ({ code, message }: Refusal) => new ResponseError(code, message))
}

const refused = (code: number, message: string): Refusal => ({ code, message })

const isRequest = (message: Message): message is RequestMessage =>
  typeof (message as RequestMessage).method === 'string' && (message as RequestMessage).id !== undefined
const isNotification = (message: Message): message is NotificationMessage =>
  typeof (message as NotificationMessage).method === 'string'

/** A careless client leaves out what the library takes for granted. */
function wholeInitialize(params: unknown): object {
  const given = isRecord(params) ? params : {}
  const { capabilities, processId } = given
  return {
    ...given,
    processId: typeof processId === 'number' ? processId : null,
    capabilities: isRecord(capabilities) ? capabilities : {},
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const document: Shape = params =>
  isRecord(params) && isRecord(params.textDocument) && typeof params.textDocument.uri === 'string'
const isPosition: Shape = value =>
  isRecord(value) && Number.isFinite(value.line) && Number.isFinite(value.character)
const isRange: Shape = value => isRecord(value) && isPosition(value.start) && isPosition(value.end)
const place: Shape = params => document(params) && isPosition((params as { position?: unknown }).position)
const range: Shape = params => document(params) && isRange((params as { range?: unknown }).range)
const opened: Shape = params =>
  document(params) && typeof (params as { textDocument: { text?: unknown } }).textDocument.text === 'string'
const isChange: Shape = value =>
  isRecord(value) &&
  typeof value.text === 'string' &&
  (value.range === undefined || value.range === null || isRange(value.range))
const changed: Shape = params => {
  const changes = (params as { contentChanges?: unknown }).contentChanges
  return document(params) && Array.isArray(changes) && changes.every(isChange)
}
const isWord: Shape = value => value === undefined || value === null || typeof value === 'string'
interface Pull {
  readonly previousResultId?: unknown
  readonly identifier?: unknown
}
const file: Shape = params => isRecord(params) && typeof params.uri === 'string'
const optional: Shape = params => params === undefined || params === null || isRecord(params)

const shapes: Readonly<Record<string, Shape>> = {
  'textDocument/diagnostic': params =>
    document(params) && isWord((params as Pull).previousResultId) && isWord((params as Pull).identifier),
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/documentLink': document,
  'textDocument/codeLens': document,
  'textDocument/didSave': document,
  'textDocument/didClose': document,
  'textDocument/completion': place,
  'textDocument/hover': place,
  'textDocument/inlayHint': range,
  'textDocument/didOpen': opened,
  'textDocument/didChange': changed,
  'textDocument/codeAction': params =>
    range(params) &&
    isRecord((params as { context?: unknown }).context) &&
    Array.isArray((params as { context: { diagnostics?: unknown } }).context.diagnostics),
  'workspace/didChangeWatchedFiles': params =>
    isRecord(params) && Array.isArray(params.changes) && params.changes.every(file),
  'workspace/didChangeWorkspaceFolders': params =>
    isRecord(params) &&
    isRecord(params.event) &&
    Array.isArray(params.event.added) &&
    Array.isArray(params.event.removed),
  'ligao/status': file,
  'ligao/reportCard': file,
  'ligao/checkFiles': optional,
  'ligao/dueItems': optional,
}

function fits({ method, params: given }: RequestMessage | NotificationMessage): boolean {
  // Some libraries send a single parameter by position.
  const params = Array.isArray(given) ? given[0] : given
  return shapes[method]?.(params) ?? true
}
