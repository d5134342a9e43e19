// Where an allowed wording goes: the unit's own lexicon nearest to the draft, or a new one at the root of its folder.

import { allowEdit, lexiconFileName } from '../../core'
import { type AllowTermParams, type AllowTermResult, allowTermRequest } from '../../protocol'
import { linesOf, rangeOf } from '../lines'
import { type Feature, guarded, type Services } from '../services'
import { isBelow, withoutEndSlashes } from '../uri'

export const allowTerm: Feature = services => {
  services.connection.onRequest(
    allowTermRequest,
    guarded(services, allowTermRequest, null, (params: AllowTermParams) => place(services, params)),
  )
  return {}
}

async function place(services: Services, { uri, term }: AllowTermParams): Promise<AllowTermResult | null> {
  const lexicon = await lexiconFor(services, uri)
  if (!lexicon) return null
  const open = services.documents.get(lexicon)?.text
  const written = open ?? (await services.runtime.files.read(lexicon))
  const text = written ?? ''
  const made = allowEdit(text, term.trim())
  return {
    lexicon,
    outcome: made.kind,
    create: written === undefined,
    ...(made.kind === 'edit'
      ? {
          edit: {
            range: rangeOf(linesOf(text, services.client.positionEncoding), made.edit),
            newText: made.edit.text,
          },
        }
      : {}),
  }
}

/** A lexicon above the workspace is another unit's, or everybody's: it counts, but nothing is written into it. */
async function lexiconFor({ settings, folders }: Services, uri: string): Promise<string | undefined> {
  const inside = (folder: string) => isBelow(uri, [folder])
  const own = folders()
    .filter(inside)
    .sort((a, b) => b.length - a.length)
    .at(0)
  const root = own ?? (uri.startsWith('untitled:') ? folders()[0] : /^(.*)\/[^/]*$/.exec(uri)?.[1])
  if (!root) return undefined
  const base = withoutEndSlashes(root)
  const { lexicons } = await settings.of(uri)
  return lexicons.find(each => each.startsWith(`${base}/`)) ?? `${base}/${lexiconFileName}`
}
