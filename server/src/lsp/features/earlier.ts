// Keeps the reports that 内容雷同 compares with true: read when somebody begins to write, followed from then on.

import { DidChangeWatchedFilesNotification, RegistrationRequest } from 'vscode-languageserver/node'
import type { Feature, Services } from '../services'
import { onWatchedFiles } from '../watchedFiles'

const isDraft = (uri: string) => /\.(?:md|markdown)$/i.test(uri)

export const earlier: Feature = services => {
  const { connection, documents } = services
  let watching = false
  services.onAnswered(() => {
    services.earlier.wanted()
    if (!watching) watch(services)
    watching = true
  })
  documents.listen({
    saved: ({ uri, role }) => {
      if (role === 'draft') services.earlier.changed([uri])
    },
  })
  onWatchedFiles(connection, changes =>
    services.earlier.changed(changes.map(({ uri }) => uri).filter(isDraft)),
  )
  return { dispose: services.earlier.dispose }
}

function watch({ connection, client, log }: Services): void {
  if (!client.registersWatchers) return
  const registerOptions = { watchers: [{ globPattern: '**/*.{md,markdown,MD}' }] }
  const method = DidChangeWatchedFilesNotification.method
  connection
    .sendRequest(RegistrationRequest.type, {
      registrations: [{ id: 'ligao-earlier', method, registerOptions }],
    })
    .catch(error => log('client/registerCapability', error))
}
