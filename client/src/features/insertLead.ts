// ligao.insertLead: takes a lead into the report that is being written, credits who gave it, and marks it as used.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { changeFile, now, openDocument, readText, replacing } from '../leads/files'
import { insertLeadEdits, type LeadInsertion, leadPart } from '../leads/insertion'
import { type DayWords, isLeadText, type Lead, leadFolder, readLead, shortTime } from '../leads/lead'
import type { LeadFile, Leads } from '../leads/store'
import { usedEdits } from '../leads/used'
import { complain, type Entry, inform, pickOne, warn } from '../notify'

export function registerInsertLead(leads: Leads): vscode.Disposable {
  let lastReport: vscode.Uri | undefined
  const remember = (editor: vscode.TextEditor | undefined) => {
    if (editor && isReport(editor.document)) lastReport = editor.document.uri
  }
  remember(vscode.window.activeTextEditor)
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(remember),
    vscode.commands.registerCommand('ligao.insertLead', async (argument?: unknown) => {
      const report = await reportEditor(lastReport)
      if (!report) {
        void inform(t('请先打开要写的稿件，光标放在要插入的地方。'))
        return
      }
      const uri = leadOf(argument) ?? (await pickLead(leads, t('插入哪条线索？')))?.uri
      if (uri) await insertLead(uri, report)
    }),
  )
}

/** The tree gives a row, a link gives an address, the palette nothing. */
export function leadOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument
  const file = (argument as { file?: LeadFile } | undefined)?.file
  return file?.uri instanceof vscode.Uri ? file.uri : undefined
}

const isReport = ({ languageId, uri }: vscode.TextDocument): boolean =>
  languageId === 'markdown' &&
  (uri.scheme === 'file' || uri.scheme === 'untitled' || uri.scheme === 'vscode-remote') &&
  !isAmongLeads(uri)

const isAmongLeads = (uri: vscode.Uri): boolean => {
  if (!uri.path.split('/').slice(0, -1).includes(leadFolder)) return false
  const open = openDocument(uri)
  return !open || isLeadText(open.getText())
}

/** The report in front; while a lead is being read, the one before it. */
async function reportEditor(last: vscode.Uri | undefined): Promise<vscode.TextEditor | undefined> {
  const active = vscode.window.activeTextEditor
  if (active && isReport(active.document)) return active
  const visible = vscode.window.visibleTextEditors.find(({ document }) => isReport(document))
  if (visible) return visible
  const open = last && openDocument(last)
  return open ? vscode.window.showTextDocument(open, { preview: false }) : undefined
}

/** A list of leads, unused ones first; says what to do where there are none. */
export async function pickLead(leads: Leads, title: string): Promise<LeadFile | undefined> {
  const all = await leads.all()
  if (all.length === 0) {
    const write = t('写一条线索')
    const chosen = await inform(t('还没有线索。'), write)
    if (chosen) await vscode.commands.executeCommand('ligao.newLead')
    return undefined
  }
  const rows = (used: boolean) =>
    all
      .filter(({ lead }) => (lead.used !== undefined) === used)
      .map(file => ({
        label: file.lead.title,
        icon: used ? 'warning' : 'lightbulb',
        description: whoAndWhen(file.lead),
        detail: (used ? [usedText(file.lead)] : []).concat(excerpt(file.lead)).filter(Boolean).join(' · '),
        file,
      }))
  const used = rows(true)
  const separator = { label: t('已采用'), kind: vscode.QuickPickItemKind.Separator }
  const items: (Entry & { file?: LeadFile })[] = [
    ...rows(false),
    ...(used.length > 0 ? [separator, ...used] : []),
  ]
  const chosen = await pickOne(items, {
    title,
    placeHolder: t('按标题、提供人、内容查找'),
    matchOnDescription: true,
    matchOnDetail: true,
  })
  return chosen?.file
}

const dayWords = (): DayWords => ({
  today: t('今天'),
  yesterday: t('昨天'),
  day: (month, date) => t('{0}月{1}日', month, date),
  dayOfYear: (year, month, date) => t('{0}年{1}月{2}日', year, month, date),
})

export const whoAndWhen = (lead: Lead): string =>
  [
    lead.by.map(({ name }) => name).join('、'),
    lead.time && shortTime(lead.time, now().slice(0, 10), dayWords()),
  ]
    .filter(Boolean)
    .join(' · ')

export const usedText = ({ used }: Lead): string =>
  used ? (used.reports.length > 0 ? t('已用于 {0}', used.reports.join('、')) : t('已标明采用')) : ''

/** The beginning of what it says. */
export const excerpt = ({ facts, figures }: Lead): string =>
  `${facts}\n${figures}`
    .replace(/^[ \t\u3000]*(?:[-*+>]|\d{1,9}[.、])[ \t\u3000]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)

async function insertLead(uri: vscode.Uri, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor
  const text = await readText(uri)
  if (text === undefined) {
    void complain(t('这条线索打不开，可能已被移走。'))
    return
  }
  const lead = readLead(text, uri.path.split('/').at(-1))
  if (lead.used && !(await isWantedAgain(lead))) return
  const base = document.isUntitled
    ? vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? uri, 'x.md')
    : document.uri
  const insertion = insertLeadEdits(document.getText(), document.offsetAt(editor.selection.active), lead, {
    lead: uri.path,
    report: base.path,
  })
  if (!insertion) {
    void inform(t('线索“{0}”还没有写内容。', lead.title))
    return
  }
  const body = insertion.edits.at(-1)!
  if (!(await vscode.workspace.applyEdit(replacing(document, insertion.edits)))) {
    void complain(t('稿件现在改不了，线索没有插入。'))
    return
  }
  await showInserted(document, insertion, body.newText)
  const report = document.isUntitled
    ? document.uri.path
    : vscode.workspace.asRelativePath(document.uri, false)
  const marked = await changeFile(uri, lead => usedEdits(lead, { report, at: now() }))
  tell(lead, insertion, marked)
}

async function isWantedAgain(lead: Lead): Promise<boolean> {
  const again = t('仍要插入')
  const answer = await pickOne(
    [
      { label: t('不插入'), icon: 'close', description: '', value: false },
      { label: again, icon: 'warning', description: t('确有新情况'), value: true },
    ],
    {
      title: t('线索“{0}”已经用过', lead.title),
      placeHolder: t('{0}。同一件事报两遍会被当作重复信息退回，确有新情况再用。', usedText(lead)),
    },
  )
  return answer?.value ?? false
}

/** The cursor goes behind what came in, where the writer goes on. */
async function showInserted(
  document: vscode.TextDocument,
  { edits }: LeadInsertion,
  inserted: string,
): Promise<void> {
  const shift = edits.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0)
  const { start } = edits.at(-1)!
  const end = document.positionAt(start + shift - (inserted.length - inserted.trimEnd().length))
  const begin = document.positionAt(start + shift - inserted.trimStart().length)
  const editor = await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(end, end),
    preview: false,
  })
  editor.revealRange(new vscode.Range(begin, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

function tell(lead: Lead, { credited }: LeadInsertion, marked: boolean): void {
  const done = t('已插入线索“{0}”', lead.title)
  const troubles = [
    credited === 'impossible'
      ? t(
          '报送要素读不懂，没有把{0}记入拟稿人，请手工补上',
          lead.by.map(({ name }) => name).join('、') || t('提供人'),
        )
      : '',
    lead.by.length === 0 ? t('线索没有写提供人，拟稿人没有变动') : '',
    marked ? '' : t('线索文件改不了，没有标明已采用'),
  ].filter(Boolean)
  if (troubles.length > 0) {
    void warn(`${[done, ...troubles].join('；')}。`)
    return
  }
  const names = credited === 'impossible' ? [] : credited.map(name => `${name}（${leadPart}）`)
  void inform(names.length > 0 ? t('{0}，拟稿人加上{1}。', done, names.join('、')) : `${done}。`)
}
