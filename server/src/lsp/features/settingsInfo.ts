// The merged settings with the layer of each value, for a client that needs one itself.

import { type DocumentParams, type SettingsInfo, settingsRequest } from '../../protocol'
import { type Feature, guarded } from '../services'

export const settingsInfo: Feature = services => {
  services.connection.onRequest(
    settingsRequest,
    guarded(services, settingsRequest, null, async ({ uri }: DocumentParams): Promise<SettingsInfo> => {
      const { settings, origins, files } = await services.settings.of(uri)
      const { lexicon: _, ...values } = settings
      return { values, origins, files }
    }),
  )
  return {}
}
