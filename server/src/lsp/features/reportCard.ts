// The report card: the findings by family, the score and where each point went.

import { type DocumentParams, reportCardRequest } from '../../protocol'
import { readDocument } from '../documents'
import { type Checked, checkedDraft, type Feature, guarded, type Services } from '../services'
import { reportCardOf } from '../summary'

export const reportCard: Feature = services => {
  services.connection.onRequest(
    reportCardRequest,
    guarded(services, reportCardRequest, null, async ({ uri }: DocumentParams) => {
      const checked = (await checkedDraft(services, uri)) ?? (await checkedFile(services, uri))
      return checked ? reportCardOf(checked, services.runtime.clock.now(), services.runtime.rules) : null
    }),
  )
  return {}
}

/** The same check for a file that is not open. */
export async function checkedFile(
  services: Services,
  uri: string,
  text?: string,
): Promise<Checked | undefined> {
  if (services.documents.get(uri)) return undefined
  const content = text ?? (await services.runtime.files.read(uri))
  if (content === undefined) return undefined
  const settings = await services.settings.of(uri)
  const document = readDocument(uri, content, services.client.positionEncoding)
  return {
    document,
    settings,
    check: services.checks.of(document, settings),
    language: services.languageOf(settings),
  }
}
