// Saves a draft and has this very version checked; what is handed in later is compared with it, byte by byte.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as vscode from 'vscode'
import {
  type ReportCard,
  reportCardRequest,
  type SettingsInfo,
  settingsRequest,
} from '../../../../server/src/protocol'
import { t } from '../../l10n'
import type { Server } from '../../server'
import { type ChannelChoice, channelsOf, plainHostsOf } from './channels'
import { library } from './library'
import { blockingErrors, type CheckedDraft, deadlineFor } from './preflight'

/** A reason in the writer's words why nothing could be checked. */
export interface NotChecked {
  readonly problem: string
}

export const isChecked = <T extends object>(answer: T | NotChecked): answer is T => !('problem' in answer)

/** The file of a draft, saved; asks where to put one that was never saved. */
export async function savedFile(uri: vscode.Uri): Promise<vscode.Uri | NotChecked> {
  const document = openDocument(uri)
  if (document?.isUntitled) {
    await vscode.window.showTextDocument(document)
    const saved = await vscode.workspace.saveAs(uri)
    return saved ?? { problem: t('稿件还没有保存，没有报送。') }
  }
  if (uri.scheme !== 'file') return { problem: t('只能报送保存在本机或共享盘上的稿件。') }
  // Another save may be under way: what counts is that nothing is left to save.
  if (document?.isDirty && !(await document.save()) && document.isDirty && !(await document.save()))
    return { problem: t('稿件没有保存成功，没有报送。请先保存。') }
  return uri
}

/** Tries again while somebody types or the server is behind; a version that stands still is found at once. */
const attempts = 5

export async function checkDraft(
  server: Server,
  uri: vscode.Uri,
  options: { readonly withDocx: boolean; readonly ruleSet: string },
): Promise<CheckedDraft | NotChecked> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await readText(uri)
    if (before === undefined) return { problem: t('稿件读不出来：{0}', path.basename(uri.fsPath)) }
    const card = await server.request<ReportCard | null>(reportCardRequest, { uri: uri.toString() })
    if (!card) return { problem: t('检查服务没有回应，没有报送。请稍后再试，或重启检查服务。') }
    const document = openDocument(uri)
    const isSame = document
      ? !document.isDirty && card.version === document.version && sameText(document.getText(), before)
      : (await readText(uri)) === before
    if (!isSame) {
      if (document?.isDirty) await document.save()
      continue
    }
    return assemble(server, uri, before, card, options)
  }
  return { problem: t('稿件一直在变化，没有核对成。请停下来再报送。') }
}

async function assemble(
  server: Server,
  uri: vscode.Uri,
  text: string,
  card: ReportCard,
  { withDocx, ruleSet }: { readonly withDocx: boolean; readonly ruleSet: string },
): Promise<CheckedDraft> {
  const { nodeRuntime, prepare } = library()
  const settings = await settingsOf(server, uri)
  const handIn = {
    file: uri.fsPath,
    root: rootOf(uri),
    checked: {
      errors: blockingErrors(card),
      warnings: card.counts.warning,
      ruleSet,
      kind: card.isReport ? card.kindLabel : undefined,
    },
    deadline: deadlineFor(card),
    withDocx,
    timeZone: String(settings?.values.timeZone ?? 'Asia/Shanghai'),
  }
  const prepared = await prepare({ ...handIn, text }, nodeRuntime())
  return {
    uri: uri.toString(),
    file: path.relative(handIn.root, uri.fsPath),
    card,
    handIn,
    // A hundred drafts may wait on the page; their checksums are enough to know them again.
    prepared: { ...prepared, text: '' },
  }
}

export const settingsOf = (server: Server, uri: vscode.Uri) =>
  server.request<SettingsInfo | null>(settingsRequest, { uri: uri.toString() })

/** The channels for a draft, or for the folder that is open. */
export async function channelChoice(server: Server, uri: vscode.Uri): Promise<ChannelChoice | NotChecked> {
  const settings = await settingsOf(server, uri)
  if (!settings) return { problem: t('检查服务没有回应，没有报送。请稍后再试，或重启检查服务。') }
  const own = vscode.workspace.getConfiguration('ligao').inspect('channels')?.globalValue
  return channelsOf({ ...settings, root: rootOf(uri), plainHosts: plainHostsOf(own) })
}

/** Nothing outside this folder goes out with a draft. */
export function rootOf(uri: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? path.dirname(uri.fsPath)
}

const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString())

const readText = (uri: vscode.Uri): Promise<string | undefined> =>
  readFile(uri.fsPath, 'utf8').catch(() => undefined)

/** An editor shows one kind of line end and no byte order mark, whatever the file has. */
const sameText = (shown: string, stored: string): boolean =>
  shown.replace(/\r\n?/g, '\n') === stored.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
