// Keeps settings true: editor settings, ligao.config.yaml and ligao.lexicon.yaml may change at any time, and what is wrong
// in such a file is said in that file.

import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type RegistrationParams,
  RegistrationRequest,
} from 'vscode-languageserver/node'
import { configFileName, type Language, lexiconFileName } from '../../core'
import { configDiagnostics } from '../configFile'
import type { OpenDocument } from '../documents'
import { lexiconDiagnostics } from '../lexiconFile'
import { type Lines, linesOf } from '../lines'
import type { Feature, Services } from '../services'
import { fileKey } from '../uri'
import { onWatchedFiles } from '../watchedFiles'

export const configuration: Feature = services => {
  const { connection, settings, documents, client } = services
  const publisher = configPublisher(services)
  connection.onDidChangeConfiguration(params => {
    settings.editorChanged(params.settings)
    services.refresh()
  })
  onWatchedFiles(connection, changes => {
    if (changes.some(({ uri }) => isPicture(uri))) services.pictures.filesChanged()
    if (!changes.some(({ uri }) => isConfig(uri))) return
    settings.filesChanged()
    publisher.again()
    services.refresh()
  })
  const saved = (document: OpenDocument) => {
    // A client without watchers tells of nothing else.
    services.pictures.filesChanged()
    if (!isOurs(document)) return
    settings.filesChanged()
    publisher.again()
    services.refresh()
  }
  documents.listen({
    saved,
    opened: document => publisher.check(document),
    changed: document => publisher.check(document),
    closed: publisher.closed,
  })
  services.onAnswered((_, check) => publisher.files([...check.settings.files, ...check.settings.lexicons]))
  return {
    initialized() {
      const registrations: RegistrationParams['registrations'] = []
      if (client.registersConfiguration)
        registrations.push({
          id: 'ligao-configuration',
          method: DidChangeConfigurationNotification.method,
          registerOptions: { section: 'ligao' },
        })
      if (client.registersWatchers)
        registrations.push({
          id: 'ligao-watchers',
          method: DidChangeWatchedFilesNotification.method,
          registerOptions: { watchers: watched.map(globPattern => ({ globPattern })) },
        })
      if (registrations.length)
        connection
          .sendRequest(RegistrationRequest.type, { registrations })
          .catch(error => services.log('client/registerCapability', error))
    },
  }
}

const watched = [`**/${configFileName}`, `**/${lexiconFileName}`, '**/*.{png,jpg,jpeg,gif,bmp,webp}']
const isPicture = (uri: string) => /\.(?:png|jpe?g|gif|bmp|webp)$/i.test(uri)
const isLexicon = (uri: string) => uri.toLowerCase().endsWith(`/${lexiconFileName}`)
const isConfig = (uri: string) => uri.toLowerCase().endsWith(`/${configFileName}`) || isLexicon(uri)
const isOurs = ({ role }: OpenDocument) => role === 'config' || role === 'lexicon'
const diagnosticsOf = (uri: string, text: string, lines: Lines, language: Language) =>
  isLexicon(uri)
    ? lexiconDiagnostics({ text, lines }, language)
    : configDiagnostics({ text, lines }, language)

/**
 * Sends the diagnostics of configuration files that take part in a check. A file that is open in a client that pulls is
 * pulled like any other; sent as well, everything in it would stand there twice.
 */
function configPublisher({ connection, runtime, documents, client, settings, languageOf, log }: Services) {
  const sent = new Map<string, string>()
  /** By key, as its client or we first wrote it. */
  const seen = new Map<string, string>()
  const publish = (uri: string, text: string | undefined) => {
    const document = documents.get(uri)
    const pulled = document !== undefined && client.pullsDiagnostics
    const known = settings.known(uri)
    const language = known ? languageOf(known) : 'zh'
    const diagnostics =
      pulled || text === undefined
        ? []
        : diagnosticsOf(uri, text, linesOf(text, client.positionEncoding), language)
    const state = JSON.stringify(diagnostics)
    if ((sent.get(fileKey(uri)) ?? '[]') === state) return
    sent.set(fileKey(uri), state)
    connection.sendDiagnostics({ uri, diagnostics }).catch(error => log('diagnostics', error))
  }
  const read = (uri: string) => {
    const document = documents.get(uri)
    if (document) return publish(uri, document.text)
    runtime.files.read(uri).then(
      text => publish(uri, text),
      () => publish(uri, undefined),
    )
  }
  return {
    /** These files take part. */
    files(uris: readonly string[]) {
      for (const uri of uris)
        if (!seen.has(fileKey(uri))) {
          seen.set(fileKey(uri), uri)
          read(uri)
        }
    },
    check(document: OpenDocument) {
      if (!isOurs(document) || !client.pullsDiagnostics) return
      seen.set(fileKey(document.uri), document.uri)
      publish(document.uri, document.text)
    },
    again() {
      for (const uri of seen.values()) read(uri)
    },
    /** What was sent while it was open is no longer known; what is wrong in a file that takes part is said again. */
    closed({ uri, role }: OpenDocument) {
      if (role !== 'config' && role !== 'lexicon') return
      sent.set(fileKey(uri), 'unknown')
      if (seen.has(fileKey(uri))) read(uri)
      else publish(uri, undefined)
    },
  }
}
