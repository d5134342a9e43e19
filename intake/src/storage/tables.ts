// What the office keeps, table by table. Instants are epoch milliseconds; what is JSON or a list is text. `migrations.ts` makes
// exactly these tables.
import type { Generated } from 'kysely'

/** What an office said of a report; 批示 stands beside the others and decides nothing. */
export type Verb = 'adopt' | 'return' | 'decline' | 'instruct'

/** 已收到、已采用、已退改、不采用: what the decisions in force amount to. */
export type State = 'received' | 'adopted' | 'returned' | 'declined'

export interface UnitTable {
  id: Generated<number>
  name: string
  created_at: number
}

/** A unit's key for handing in. Only its SHA-256 is kept: it holds 192 random bits, so nothing can be tried out against it. */
export interface TokenTable {
  hash: string
  unit_id: number
  created_at: number
  revoked_at: number | null
}

export interface PersonTable {
  id: Generated<number>
  name: string
  /** Of scrypt, with its parameters and salt. */
  password: string
  created_at: number
}

export interface SessionTable {
  /** SHA-256 of what the browser holds. */
  hash: string
  person_id: number
  /** What every form of this session carries. */
  form_token: string
  expires_at: number
}

export interface ReportTable {
  /** 1, 2, 3 … in the order of arrival. */
  number: number
  /** The id that the sender made from the content; one unit hands one content in once. */
  package_id: string
  receipt: string
  unit_id: number
  title: string
  kind: string | null
  /** Names, joined by 、. */
  authors: string
  reviewer: string | null
  phone: string | null
  handed_in_at: number
  received_at: number
  deadline: number | null
  timeliness: string
  late_reason: string | null
  state: State
  /** manifest.json, byte for byte. */
  manifest: string
  /** The whole report, as it came. */
  text: string
}

export interface FileTable {
  report_number: number
  position: number
  path: string
  role: string
  media_type: string
  bytes: number
  sha256: string
}

export interface DecisionTable {
  id: Generated<number>
  report_number: number
  verb: Verb
  at: number
  person_id: number
  /** 刊物 */
  publication: string | null
  /** 期号 */
  issue: string | null
  /** 级别: 本级 县 市 省 国 */
  level: string | null
  /** 单条 综合 简讯 */
  form: string | null
  /** The day of the issue or of the 批示, as YYYY-MM-DD. */
  day: string | null
  /** Who wrote the 批示. */
  leader: string | null
  phone: string | null
  /** Reason, opinion in general, or the words of the 批示. */
  words: string | null
  undone_at: number | null
  undone_by: number | null
}

/** One opinion of a 退改, on words that stand in the report. */
export interface OpinionTable {
  decision_id: number
  position: number
  /** '' where the opinion is on the whole. */
  quote: string
  opinion: string
}

/** Who did what; rows are only ever added, which the database itself holds to. */
export interface AuditTable {
  id: Generated<number>
  at: number
  person_id: number | null
  verb: string
  subject: string
  detail: string
}

/** Full-text index: pairs of characters of title and text, see words.ts. */
export interface ReportWordsTable {
  rowid: number
  grams: string
}

export interface Tables {
  unit: UnitTable
  token: TokenTable
  person: PersonTable
  session: SessionTable
  report: ReportTable
  file: FileTable
  decision: DecisionTable
  opinion: OpinionTable
  audit: AuditTable
  report_words: ReportWordsTable
}
