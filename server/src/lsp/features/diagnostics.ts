// Findings as diagnostics: pulled by clients that can, sent to the others. Measured on the client of VS Code: one error
// answered to a pull, and that document is never asked for again. So this handler answers whatever happens.

import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResponseError,
} from 'vscode-languageserver/node'
import { configDiagnostics } from '../configFile'
import { noteDiagnostic } from '../convert'
import { type OpenDocument, readDocument } from '../documents'
import { lexiconDiagnostics } from '../lexiconFile'
import { linesOf } from '../lines'
import type { Timer } from '../runtime'
import { cancelled, type Feature, type Services } from '../services'

/** A share that does not answer must not hold up the rest. */
const pictureWait = 100

/** Clients without pull get their findings after a breath, so that a burst of edits costs one check. */
const pushDelay = 30

export const diagnostics: Feature = services =>
  services.client.pullsDiagnostics ? pull(services) : push(services)

function pull(services: Services): ReturnType<Feature> {
  const { connection } = services
  connection.languages.diagnostics.on((params, token) => answerPull(services, params, token))
  services.onRefresh(() => {
    connection.languages.diagnostics.refresh().then(undefined, error => services.log('refresh', error))
  })
  return {
    capabilities: {
      diagnosticProvider: { identifier: 'ligao', interFileDependencies: true, workspaceDiagnostics: false },
    },
  }
}

async function answerPull(
  services: Services,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport | ResponseError<never>> {
  try {
    await services.runtime.breathe()
    if (token.isCancellationRequested) return cancelled()
    const found = await find(services, uri)
    if (token.isCancellationRequested) return cancelled()
    return found.resultId !== undefined && found.resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: found.resultId, items: [...found.items] }
  } catch (error) {
    if (token.isCancellationRequested) return cancelled()
    services.log('diagnostics', error)
    if (previousResultId !== undefined)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId }
    const last = services.answers.last(uri)
    return {
      kind: DocumentDiagnosticReportKind.Full,
      items: last ? [...last.items] : [failure(services, uri)],
      resultId: last?.resultId,
    }
  }
}

interface Found {
  readonly resultId?: string
  readonly items: readonly Diagnostic[]
}

async function find(services: Services, uri: string): Promise<Found> {
  const document = services.documents.get(uri)
  if (!document) return findOnDisk(services, uri)
  const settings = await services.settings.of(uri)
  if (document.role === 'config') return { items: configDiagnostics(document, services.languageOf(settings)) }
  if (document.role === 'lexicon')
    return { items: lexiconDiagnostics(document, services.languageOf(settings)) }
  if (document.role !== 'draft') return { items: [] }
  let answer = services.answers.current(document, settings)
  // The first look at a picture takes a moment; an answer without it would only be corrected right after.
  if (await services.pictures.settled(pictureWait)) answer = services.answers.current(document, settings)
  services.answered(document, services.checks.of(document, settings))
  return answer
}

/** A client may ask for a file that it shows in a tab but never opened. */
async function findOnDisk(services: Services, uri: string): Promise<Found> {
  const text = await services.runtime.files.read(uri)
  if (text === undefined) return { items: [] }
  const document = readDocument(uri, text, services.client.positionEncoding)
  if (document.role !== 'draft') return { items: [] }
  const settings = await services.settings.of(uri)
  const items = services.answers.once(document, settings)
  return {
    items: (await services.pictures.settled(pictureWait)) ? services.answers.once(document, settings) : items,
  }
}

/** Nothing is known about this text yet, and an empty list would say that nothing is wrong with it. */
function failure({ documents }: Services, uri: string): Diagnostic {
  return noteDiagnostic(
    {
      text: [
        '这次检查没有完成，下面的提示可能不全；改动后会重新检查',
        'The check did not finish; findings may be missing. It runs again after the next change',
      ],
    },
    documents.get(uri)?.lines ?? linesOf(''),
    'zh',
  )
}

function push(services: Services): ReturnType<Feature> {
  const { connection, documents, runtime } = services
  const timers = new Map<string, Timer>()
  const sent = new Map<string, string | undefined>()
  const send = async (document: OpenDocument) => {
    const { version } = document
    try {
      const found = await find(services, document.uri)
      // Only the latest state is worth sending; a later change has its own timer.
      if (documents.get(document.uri) !== document || document.version !== version) return
      if (found.resultId !== undefined && sent.get(document.uri) === found.resultId) return
      sent.set(document.uri, found.resultId)
      await connection.sendDiagnostics({ uri: document.uri, version, diagnostics: [...found.items] })
    } catch (error) {
      services.log('diagnostics', error)
      if (sent.has(document.uri)) return
      await connection.sendDiagnostics({ uri: document.uri, diagnostics: [failure(services, document.uri)] })
    }
  }
  const schedule = (document: OpenDocument, delay: number) => {
    timers.get(document.uri)?.cancel()
    timers.set(
      document.uri,
      runtime.clock.setTimer(() => {
        timers.delete(document.uri)
        send(document).catch(error => services.log('diagnostics', error))
      }, delay),
    )
  }
  documents.listen({
    opened: document => schedule(document, 0),
    changed: document => schedule(document, pushDelay),
    closed({ uri, role }) {
      timers.get(uri)?.cancel()
      timers.delete(uri)
      sent.delete(uri)
      // A closed draft is nobody's concern; what is wrong in a closed file of settings still counts (configuration.ts).
      if (role === 'config' || role === 'lexicon') return
      connection.sendDiagnostics({ uri, diagnostics: [] }).catch(error => services.log('diagnostics', error))
    },
  })
  services.onRefresh(() => {
    for (const document of documents.all()) schedule(document, 0)
  })
  return {
    dispose() {
      for (const timer of timers.values()) timer.cancel()
      timers.clear()
    },
  }
}
