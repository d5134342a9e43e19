// The line of the status bar: on request, and by itself whenever it changes.

import { type DocumentParams, type Status, statusNotification, statusRequest } from '../../protocol'
import { checkedDraft, type Feature, guarded } from '../services'
import { sameStatus, statusOf } from '../summary'

export const status: Feature = services => {
  const { connection, client, documents, runtime } = services
  const sent = new Map<string, Status>()
  connection.onRequest(
    statusRequest,
    guarded(services, statusRequest, null, async ({ uri }: DocumentParams) => {
      const checked = await checkedDraft(services, uri)
      return checked ? statusOf(checked, runtime.clock.now()) : null
    }),
  )
  documents.listen({ closed: ({ uri }) => sent.delete(uri) })
  services.onAnswered((document, check) => {
    if (!client.options.status) return
    const language = services.languageOf(check.settings)
    const checked = { document, check, settings: check.settings, language }
    const now = statusOf(checked, runtime.clock.now())
    const before = sent.get(document.uri)
    if (before && sameStatus(before, now)) return
    sent.set(document.uri, now)
    connection
      .sendNotification(statusNotification, now)
      .catch(error => services.log(statusNotification, error))
  })
  return {}
}
