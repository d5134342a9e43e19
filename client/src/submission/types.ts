// The shapes that package, spool, channels and callers share.
import type { Notice } from './messages'

/** What the editor or the terminal already knows about the very version that is handed in. */
export interface CheckResult {
  errors: number
  warnings: number
  /** Version of the rules that judged it. */
  ruleSet: string
  /** The kind of report, as the checker named it. */
  kind?: string
}

export interface Limits {
  reportBytes: number
  fileBytes: number
  files: number
  packageBytes: number
}

export const defaultLimits: Limits = {
  reportBytes: 10 * 1024 * 1024,
  fileBytes: 20 * 1024 * 1024,
  files: 60,
  packageBytes: 80 * 1024 * 1024,
}

/** One draft that shall go out by one channel. */
export interface HandIn {
  /** The draft; it must lie inside `root`. */
  file: string
  /** The workspace folder: nothing outside it is read. */
  root: string
  /** The text that was checked; the file on disk must hold exactly this. Left out: whatever is on disk. */
  text?: string
  checked: CheckResult
  /** Instant (ISO with zone) by which it was due, where there is one. */
  deadline?: string
  /** Makes the Word document a part of the package (mail always has it). */
  withDocx?: boolean
  timeZone?: string
  limits?: Partial<Limits>
  /**
   * Attachments whose words no program could read may go out: `true` for all (the terminal's flag), or the SHA-256 of each that
   * the writer was shown and vouched for. Left out: none.
   */
  unreadAllowed?: true | readonly string[]
}

export type FileRole = 'report' | 'image' | 'attachment' | 'docx'

export interface ManifestFile {
  /** Path inside the package, with forward slashes. */
  path: string
  role: FileRole
  mediaType: string
  bytes: number
  sha256: string
  /** The addresses by which the report refers to it. */
  references?: string[]
}

export type Timeliness = 'on-time' | 'late' | 'no-deadline'

/** manifest.json; its published form is docs/manifest.schema.json. */
export interface Manifest {
  schema: 'ligao/manifest@1'
  /** Made from the content alone: the same version has the same id on every machine. */
  id: string
  createdAt: string
  generator: { name: string; version: string }
  ruleSet: string
  report: {
    path: string
    title: string
    kind: string | null
    unit: string | null
    /** Names only. */
    authors: string[]
    /** Who did what, where the report says it. */
    contributions?: readonly { readonly name: string; readonly part: string }[]
    reviewer: string | null
    approver: string | null
    phone: string | null
    recipients: string[]
    writtenOn: string | null
    occurredAt: string | null
    receivedAt: string | null
  }
  timing: { handedInAt: string; deadline: string | null; timeliness: Timeliness; lateReason: string | null }
  checks: { errors: number; warnings: number }
  files: ManifestFile[]
}

export type EntryState = 'queued' | 'sending' | 'delivered' | 'refused' | 'cancelled'

export const finalStates: readonly EntryState[] = ['delivered', 'refused', 'cancelled']

/** What never changes about an entry: written once, before it is accepted. */
export interface EntryFacts {
  schema: 'ligao/entry@1'
  key: string
  /** Tells this entry from an earlier one of the same key that was set aside. */
  instance: string
  id: string
  channel: string
  channelType: string
  /** Where it goes, for people and for telling endpoints apart; never holds a secret. */
  target: string
  title: string
  unit: string | null
  kind: string | null
  authors: string[]
  acceptedAt: string
  deadline: string | null
  timeliness: Timeliness
  lateReason: string | null
  files: number
  bytes: number
  manifestSha256: string
  timeZone: string
}

/** What changes; replaced as a whole by a rename. */
export interface EntryStatus {
  schema: 'ligao/status@1'
  state: EntryState
  /** Rises with every change that the ledger records. */
  sequence: number
  attempts: number
  /** Epoch milliseconds before which no attempt is made. */
  nextAttemptAt: number
  /** An attempt ended without a certain answer: it may have arrived. */
  uncertain: boolean
  receipt: string | null
  deliveredAt: string | null
  notice: Notice | null
  /** Further things to show, such as a mail recipient that was refused. */
  remarks: Notice[]
  /** The writer said that a new, unknown folder may be used. */
  acceptNewPlace: boolean
  history: LedgerEvent[]
}

export type LedgerVerb =
  | 'accepted'
  | 'delivered'
  | 'refused'
  | 'cancelled'
  | 'requeued'
  | 'set-aside'
  | 'pruned'

/** A line of the ledger before its facts are joined. */
export interface LedgerEvent {
  sequence: number
  verb: LedgerVerb
  at: string
  receipt?: string
  code?: string
}

/** An entry as a list shows it. */
export interface EntryView extends EntryFacts, StatusFields {
  /** Folder of the package: report, images, manifest.json. */
  packageFolder: string
}

/** EntryStatus without its own schema mark, so that the two can be merged. */
export type StatusFields = Omit<EntryStatus, 'schema'>
