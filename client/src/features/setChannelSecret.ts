// ligao.setChannelSecret: the token or password of a channel, into SecretStorage. It never stands in a settings file, and
// it holds for this address only.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { askFor, inform, mention, pickOne, warn } from '../notify'
import type { Server } from '../server'
import { draftOf } from './activeDraft'
import { type KnownChannel, mayHaveSecret } from './handIn/channels'
import { channelChoice, isChecked } from './handIn/check'
import type { Outbox } from './handIn/outbox'
import type { Secrets } from './handIn/secrets'
import { typeName } from './handIn/words'

export function registerSetChannelSecret(
  server: Server,
  secrets: Secrets,
  outbox: Outbox,
): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.setChannelSecret', async (argument?: unknown) => {
    const wanted = typeof argument === 'string' ? argument : undefined
    const known = await channelsHere(server)
    if (!known) return
    const own = known.filter(({ channel }) => mayHaveSecret(channel))
    if (own.length === 0) return void inform(t('现在的报送渠道都不需要口令（文件夹不用口令）。'))
    const chosen = own.find(({ channel }) => channel.name === wanted) ?? (await choose(own, secrets))
    if (!chosen) return
    const { channel } = chosen
    const secret = await askFor({
      title: t('渠道“{0}”的口令', channel.name),
      prompt: t('只用于 {0}，存在系统的密码库里；留空则清除', channel.target),
      password: true,
      ignoreFocusOut: true,
      validateInput: value => (/[\p{Cc}]/u.test(value) ? t('口令里有换行等不能用的字符') : undefined),
    })
    if (secret === undefined) return
    await secrets.set(channel, secret.trim() || undefined)
    mention(
      secret.trim() ? t('渠道“{0}”的口令已保存', channel.name) : t('渠道“{0}”的口令已清除', channel.name),
      5000,
    )
    if (secret.trim() && outbox.entries.some(({ state, notice }) => state === 'queued' && notice))
      await outbox.retryAll()
  })
}

/** The channels of the open draft, else of the folder that is open. */
async function channelsHere(server: Server): Promise<readonly KnownChannel[] | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  const uri = draftOf(undefined) ?? (folder && vscode.Uri.joinPath(folder.uri, 'draft.md'))
  if (uri?.scheme !== 'file' || !vscode.workspace.isTrusted) {
    void inform(t('请先打开放稿件的文件夹，并信任它。'))
    return undefined
  }
  const choice = await channelChoice(server, uri)
  if (isChecked(choice)) return choice.channels
  void warn(choice.problem)
  return undefined
}

async function choose(
  channels: readonly KnownChannel[],
  secrets: Secrets,
): Promise<KnownChannel | undefined> {
  const items = await Promise.all(
    channels.map(async known => ({
      label: known.channel.name,
      description: `${typeName(known.channel.type)}${(await secrets.has(known.channel)) ? ` · ${t('已设口令')}` : ''}`,
      detail: known.channel.target,
      known,
    })),
  )
  const picked = await pickOne(items, { title: t('设置哪个渠道的口令？') })
  return picked?.known
}
