// `ligao submit`: hands drafts in from the terminal, on the same code as the editor: gate, package, spool, channel, receipt.

import path from 'node:path'
import type * as submission from '../../../../client/src/submission'
import { version } from '../../version'
import { findDrafts, readDraft } from '../files'
import { json } from '../format/plain'
import { messageOf } from '../format/result'
import { type ChannelRequest, channelsOf, chooseChannel } from '../handIn/channel'
import { type CheckedDraft, checkDraft } from '../handIn/draft'
import { entryOutcome, type Outcome, stoppedOutcome, textOf } from '../handIn/outcome'
import { writeReceipt } from '../handIn/receipt'
import { secretsFrom } from '../handIn/secrets'
import { createJudge, type Judge } from '../judge'
import { choice, type Parsed, readOptions } from '../options'
import { rootOf } from '../root'
import { type SettingsReader, settingsFor } from '../settings'
import { type Command, type Terminal, UsageError } from '../terminal'

type Library = typeof submission

const usage = `用法：ligao submit <稿件…> [--channel 名称] [--spool 文件夹] [--wait] [--late-reason 原因] [--docx]
                    [--allow-unread] [--bind-secret 地址]
                    [--config 文件] [--format text|json]
       ligao submit --resume [--spool 文件夹] [--wait]      续报上次没有送达的
稿件有错误不能报，有警告照报并列出。不加 --wait 时试发一次，没送达的留在队列里。
附件的文字读不出来（扫描件、PDF、加密或老格式）时不报；逐个看过、确认不涉密的，加 --allow-unread。
口令放在环境变量 LIGAO_SECRET_<渠道名大写> 里，只发给确认过的地址：第一次加 --bind-secret 地址，以后不用再加。
退出码：0 已送达或已存入队列；1 有稿件没有报成或被退回；2 用法不对、文件读不了、队列不能用。`

export const submit: Command = {
  name: 'submit',
  summary: '报送稿件，拿回执',
  usage,
  async run(args, terminal) {
    const parsed = readOptions(args, {
      channel: { type: 'string' },
      spool: { type: 'string' },
      wait: { type: 'boolean' },
      resume: { type: 'boolean' },
      docx: { type: 'boolean' },
      'bind-secret': { type: 'string' },
      'allow-unread': { type: 'boolean' },
      'late-reason': { type: 'string' },
      config: { type: 'string' },
      format: { type: 'string' },
    })
    const { values, paths } = parsed
    const format = choice(parsed, 'format', ['text', 'json'])
    if (paths.length === 0 && !values.resume) throw new UsageError('请写明要报送的稿件')
    if (paths.length > 0 && values.resume) throw new UsageError('--resume 不和稿件同用')
    const files = paths.length > 0 ? await findDrafts(paths, terminal.cwd) : []
    if (files.length === 0 && !values.resume) throw new UsageError('没有找到稿件')
    const office = await openOffice(files[0] ?? path.join(terminal.cwd, 'draft.md'), parsed, terminal)
    const taken = files.length > 0 ? await takeIn(files, office) : { accepted: [], stopped: [] }
    const keys = values.resume ? undefined : taken.accepted.map(({ entry }) => entry.key)
    const ended = await deliver(office, keys, values.wait === true)
    const outcomes = values.resume
      ? await resumed(office, ended)
      : [...taken.stopped, ...(await settle(office, taken.accepted))]
    terminal.out(format === 'json' ? json(outcomes) : textOf(outcomes))
    return outcomes.every(({ outcome }) => outcome === 'delivered' || outcome === 'queued') ? 0 : 1
  },
}

/** All that the steps share. */
interface Office {
  readonly library: Library
  readonly spool: submission.Spool
  readonly terminal: Terminal
  readonly values: Parsed['values']
  readonly settings: SettingsReader
  readonly judge: Judge
  /** The channels of what is handed in, one after the other. */
  readonly channels: submission.Channel[]
  requestFor(file: string): ChannelRequest
}

async function openOffice(first: string, { values }: Parsed, terminal: Terminal): Promise<Office> {
  // Loaded here, because no other command needs it.
  const library = await import('../../../../client/src/submission')
  const text = (name: string) => values[name] as string | undefined
  const settings = settingsFor(terminal.cwd, text('config'), terminal.err)
  const root = rootOf(first, terminal.cwd)
  const requestFor = (file: string): ChannelRequest => ({
    merged: settings.explain(file),
    root: rootOf(file, terminal.cwd),
    wanted: text('channel'),
    isSpoolShared: values.spool !== undefined,
    env: terminal.env,
  })
  // A channel that is not there is a mistake of the call: said before anything is written.
  const { channel } = chooseChannel(library, requestFor(first))
  const channels = values.resume ? channelsOf(library, requestFor(first)).channels : [channel]
  const folder = path.resolve(terminal.cwd, text('spool') ?? library.spoolFolderFor(root))
  return {
    library,
    spool: await openSpool(library, folder, terminal),
    terminal,
    values,
    settings,
    judge: createJudge({ cwd: terminal.cwd, settings, now: terminal.now, given: [], warn: terminal.err }),
    channels,
    requestFor,
  }
}

interface Taken {
  readonly file: string
  readonly shown: string
  readonly entry: submission.EntryView
}

async function takeIn(files: readonly string[], office: Office) {
  const { library, spool, terminal } = office
  const accepted: Taken[] = []
  const stopped: Outcome[] = []
  const said = new Set<string>()
  const unreadAllowed = office.values['allow-unread'] === true ? true : undefined
  for (const file of files) {
    const { channel, problems } = chooseChannel(library, office.requestFor(file))
    for (const { zh } of problems) if (!said.has(zh) && said.add(zh)) terminal.err(`${zh}\n`)
    office.channels.push(channel)
    const draft = await checked(office, file)
    for (const finding of draft.warnings) terminal.err(`${draft.shown}：提醒：${messageOf(finding, 'zh')}\n`)
    const answer = draft.report.isReport
      ? await library.accept(
          spool,
          unreadAllowed ? { ...draft.handIn, unreadAllowed } : draft.handIn,
          channel,
          {
            trusted: true,
          },
        )
      : { outcome: 'stopped' as const, notices: [] }
    if (answer.outcome !== 'stopped' && answer.entry)
      accepted.push({ file, shown: draft.shown, entry: answer.entry })
    else stopped.push(stoppedOutcome(draft, channel.name, answer))
  }
  return { accepted, stopped }
}

/** Resolves with the keys of what came to its end. */
async function deliver(
  { library, spool, channels, terminal, values }: Office,
  keys: readonly string[] | undefined,
  wait: boolean,
): Promise<ReadonlySet<string>> {
  const ended = new Set<string>()
  await library.startQueue(spool, {
    channels,
    trusted: true,
    secret: secretsFrom(library, terminal.env, values['bind-secret'] as string | undefined),
    proxyEnvironment: terminal.env,
    until: wait ? 'settled' : 'once',
    keys,
    onEvent: event => {
      if (event.type === 'settled') ended.add(event.entry.key)
      tell(event, terminal)
    },
  }).done
  return ended
}

/** What became of each, with the receipt written into the draft. */
async function settle({ library, spool, terminal }: Office, accepted: readonly Taken[]): Promise<Outcome[]> {
  const { entries } = await library.listEntries(spool)
  const outcomes: Outcome[] = []
  for (const { file, shown, entry } of accepted) {
    const now = entries.find(({ key }) => key === entry.key) ?? entry
    if (now.state === 'delivered' && !(await writeReceipt(library, file, now)))
      terminal.err(`${shown}：回执号没有写进稿件：报送要素格式有误，请自己补上\n`)
    outcomes.push(entryOutcome(shown, now))
  }
  return outcomes
}

/** What ended now, and what still waits. */
async function resumed({ library, spool }: Office, ended: ReadonlySet<string>): Promise<Outcome[]> {
  const { entries } = await library.listEntries(spool)
  return entries
    .filter(({ key, state }) => ended.has(key) || state === 'queued' || state === 'sending')
    .map(entry => entryOutcome('', entry))
}

async function openSpool(library: Library, folder: string, terminal: Terminal): Promise<submission.Spool> {
  try {
    const { spool, setAside, problems } = await library.openSpool(folder)
    await library.pruneSpool(spool).catch(() => undefined)
    for (const { zh } of [...setAside.map(each => each.notice), ...problems]) terminal.err(`${zh}\n`)
    return spool
  } catch (error) {
    throw new UsageError(library.noticeOf(error)?.zh ?? String(error))
  }
}

async function checked(
  { library, settings, judge, terminal: { cwd, now }, values }: Office,
  file: string,
): Promise<CheckedDraft> {
  const check = async () =>
    checkDraft({
      file,
      text: await readDraft(file),
      cwd,
      settings: settings(file),
      now: now(),
      withDocx: values.docx === true,
      ruleSet: version(),
      judge,
    })
  const draft = await check()
  const reason = values['late-reason']
  const { deadline } = draft.handIn
  if (typeof reason !== 'string' || deadline === undefined || Date.parse(deadline) > now()) return draft
  await library.editFile(file, text => {
    const edit = library.lateReasonEdit(text, reason)
    return edit && [edit]
  })
  return check()
}

function tell(event: submission.QueueEvent, terminal: Terminal): void {
  if (event.type === 'trouble') terminal.err(`${event.notice.zh}\n`)
  if (event.type === 'set-aside') terminal.err(`${event.aside.notice.zh}\n`)
  if (event.type === 'waiting' && event.entry.notice)
    terminal.err(`${event.entry.title}：${event.entry.notice.zh}\n`)
}
