// Checking many files for `ligao.checkWorkspace`: one after the other, with a breath in between, with progress, and with an
// end whenever the writer says so.

import type { CancellationToken } from 'vscode-languageserver/node'
import type { Bilingual } from '../../core'
import { say } from '../../core'
import {
  type CheckedFile,
  type CheckFilesParams,
  type CheckFilesResult,
  checkFilesRequest,
} from '../../protocol'
import { pathOf } from '../checks'
import { cancelledTokens, progressOn } from '../progress'
import { type Checked, checkedDraft, type Feature, type Services, windowLanguage } from '../services'
import { statusOf } from '../summary'
import { fileKey } from '../uri'
import { checkedFile } from './reportCard'

const pictureWait = 200

/** More Markdown files than this are a repository of something else. */
const mostFiles = 2000

export const checkFiles: Feature = services => {
  const stoppedTokens = cancelledTokens(services.connection)
  // Not guarded: a cancelled run answers what it has, under `cancelled`.
  services.connection.onRequest(
    checkFilesRequest,
    async (params: CheckFilesParams, token: CancellationToken): Promise<CheckFilesResult> => {
      const progressToken = params?.workDoneToken
      const stopped = () =>
        token.isCancellationRequested || (progressToken !== undefined && stoppedTokens.has(progressToken))
      try {
        return await run(services, params ?? {}, stopped)
      } finally {
        if (progressToken !== undefined) stoppedTokens.delete(progressToken)
      }
    },
  )
  return {}
}

const words = {
  title: ['砺稿：检查工作区', 'Ligao: checking the workspace'],
  unreadable: [
    '文件不存在、太大、不是 UTF-8 编码或无法读取',
    'The file is missing, too large, not in UTF-8 or cannot be read',
  ],
  failed: ['检查没有完成', 'The check did not finish'],
} satisfies Record<string, Bilingual>

async function run(
  services: Services,
  params: CheckFilesParams,
  stopped: () => boolean,
): Promise<CheckFilesResult> {
  const { files, truncated } = params.files ? { files: params.files, truncated: false } : await list(services)
  const report = progressOn(services, params.workDoneToken)
  const checked: CheckedFile[] = []
  const unreadable: { uri: string; reason: string }[] = []
  let skipped = 0
  const language = await windowLanguage(services)
  report.begin(say(words.title, language))
  await services.earlier.ready()
  for (let i = 0; i < files.length; i++) {
    await services.runtime.breathe()
    if (stopped()) break
    const { uri, text } = files[i]!
    report.step(i, files.length, pathOf(uri).replace(/^.*\//, ''))
    try {
      let found = await check(services, uri, text)
      if (await services.pictures.settled(pictureWait)) found = await check(services, uri, text)
      if (!found) unreadable.push({ uri, reason: say(words.unreadable, language) })
      else if (!found.check.report.isReport) skipped++
      else
        checked.push({
          status: statusOf(found, services.runtime.clock.now()),
          diagnostics: diagnosticsOf(services, found),
        })
    } catch (error) {
      services.log(checkFilesRequest, error)
      unreadable.push({ uri, reason: say(words.failed, language) })
    }
  }
  report.end()
  return { checked, skipped, unreadable, truncated, cancelled: stopped() }
}

async function list({ folders, runtime }: Services) {
  const files: { uri: string; text?: string }[] = []
  const known = new Set<string>()
  for (const folder of folders()) {
    if (files.length > mostFiles) break
    for (const uri of await runtime.files.list(folder, ['.md', '.markdown'], mostFiles + 1 - files.length))
      if (!known.has(fileKey(uri))) {
        known.add(fileKey(uri))
        files.push({ uri })
      }
  }
  return { files: files.slice(0, mostFiles), truncated: files.length > mostFiles }
}

async function check(
  services: Services,
  uri: string,
  text: string | undefined,
): Promise<Checked | undefined> {
  if (text === undefined) return (await checkedDraft(services, uri)) ?? checkedFile(services, uri)
  return checkedFile(services, uri, text) ?? checkedDraft(services, uri)
}

function diagnosticsOf(services: Services, { document, settings }: Checked) {
  return services.answers.once(document, settings)
}
