// 问题—原因—措施对照表 on request.

import { type DocumentParams, problemMatrixRequest } from '../../protocol'
import { matrixResult } from '../matrix'
import { checkedDraft, type Feature, guarded } from '../services'
import { checkedFile } from './reportCard'

export const problemMatrix: Feature = services => {
  services.connection.onRequest(
    problemMatrixRequest,
    guarded(services, problemMatrixRequest, null, async ({ uri }: DocumentParams) => {
      const checked = (await checkedDraft(services, uri)) ?? (await checkedFile(services, uri))
      return checked ? matrixResult(checked) : null
    }),
  )
  return {}
}
