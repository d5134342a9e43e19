// What happens at the end of a hand-in: the receipt goes into the draft, and the writer is told, once. Everything before
// the end is in the list and in the status bar, and nothing pops up.

import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { inform, warn } from '../notify'
import type { EntryView } from '../submission'
import { library } from './handIn/library'
import type { Outbox } from './handIn/outbox'
import { arrivalName } from './handIn/words'
import { type WrittenBack, writeBack } from './handIn/writeBack'

/** Reports that end within this time are told of together. */
const gatherMs = 1000

export function registerSubmissionOutcomes(outbox: Outbox): vscode.Disposable {
  let ended: EntryView[] = []
  let timer: NodeJS.Timeout | undefined
  const writing = new Map<string, Promise<WrittenBack>>()

  const tell = () => {
    const entries = ended
    ended = []
    void announce(outbox, entries, writing)
  }
  const gather = (entry: EntryView) => {
    // Whoever cancelled knows.
    if (entry.state === 'cancelled') return
    ended.push(entry)
    clearTimeout(timer)
    timer = setTimeout(tell, gatherMs)
  }
  return vscode.Disposable.from(
    outbox.onEvent(event => {
      if (event.type === 'settled') gather(event.entry)
      if (event.type === 'set-aside') void warn(say(event.aside.notice))
    }),
    outbox.onOwed(({ entry, origin }) => {
      const draft = vscode.Uri.parse(origin.draft)
      // Another window may have it open, or this one will when its folder is opened.
      if (writing.has(entry.key) || !isOurs(draft)) return
      const work = writeReceipt(outbox, entry, draft).finally(() => writing.delete(entry.key))
      writing.set(entry.key, work)
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  )
}

const isOurs = (draft: vscode.Uri): boolean =>
  vscode.workspace.getWorkspaceFolder(draft) !== undefined ||
  vscode.workspace.textDocuments.some(document => document.uri.toString() === draft.toString())

async function writeReceipt(outbox: Outbox, entry: EntryView, draft: vscode.Uri): Promise<WrittenBack> {
  const outcome = await writeBack(entry, draft)
  await outbox.settle(entry.key)
  return outcome
}

async function announce(
  outbox: Outbox,
  entries: readonly EntryView[],
  writing: ReadonlyMap<string, Promise<WrittenBack>>,
): Promise<void> {
  const [only] = entries
  if (!only) return
  const written = await Promise.all(entries.map(({ key }) => writing.get(key)))
  const refused = entries.filter(({ state }) => state === 'refused').length
  const words = [
    ...(entries.length > 1 ? [summary(entries.length - refused, refused)] : [wordsOf(only)]),
    ...(written.includes('impossible')
      ? [t('回执号没有写进稿件：文首的报送要素格式有误，请自己补上。')]
      : []),
    ...(written.includes('gone') ? [t('稿件已不在原处，回执号没有写进去，请在报送记录里查看。')] : []),
  ].join('')
  const look = t('查看')
  const show = refused > 0 ? warn : inform
  if ((await show(words, look)) !== look) return
  if (entries.length > 1) await vscode.commands.executeCommand('ligao.submissions.focus')
  else await vscode.commands.executeCommand('ligao.openSubmission', only.key)
  void outbox.refresh()
}

const summary = (delivered: number, refused: number): string =>
  refused > 0
    ? t('{0} 篇已送达，{1} 篇被退回。', delivered, refused)
    : t('{0} 篇已送达，回执都在报送记录里。', delivered)

function wordsOf(entry: EntryView): string {
  if (entry.state === 'refused')
    return `《${entry.title}》${say(entry.notice ?? library().notice('refused'))}`
  const late = arrivalName(entry) === t('迟报') ? t('（迟报）') : ''
  return t('《{0}》已送达{1}，回执号 {2}。', entry.title, late, entry.receipt ?? '')
}
