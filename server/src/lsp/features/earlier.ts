// Keeps the reports that 内容雷同 compares with true: read when somebody begins to write, followed from then on.

import type { Feature } from '../services'
import { onWatchedFiles, watchDrafts } from '../watchedFiles'

const isDraft = (uri: string) => /\.(?:md|markdown)$/i.test(uri)

export const earlier: Feature = services => {
  const { connection, documents } = services
  services.onAnswered(() => {
    services.earlier.wanted()
    watchDrafts(services)
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
