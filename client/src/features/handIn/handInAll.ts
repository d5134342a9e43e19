// Takes confirmed drafts into the spool, one after the other. Each is whole on the disk before the next begins; stopping
// in the middle leaves the rest untouched.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as vscode from 'vscode'
import { t } from '../../l10n'
import { mention } from '../../notify'
import type { Accepted } from '../../submission'
import type { KnownChannel } from './channels'
import { library } from './library'
import type { Outbox } from './outbox'
import type { Preflight } from './preflight'

export interface HandedIn {
  readonly uri: string
  readonly answer: Accepted
}

export async function handInAll(
  outbox: Outbox,
  channel: KnownChannel,
  drafts: readonly Preflight[],
  isStopped: () => boolean = () => false,
): Promise<readonly HandedIn[]> {
  const results: HandedIn[] = []
  const many = drafts.length > 3
  const location = many ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window
  const title = t('正在存入待报队列')
  await vscode.window.withProgress({ location, title, cancellable: many }, async (progress, token) => {
    for (const [index, draft] of drafts.entries()) {
      if (token.isCancellationRequested || isStopped()) return
      progress.report({ message: `${index + 1}/${drafts.length}`, increment: 100 / drafts.length })
      results.push({ uri: draft.uri, answer: await handInOne(outbox, channel, draft) })
    }
  })
  const stored = results.filter(({ answer }) => answer.outcome !== 'stopped').length
  const isWhole = results.length === drafts.length
  if (stored > 0 && isWhole) mention(t('{0} 篇已存入待报队列，正在报送', stored), 5000)
  return results
}

/** What was stored goes out; nothing was begun with the rest. */
export const stoppedText = (stored: number, left: number): string =>
  stored > 0
    ? t(
        '已停下：前 {0} 篇已存入待报队列，会照常报送（不想报的，在报送记录里取消）；其余 {1} 篇没有报送。',
        stored,
        left,
      )
    : t('已停下：{0} 篇都没有报送。', left)

/**
 * Only the bytes that were checked: the page remembers their checksum, not the text. Attachments that no program can read were
 * vouched for when the page was confirmed, each by its checksum.
 */
async function handInOne(
  outbox: Outbox,
  channel: KnownChannel,
  { handIn, uri, prepared }: Preflight,
): Promise<Accepted> {
  const bytes = await readFile(handIn.file).catch(() => undefined)
  const sum = bytes && createHash('sha256').update(bytes).digest('hex')
  if (!bytes || sum !== prepared.files[0]?.sha256)
    return { outcome: 'stopped', notices: [library().notice('changed-since-check')] }
  const text = bytes.toString('utf8')
  return outbox.accept(
    { ...handIn, text, unreadAllowed: prepared.unread },
    channel,
    vscode.Uri.parse(uri),
    prepared.id,
  )
}
