// A connection takes one handler for changed files; here every feature may listen.

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
} from 'vscode-languageserver/node'

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
