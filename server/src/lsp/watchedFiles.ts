// A connection takes one handler for changed files; here every feature may listen.

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  RegistrationRequest,
} from 'vscode-languageserver/node'
import type { Services } from './services'

type Listener = (changes: readonly FileEvent[]) => void

const listeners = new WeakMap<Connection, Listener[]>()

export function onWatchedFiles(connection: Connection, listener: Listener): void {
  const known = listeners.get(connection)
  if (known) return void known.push(listener)
  const all = [listener]
  listeners.set(connection, all)
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
    for (const each of all) each(changes)
  })
}

const watching = new WeakSet<Connection>()

/** Asked for when somebody first wants to know: a client that shows one draft needs no watcher for all. */
export function watchDrafts({ connection, client, log }: Services): void {
  if (!client.registersWatchers || watching.has(connection)) return
  watching.add(connection)
  const registerOptions = { watchers: [{ globPattern: '**/*.{md,markdown,MD}' }] }
  const { method } = DidChangeWatchedFilesNotification
  connection
    .sendRequest(RegistrationRequest.type, {
      registrations: [{ id: 'ligao-drafts', method, registerOptions }],
    })
    .catch(error => log('client/registerCapability', error))
}
