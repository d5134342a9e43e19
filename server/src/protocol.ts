// The contract between the language server and its client beyond LSP: every custom message, who sends it, when and why.
// The only server file that the client may import; it holds no code but names and what a start needs.

import type { Diagnostic, DocumentUri, ProgressToken, Range } from 'vscode-languageserver-protocol'

type Severity = 'error' | 'warning' | 'information' | 'hint'
type Family = 'generic' | 'data' | 'analysis' | 'deadline' | 'form'
type Dimension = 'elements' | 'data' | 'analysis' | 'timeliness' | 'style'

/**
 * What Node is given when it starts the server: one thread for V8's own work beside the one that answers. With Node's four,
 * compiling takes the processor away from typing on an office machine of two cores, and the slow edits take 1.6 times as long.
 */
export const nodeArguments: readonly string[] = ['--v8-pool-size=1']

/** What the client may pass in `initialize`; everything is optional, so that any LSP client can start the server. */
export interface InitializationOptions {
  /** URI of the folder with one `<rule id>.md` for each rule; findings link there. Default: the folder beside the server. */
  readonly ruleDocs?: string
  /**
   * Where a finding links to instead, with `{rule}` for its id: a client that shows the page nicely names its own command here
   * (`command:…`). Default: the file in `ruleDocs`.
   */
  readonly ruleLink?: string
  /** Commands that the client can run, such as `ligao.submitReport`. The server offers no other. */
  readonly commands?: readonly string[]
  /** The client shows a status bar item: send `ligao/didChangeStatus`. */
  readonly status?: boolean
  /**
   * The client shows the message of a finding above its card, and Ctrl+. offers the fixes, as VS Code does. Otherwise the card says
   * all and names no key.
   */
  readonly messageOverHover?: boolean
  /** Settings, for clients that cannot be asked (`workspace/configuration`); the content of the section `ligao`. */
  readonly settings?: unknown
}

/** Commands that the server refers to in code actions and lenses when the client says that it has them. */
export const clientCommands = {
  /** Arguments: `[{ uri, term }]`. Adds a wording to the unit's own lexicon as allowed (`ligao/allowTerm`). */
  addTerm: 'ligao.addTerm',
  /** Arguments: `[MuteParams]`. Asks which way of switching a finding off is meant, and does it. */
  mute: 'ligao.mute',
  /** Arguments: `[rule]`. */
  openRuleDocs: 'ligao.openRuleDocs',
  /** Arguments: `[uri]`. */
  showProblemMatrix: 'ligao.showProblemMatrix',
  /** Arguments: `[uri]`. */
  showReportCard: 'ligao.showReportCard',
  /** Arguments: `[uri]`. */
  submitReport: 'ligao.submitReport',
} as const

/** Ways to switch a finding off, for the command `mute`. */
export interface MuteParams {
  readonly uri: DocumentUri
  /** Of the document that the places count in. */
  readonly version: number
  readonly choices: readonly {
    readonly label: string
    /** `newText` holds tab stops where `snippet` says so. */
    readonly edits: readonly { readonly range: Range; readonly newText: string; readonly snippet?: boolean }[]
  }[]
}

/** What `diagnostic.data` carries, so that a code action needs nothing else. Missing for findings without a fix. */
export interface DiagnosticData {
  /** Version of the document that the places count in. A fix for another version is not offered. */
  readonly version: number
  readonly fixes: readonly DiagnosticFix[]
}

export interface DiagnosticFix {
  /** In the language of the message. */
  readonly title: string
  readonly edits: readonly { readonly range: Range; readonly newText: string }[]
  /** The texts hold tab stops such as `${1:责任单位}`. */
  readonly snippet?: boolean
  /** May be applied unasked by `source.fixAll.ligao`. */
  readonly safe?: boolean
}

/** Code of the information shown on line 1 about the check itself: what was left out, which rule failed. */
export const noteCode = 'ligao-note'

// ---------------------------------------------------------------------------------------------------------------------

export interface DocumentParams {
  readonly uri: DocumentUri
}

/** Number of findings by severity. */
export type Counts = Readonly<Record<Severity, number>>

/** Where a draft stands against its own time limit for handing in. */
export interface DeadlineState {
  /** ISO 8601 instant with zone. */
  readonly due: string
  /**
   * `open`: time left · `soon`: within the reminder span · `overdue` · `submitted`: handed in, nobody wrote when ·
   * `met`: handed in on time · `missed`: handed in late.
   */
  readonly state: 'open' | 'soon' | 'overdue' | 'submitted' | 'met' | 'missed'
  /** Milliseconds from now until `due` (negative when past), at the time of the answer. */
  readonly left: number
  /** `还剩 35 分钟`, `已超 2 小时 10 分`, `迟报 3 小时`, at the time of the answer; '' when there is nothing to say. */
  readonly standing: string
  /** `接报 11月22日 08:30 + 1 小时 = 09:30`. */
  readonly arithmetic: string
  /** Which limit applies and where it comes from, in the writer's words. */
  readonly basis: string
}

/** One line about a draft, enough for a status bar item. */
export interface Status {
  readonly uri: DocumentUri
  /** Version of the document that was judged; 0 for a file read from disk. */
  readonly version: number
  /** False for README files, technical documents, English: nothing was checked, and the client shows nothing. */
  readonly isReport: boolean
  /** Id (`emergency`), name in the language of the messages (突发), with the stage if there is one (突发·初报). */
  readonly kind: string
  readonly kindLabel: string
  /** The draft does not say its kind; `reason` says why it was read as this one. */
  readonly inferred: boolean
  readonly reason: string
  /** 0–100; `null` when nothing was checked, and while only a frame of blanks stands there and no text. */
  readonly score: number | null
  readonly deadline: DeadlineState | null
  readonly counts: Counts
}

/**
 * Client → server, request. When the active editor changes and the client wants to fill its status bar item before the
 * first `ligao/didChangeStatus`. Params: DocumentParams. Result: Status, or null when the document is not open.
 */
export const statusRequest = 'ligao/status'

/**
 * Server → client, notification, only with `initializationOptions.status`. After a check whose status differs from the one
 * sent last for that document: an edit, changed settings, a time limit that came near or passed. Params: Status.
 */
export const statusNotification = 'ligao/didChangeStatus'

// ---------------------------------------------------------------------------------------------------------------------

export interface CardFinding {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly what: string
  readonly why: string
  readonly doNext: string
  readonly range: Range
  /** The text at the range, shortened to one line. */
  readonly excerpt: string
  /** The draft cannot be handed in while it stands, whatever its severity. */
  readonly stopsHandIn?: true
  /** Where the finding tells many places in one line: each of them. */
  readonly places?: readonly { readonly range: Range; readonly excerpt: string }[]
}

export interface CardFamily {
  readonly family: Family
  readonly label: string
  readonly findings: readonly CardFinding[]
}

export interface CardDimension {
  readonly dimension: Dimension
  readonly label: string
  readonly points: number
  readonly full: number
  readonly deductions: readonly {
    readonly rule: string
    readonly title: string
    readonly points: number
    /** Findings; 0 where nothing could be checked. */
    readonly count: number
  }[]
}

/** Everything the report card page shows. */
export interface ReportCard extends Status {
  readonly title: string
  /** Who worked on it, each with the part: 周敏（采写）. */
  readonly authors: readonly string[]
  /** Visible characters without markup. */
  readonly length: number
  readonly dimensions: readonly CardDimension[]
  /** What keeps the score below the sum of the dimensions, if anything does. */
  readonly ceiling: { readonly rule: string; readonly title: string; readonly most: number } | null
  /** Families with findings only, in the order of the four complaints, form last. */
  readonly families: readonly CardFamily[]
  /** 先办三件事: what would raise the draft most; these findings stand in `families` as well. */
  readonly first: readonly CardFinding[]
  /** What was left out of the check. */
  readonly notes: readonly string[]
}

/**
 * Client → server, request. When the writer opens the report card (`ligao.showReportCard`), and again after each
 * `ligao/didChangeStatus` while the page is visible. Also works on a file that is not open, read from disk.
 * Params: DocumentParams. Result: ReportCard, or null when the file cannot be read.
 */
export const reportCardRequest = 'ligao/reportCard'

// ---------------------------------------------------------------------------------------------------------------------

/** A text of the draft and where it stands. */
export interface MatrixCell {
  /** One line, shortened. */
  readonly text: string
  readonly range: Range
}

export interface MatrixMeasureCell extends MatrixCell {
  /** 责任单位, 责任人, 完成时限, 验收标准 as written; '' where there is none. */
  readonly owner: string
  readonly person: string
  readonly deadline: string
  readonly standard: string
  /** Already taken. */
  readonly done: boolean
}

export interface MatrixRowCells {
  /** Null for causes and measures that answer no problem. */
  readonly problem: MatrixCell | null
  readonly causes: readonly MatrixCell[]
  readonly measures: readonly MatrixMeasureCell[]
}

/** 问题—原因—措施对照表 of one draft. */
export interface ProblemMatrixResult {
  readonly uri: DocumentUri
  readonly title: string
  readonly isReport: boolean
  readonly kindLabel: string
  /** The kind owes its reader a part on problems; where it does not, nothing of this is missing. */
  readonly owes: boolean
  readonly rows: readonly MatrixRowCells[]
  /** Cells that the writer still has to fill; 0 where nothing is owed. */
  readonly blanks: number
  /** The same as a Markdown table. */
  readonly markdown: string
}

/**
 * Client → server, request. When the writer opens the problem matrix (`ligao.showProblemMatrix`) and after each edit while
 * it is shown. Also works on a file that is not open. Params: DocumentParams. Result: ProblemMatrixResult, or null when the
 * file cannot be read.
 */
export const problemMatrixRequest = 'ligao/problemMatrix'

// ---------------------------------------------------------------------------------------------------------------------

export interface CheckFilesParams {
  /** What to check; without it every Markdown file of the workspace folders. `text` overrides what is on disk. */
  readonly files?: readonly { readonly uri: DocumentUri; readonly text?: string }[]
  /** Progress is reported here as `$/progress` (WorkDoneProgress begin, report, end). */
  readonly workDoneToken?: ProgressToken
}

export interface CheckedFile {
  readonly status: Status
  readonly diagnostics: readonly Diagnostic[]
}

export interface CheckFilesResult {
  /** Reports only, in the order asked for; other Markdown files are counted in `skipped`. */
  readonly checked: readonly CheckedFile[]
  readonly skipped: number
  /** Files that could not be read, with the reason. */
  readonly unreadable: readonly { readonly uri: DocumentUri; readonly reason: string }[]
  /** The listing of files stopped at its limit, so some were not looked at. */
  readonly truncated: boolean
  /** True when the client cancelled: `checked` then holds what was done until then. */
  readonly cancelled: boolean
}

/**
 * Client → server, request. For `ligao.checkWorkspace`. The server reads and checks file by file and lets other requests
 * through in between; cancelling (`$/cancelRequest`, or `window/workDoneProgress/cancel` with the token) ends it with what
 * was done so far. Params: CheckFilesParams. Result: CheckFilesResult.
 */
export const checkFilesRequest = 'ligao/checkFiles'

// ---------------------------------------------------------------------------------------------------------------------

export interface RuleDocsParams {
  /** Rule id; without it the list of all rules. */
  readonly rule?: string
}

export interface RuleSummary {
  readonly id: string
  readonly title: string
  readonly family: Family
  readonly familyLabel: string
  readonly severity: Severity
}

export interface RuleDocsResult {
  readonly rules: readonly RuleSummary[]
  /** The rule's page in Markdown, when one rule was asked for. */
  readonly markdown?: string
}

/**
 * Client → server, request. For `ligao.openRuleDocs`: first without a rule to let the writer choose, then with one.
 * Params: RuleDocsParams. Result: RuleDocsResult, or null for an unknown rule.
 */
export const ruleDocsRequest = 'ligao/ruleDocs'

// ---------------------------------------------------------------------------------------------------------------------

export interface SettingsInfo {
  readonly values: Readonly<Record<string, unknown>>
  /** Layer of each value: `default`, `editor`, or the URI of a ligao.config.yaml; keys like `rules.vague-quantity` too. */
  readonly origins: Readonly<Record<string, string>>
  /** Configuration files that take part, the nearest first. */
  readonly files: readonly DocumentUri[]
}

/**
 * Client → server, request. When the client itself needs a merged setting, such as the submission channels or the
 * typing pause, so that files and editor settings are merged in one place only. Params: DocumentParams. Result: SettingsInfo.
 */
export const settingsRequest = 'ligao/settings'

// ---------------------------------------------------------------------------------------------------------------------

export interface AllowTermParams {
  /** The draft in which the wording stands. */
  readonly uri: DocumentUri
  readonly term: string
}

export interface AllowTermResult {
  /** The ligao.lexicon.yaml that holds the wording, or is to hold it. */
  readonly lexicon: DocumentUri
  /** `edit`: to be applied and saved · `already`: it stands there · `unreadable`: the file has to be mended first. */
  readonly outcome: 'edit' | 'already' | 'unreadable'
  /** The file is not there yet. */
  readonly create: boolean
  readonly edit?: { readonly range: Range; readonly newText: string }
}

/**
 * Client → server, request. For `ligao.addTerm`: which lexicon takes an allowed wording, and how its text changes. The
 * nearest lexicon of the workspace is taken; where there is none, one at the root of the workspace folder is to be made.
 * Params: AllowTermParams. Result: AllowTermResult, or null when the draft lies in no folder at all.
 */
export const allowTermRequest = 'ligao/allowTerm'

// ---------------------------------------------------------------------------------------------------------------------

/** Something owed by a time: the report itself, or what its text promises or plans. */
export interface DueItem {
  /** `report`: to be handed in · `text`: a commitment in the text. */
  readonly of: 'report' | 'text'
  readonly nature: 'obligation' | 'plan'
  /** The words of the time, such as 4月20日前; 报送时限 for the report. */
  readonly text: string
  /** The sentence around it, shortened; the title of the report. */
  readonly matter: string
  /** Who is to do it, as far as said. */
  readonly owner: string
  /** ISO 8601 instant with zone; of a whole day its last second. */
  readonly due: string
  readonly wholeDay: boolean
  /** ISO instant from which on it counts as near. */
  readonly nearFrom: string
  readonly recurring: boolean
  /** How the time was found. */
  readonly basis: string
  readonly range: Range
  /** Where （已完成） belongs; left out where a matter cannot be done once and for all. */
  readonly doneAt?: Range['start']
}

export interface DueFile {
  readonly uri: DocumentUri
  readonly title: string
  readonly kindLabel: string
  /** Never empty. */
  readonly items: readonly DueItem[]
}

export interface DueItemsParams {
  /** Progress is reported here as `$/progress` (WorkDoneProgress begin, report, end). */
  readonly workDoneToken?: ProgressToken
}

export interface DueItemsResult {
  /** Markdown files that were looked at. */
  readonly looked: number
  /** The listing of files stopped at its limit. */
  readonly truncated: boolean
  readonly cancelled: boolean
}

/**
 * Client → server, request. When the client wants to show what is owed in the workspace, and to have it looked through
 * again. The items themselves come by `ligao/didChangeDueItems`, already while the files are read; from then on the server
 * follows edits, saved files and the clock by itself. Cancelling (`$/cancelRequest`, or `window/workDoneProgress/cancel`
 * with the token) keeps what was found. Params: DueItemsParams. Result: DueItemsResult.
 */
export const dueItemsRequest = 'ligao/dueItems'

export interface DueItemsChange {
  /** Files with what they owe now, in place of what they owed before. */
  readonly changed: readonly DueFile[]
  /** Files that owe nothing any more. */
  readonly removed: readonly DocumentUri[]
}

/** Server → client, notification, after a `ligao/dueItems`: what is owed has changed. Params: DueItemsChange. */
export const dueItemsNotification = 'ligao/didChangeDueItems'

// ---------------------------------------------------------------------------------------------------------------------

/** One thing that a report of its kind should have, and whether this draft has it. */
export interface ExplainedItem {
  /** Names it in `ligao/explainFix`. */
  readonly id: string
  /** `head`: an entry of the front matter · `element`: a fact such as the time of the event · `part`: a part of the text. */
  readonly group: 'head' | 'element' | 'part'
  /** False: worth having, not owed. */
  readonly must: boolean
  readonly name: string
  /** How it is given, and why it is asked for; '' where the name says it all. */
  readonly how: string
  readonly why: string
  readonly present: boolean
  /** Where the draft has it, or where it is to be mended. */
  readonly range?: Range
  /** What putting it in would do, where the server can (`ligao/explainFix`). */
  readonly fix?: string
}

export interface ExplainedLimit {
  readonly title: string
  /** Who reports to whom; '' for a limit that the unit or the draft wrote itself. */
  readonly route: string
  /** `从接报时算起`. */
  readonly from: string
  /** 依据… or 参照…. */
  readonly source: string
}

/** What a kind of report should contain, and side by side what this draft has of it. */
export interface Explanation extends Status {
  readonly title: string
  readonly purpose: string
  /** How such a report is built, in order. */
  readonly order: string
  readonly pair: { readonly bad: string; readonly good: string; readonly because: string } | null
  /** Usual and actual number of characters; null for kinds without a usual length. */
  readonly length: { readonly from: number; readonly to: number; readonly now: number } | null
  readonly items: readonly ExplainedItem[]
  /** The limit that this draft stands under, and what is missing to compute it; null for kinds without one. */
  readonly limit: (ExplainedLimit & { readonly problem: string }) | null
  /** Other limits of the table for this kind and stage, for reading. */
  readonly otherLimits: readonly ExplainedLimit[]
}

/**
 * Client → server, request. When the writer opens the page of the kind (`ligao.explainReport`), and again after edits while
 * it is visible. Also works on a file that is not open. Params: DocumentParams. Result: Explanation, or null when the file
 * cannot be read.
 */
export const explainRequest = 'ligao/explain'

export interface ExplainFixParams extends DocumentParams {
  /** Id of an item. */
  readonly item: string
}

/**
 * Client → server, request. When the writer wants one missing item put in. Params: ExplainFixParams. Result:
 * DiagnosticData with one fix, or null when the draft has it by now or nothing can be put in.
 */
export const explainFixRequest = 'ligao/explainFix'
