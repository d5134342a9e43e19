// The pre-flight page of a hand-in, and what can be done from it: confirm, choose another channel, say why it is late.
// What is confirmed is the version that was checked; if it has changed since, it is checked again first.

import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { askFor, inert, pickOne, warn } from '../notify'
import type { Server } from '../server'
import type { Notice } from '../submission'
import { isPageOf } from './activeDraft'
import type { KnownChannel } from './handIn/channels'
import { needsSecret } from './handIn/channels'
import { channelChoice, checkDraft, isChecked } from './handIn/check'
import { type HandedIn, handInAll, stoppedText } from './handIn/handInAll'
import { library } from './handIn/library'
import type { Outbox } from './handIn/outbox'
import { pageIcon } from './handIn/pageIcon'
import {
  type CheckedDraft,
  chooseChannel,
  onlyReasonMissing,
  type Preflight,
  preflightOf,
  sorted,
  vouchedFor,
} from './handIn/preflight'
import { type PreflightView, preflightPage } from './handIn/preflightPage'
import type { Secrets } from './handIn/secrets'
import { settingPlace, typeName } from './handIn/words'

export interface HandInPage extends vscode.Disposable {
  /** Checks the drafts and shows what would happen. */
  open(drafts: readonly vscode.Uri[]): Promise<void>
}

const viewType = 'ligao.handIn'
const lastChannel = 'handIn.channel'
const wordToo = 'handIn.withDocx'

interface Session {
  readonly drafts: readonly vscode.Uri[]
  wish?: string
  withDocx: boolean
  channel?: KnownChannel
  channels: readonly KnownChannel[]
  preflights: readonly Preflight[]
  /** Counts checks, so that an older one that ends later is not shown. */
  check: number
}

export function registerHandInPage(
  context: vscode.ExtensionContext,
  server: Server,
  outbox: Outbox,
  secrets: Secrets,
): HandInPage {
  let panel: vscode.WebviewPanel | undefined
  let session: Session | undefined
  let isHandingIn = false
  const ruleSet = String(context.extension.packageJSON.version)

  const show = (html: string) => {
    if (!panel) {
      panel = vscode.window.createWebviewPanel(viewType, t('报送前核对'), vscode.ViewColumn.Active, {
        enableScripts: false,
        enableFindWidget: true,
        enableCommandUris: [
          'ligao.reveal',
          'ligao.changeKind',
          'ligao.showReportCard',
          'ligao.confirmHandIn',
          'ligao.changeHandIn',
          'ligao.setChannelSecret',
          'ligao.openSubmission',
        ],
        localResourceRoots: [],
      })
      panel.iconPath = pageIcon(context.extensionUri)
      const shown = panel
      isPageOf(shown, () => (session?.drafts.length === 1 ? session.drafts[0] : undefined))
      // The next page may be open before this one is gone.
      shown.onDidDispose(() => {
        if (panel === shown) forget()
      })
    }
    panel.webview.html = html
  }
  const forget = () => {
    panel = undefined
    session = undefined
  }
  const close = () => {
    const shown = panel
    forget()
    shown?.dispose()
  }

  const check = async (now: Session, message?: string): Promise<void> => {
    const number = ++now.check
    const first = now.drafts[0]
    if (!first) return
    const choice = await channelChoice(server, first)
    if (number !== now.check) return
    if (!isChecked(choice)) return void warn(choice.problem)
    const last = context.workspaceState.get<string>(lastChannel)
    now.channels = choice.channels
    now.channel = chooseChannel(choice.channels, now.wish, choice.preferred, last)
    const problems = [...choice.problems]
    if (
      choice.preferred !== '' &&
      !choice.channels.some(({ channel }) => channel.name === choice.preferred)
    ) {
      const known = choice.channels.map(({ channel }) => channel.name).join('、')
      problems.push(library().notice('channel-not-found', { name: choice.preferred, known }))
    }
    const isSecretMissing =
      now.channel !== undefined &&
      needsSecret(now.channel.channel) &&
      !(await secrets.has(now.channel.channel))
    await outbox.refresh()
    const checked: CheckedDraft[] = []
    const unchecked: PreflightView['unchecked'][number][] = []
    await eachDraft(now.drafts, async uri => {
      const answer = await checkDraft(server, uri, { withDocx: now.withDocx, ruleSet })
      if (isChecked(answer)) checked.push(answer)
      else unchecked.push({ uri: uri.toString(), file: nameOf(uri), problem: answer.problem })
    })
    if (number !== now.check || now !== session) return
    now.preflights = checked.map(draft =>
      preflightOf({
        ...draft,
        known: knownEntry(outbox, draft, now.channel),
        channelProblems:
          isSecretMissing && now.channel
            ? [library().notice('secret-missing', { name: now.channel.channel.name })]
            : [],
      }),
    )
    await writeKnownReceipts(now, outbox)
    const channel = now.channel?.channel
    show(
      preflightPage({
        drafts: now.preflights,
        unchecked,
        channel: channel && {
          name: channel.name,
          type: channel.type,
          target: channel.target,
          setIn: settingPlace(choice.setIn),
        },
        hasOtherChannels: now.channels.length > 1,
        channelRemarks: problems.map(say),
        withDocx: now.withDocx,
        message,
        language: say({ zh: 'zh-CN', en: 'en' }) as 'zh-CN' | 'en',
      }),
    )
  }

  const askReason = async (uri: vscode.Uri): Promise<void> => {
    const reason = await askFor({
      title: t('已超过报送时限，请写明迟报原因'),
      prompt: t('写进文首的“迟报原因”，随稿报出'),
      placeHolder: t('例如：山区道路中断，核实情况用时较长'),
      ignoreFocusOut: true,
      validateInput: value => (value.trim().length >= 4 ? undefined : t('请写清楚原因，收稿单位会看到')),
    })
    if (!reason) return
    const document = await vscode.workspace.openTextDocument(uri)
    const edit = library().lateReasonEdit(document.getText(), reason)
    if (!edit) return void warn(t('文首的报送要素格式有误，请自己补写“迟报原因”。'))
    const change = new vscode.WorkspaceEdit()
    change.replace(uri, rangeOf(document, edit), edit.newText)
    if (await vscode.workspace.applyEdit(change)) await document.save()
  }

  const confirm = async (): Promise<readonly HandedIn[] | undefined> => {
    const now = session
    if (!now?.channel || isHandingIn) return undefined
    const { ready } = sorted(now.preflights)
    if (ready.length === 0) return undefined
    if (ready.some(({ uri }) => isDirty(uri))) {
      await check(now, t('稿件在核对之后有改动，已重新核对，请再看一遍。'))
      return undefined
    }
    isHandingIn = true
    try {
      if (!(await vouches(vouchedFor(ready)))) return undefined
      const results = await handInAll(outbox, now.channel, ready)
      await context.workspaceState.update(lastChannel, now.channel.channel.name)
      const stopped = results.filter(({ answer }) => answer.outcome === 'stopped')
      // Anything that did not get in is shown where it can be mended.
      const left = ready.length - results.length
      if (stopped.length > 0 || left > 0) {
        const why = [...new Set(stopped.flatMap(({ answer }) => answer.notices.map(say)))]
        if (left > 0) why.unshift(stoppedText(results.length - stopped.length, left))
        await check(now, why.join(' '))
      } else close()
      return results
    } finally {
      isHandingIn = false
    }
  }

  const change = async (what?: unknown, argument?: unknown): Promise<void> => {
    const now = session
    if (!now) return
    if (what === 'close') return close()
    if (what === 'reason' && typeof argument === 'string') await askReason(vscode.Uri.parse(argument))
    if (what === 'docx') {
      now.withDocx = !now.withDocx
      await context.workspaceState.update(wordToo, now.withDocx)
    }
    if (what === 'channel') {
      const name = await pickChannel(now)
      if (name === undefined) return
      now.wish = name
    }
    await check(now)
  }

  const recheck = () => {
    if (session && panel && !isHandingIn) void check(session)
  }
  const isShown = (uri: vscode.Uri) =>
    session?.drafts.some(draft => draft.toString() === uri.toString()) ?? false

  return Object.assign(
    vscode.Disposable.from(
      vscode.commands.registerCommand('ligao.confirmHandIn', confirm),
      vscode.commands.registerCommand('ligao.changeHandIn', change),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (isShown(uri)) recheck()
      }),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('ligao')) recheck()
      }),
      secrets.onDidChange(recheck),
      new vscode.Disposable(close),
    ),
    {
      async open(drafts: readonly vscode.Uri[]) {
        const now: Session = {
          drafts,
          withDocx: context.workspaceState.get(wordToo, false),
          channels: [],
          preflights: [],
          check: 0,
        }
        session = now
        await check(now)
        const [only] = now.preflights
        if (now.preflights.length === 1 && only && onlyReasonMissing(only)) {
          await askReason(vscode.Uri.parse(only.uri))
          await check(now)
        }
        panel?.reveal()
      },
    },
  )
}

/** Whether the writer has looked at the attachments that no program can read. */
async function vouches(notices: readonly Notice[]): Promise<boolean> {
  if (notices.length === 0) return true
  const yes = t('都看过了，不涉密，报送')
  const detail = inert(notices.map(say).join('\n'))
  const question = t('有附件的文字读不出来，确认不涉密吗？')
  return (await warn(question, { modal: true, detail }, yes)) === yes
}

const isDirty = (uri: string): boolean =>
  vscode.workspace.textDocuments.some(document => document.uri.toString() === uri && document.isDirty)

const nameOf = (uri: vscode.Uri): string => uri.path.split('/').pop() ?? uri.path

const rangeOf = (document: vscode.TextDocument, { start, end }: { start: number; end: number }) =>
  new vscode.Range(document.positionAt(start), document.positionAt(end))

/** One after the other; many with progress and a way to stop. */
async function eachDraft(
  drafts: readonly vscode.Uri[],
  work: (uri: vscode.Uri) => Promise<void>,
): Promise<void> {
  const title = t('正在核对稿件')
  const location = drafts.length > 3 ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window
  await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    for (const [index, uri] of drafts.entries()) {
      if (token.isCancellationRequested) return
      progress.report({ message: `${index + 1}/${drafts.length}`, increment: 100 / drafts.length })
      await work(uri)
    }
  })
}

function knownEntry(outbox: Outbox, { prepared }: CheckedDraft, channel: KnownChannel | undefined) {
  if (!channel || prepared.id === '') return undefined
  const key = library().entryKey(prepared.id, channel.channel)
  return outbox.entries.find(entry => entry.key === key)
}

/** Handing in what was delivered already answers with the receipt; a draft that lacks it gets it. */
async function writeKnownReceipts({ preflights, channel }: Session, outbox: Outbox): Promise<void> {
  for (const { state, known, prepared, handIn, uri } of preflights)
    if (state === 'done' && channel && known?.state === 'delivered' && !prepared.form.回执号)
      await outbox.accept(
        { ...handIn, unreadAllowed: prepared.unread },
        channel,
        vscode.Uri.parse(uri),
        prepared.id,
      )
}

async function pickChannel({ channels, channel: current }: Session): Promise<string | undefined> {
  const picked = await pickOne(
    channels.map(({ channel }) => ({
      label: channel.name,
      description: typeName(channel.type),
      detail: channel.target,
      picked: channel.name === current?.channel.name,
    })),
    { title: t('用哪个渠道报送？'), matchOnDetail: true },
  )
  return picked?.label
}
