// 待报事项: what the drafts of the workspace owe, looked through once on request, then kept true edit by edit, file by
// file, and by the clock.

import type { CancellationToken, ProgressToken } from 'vscode-languageserver/node'
import { type Bilingual, say } from '../../core'
import {
  type DueItemsParams,
  type DueItemsResult,
  dueItemsNotification,
  dueItemsRequest,
} from '../../protocol'
import type { OpenDocument } from '../documents'
import { createDueIndex } from '../dueIndex'
import { cancelledTokens, progressOn } from '../progress'
import type { Timer } from '../runtime'
import { type Feature, type Services, windowLanguage } from '../services'
import { createWake } from '../wake'
import { onWatchedFiles, watchDrafts } from '../watchedFiles'

/** Changes closer together than this are one. */
const pause = 50
const title: Bilingual = ['砺稿：查找待报事项', 'Ligao: looking for what is due']
const isDraft = (uri: string) => /\.(?:md|markdown)$/i.test(uri)

export const dueItems: Feature = services => {
  const { connection, documents, runtime, log } = services
  const index = createDueIndex(services, change => {
    connection.sendNotification(dueItemsNotification, change).catch(error => log(dueItemsNotification, error))
  })
  // Nobody pays for the list who does not show it.
  let wanted = false
  let timer: Timer | undefined
  const dirty = new Set<string>()
  const look = async (uris: readonly string[]) => {
    await index.update(uris)
    wake.schedule()
  }
  const mark = (uris: Iterable<string>) => {
    if (!wanted) return
    for (const uri of uris) dirty.add(uri)
    if (dirty.size === 0) return
    timer ??= runtime.clock.setTimer(() => {
      timer = undefined
      const uris = [...dirty]
      dirty.clear()
      void look(uris)
    }, pause)
  }
  const wake = createWake(
    runtime.clock,
    () => [index.nextExpiry()],
    () => index.nextExpiry() !== undefined,
    // After the clock was set back, too: what counts from today is another day then.
    () => mark(index.expired(runtime.clock.now())),
  )
  const changed = ({ role, uri }: OpenDocument) => {
    if (role === 'draft') mark([uri])
  }
  documents.listen({ opened: changed, changed, closed: changed })
  onWatchedFiles(connection, changes => mark(changes.map(({ uri }) => uri).filter(isDraft)))

  const stoppedTokens = cancelledTokens(connection)
  /** Under which settings everything was looked through. */
  let settingsSeen = ''
  const scan = async (stopped: () => boolean, token: ProgressToken | undefined): Promise<DueItemsResult> => {
    const progress = progressOn(services, token)
    progress.begin(say(title, await windowLanguage(services)))
    try {
      settingsSeen = await settingsNow(services)
      return await index.scan(stopped, (done, all) => progress.step(done, all, `${done}/${all}`))
    } finally {
      progress.end()
      wake.schedule()
    }
  }
  connection.onRequest(
    dueItemsRequest,
    async (params: DueItemsParams | null, token: CancellationToken): Promise<DueItemsResult> => {
      const progressToken = params?.workDoneToken
      if (!wanted) watchDrafts(services)
      wanted = true
      try {
        return await scan(
          () =>
            token.isCancellationRequested ||
            (progressToken !== undefined && stoppedTokens.has(progressToken)),
          progressToken,
        )
      } catch (error) {
        log(dueItemsRequest, error)
        return { looked: 0, truncated: false, cancelled: true }
      } finally {
        if (progressToken !== undefined) stoppedTokens.delete(progressToken)
      }
    },
  )

  services.onRefresh(() => {
    if (!wanted) return
    void settingsNow(services).then(now => {
      const before = settingsSeen
      settingsSeen = now
      if (before !== now) mark(index.all())
    })
  })
  return {
    dispose() {
      timer?.cancel()
      wake.dispose()
    },
  }
}

/** The settings that decide what is due when, of every workspace folder. */
async function settingsNow({ folders, settings }: Services): Promise<string> {
  const all = await Promise.all(folders().map(folder => settings.of(`${folder}/due.md`)))
  return JSON.stringify(
    all.map(({ settings: each }) => [
      each.enable,
      each.language,
      each.timeZone,
      each.deadlinePreset,
      each.deadlineLimits,
      each.dueSoonHours,
      each.calendar,
    ]),
  )
}
