// The one small interface behind which every channel stands. To add a channel: one file that exports a ChannelType,
// and its line in channels/index.ts.
import type { Disk } from '../disk'
import type { Notice } from '../messages'
import type { Manifest } from '../types'

/** A channel as it was read from the settings: checked, and with every default filled in. */
export interface Channel<Settings = unknown> {
  name: string
  type: string
  /** Where it goes, for people, and to tell endpoints apart. Never holds a secret. */
  target: string
  settings: Settings
}

/** What goes over the wire, as it lies in the spool, already verified against its manifest. */
export interface Parcel {
  manifest: Manifest
  /** The exact bytes of manifest.json: every retry sends the same. */
  manifestBytes: Buffer
  /** Absolute folder that holds the files under their manifest paths. */
  folder: string
  timeZone: string
}

/** What a secret is bound to (`secretKey`): another address, or other certificates to trust, and it is not given. */
export interface SecretPlace {
  channel: string
  type: string
  target: string
  /** The file of the office's own certificates. */
  ca?: string | undefined
}

/** Asks the caller for a secret. A notice says that there is one which was given for another place. */
export type SecretSource = (place: SecretPlace) => Promise<string | Notice | undefined>

export interface DeliveryLimits {
  connectMs: number
  idleMs: number
  totalMs: number
  responseBytes: number
}

export const defaultDeliveryLimits: DeliveryLimits = {
  connectMs: 15_000,
  idleMs: 45_000,
  totalMs: 10 * 60_000,
  responseBytes: 64 * 1024,
}

export interface DeliveryContext {
  now(): number
  random(): number
  token(): string
  /** For files that others are to read: not the spool's, which are the writer's own. */
  disk: Disk
  signal: AbortSignal
  secret: SecretSource
  limits: DeliveryLimits
  /** Environment that names proxies (HTTPS_PROXY, HTTP_PROXY, NO_PROXY). */
  proxyEnvironment: Readonly<Record<string, string | undefined>>
  /** Code of the last attempt's notice, so that a channel can be more careful the second time. */
  lastCode?: string
  /** A place that was used before and looks new now may be used (the writer said so). */
  acceptNewPlace: boolean
  /** Remembers small facts about the target across restarts, such as the mark of a shared folder. */
  memory: { read(): Promise<string | undefined>; write(value: string): Promise<void> }
  progress(sentBytes: number, totalBytes: number): void
}

export type Outcome =
  | { kind: 'delivered'; receipt: string; remarks?: Notice[] }
  | { kind: 'refused'; notice: Notice }
  | {
      kind: 'retry'
      notice: Notice
      /** The receiver asked for at least this long. */
      afterMs?: number
      /** All of it went out, so it may have arrived. */
      mayHaveArrived: boolean
      /** Nobody answered: other reports for the same channel need not be tried now. */
      unreachable?: boolean
    }

/** What a channel may lean on while it reads its settings. */
export interface ParseContext {
  /** Folder against which relative paths are read. */
  root: string
  /** Hosts for which the user's own settings (never the workspace's) allow plain http or smtp. */
  plainHosts: readonly string[]
}

export type Parsed<Settings> = { settings: Settings; target: string } | { problems: Notice[] }

export interface ChannelType<Settings = unknown> {
  type: string
  /** Keys of its settings beside name and type. */
  keys: readonly string[]
  /** Mail wants a Word document in every package. */
  alwaysDocx: boolean
  /** Total: any value of any key gives settings or problems, never a throw. */
  parse(name: string, raw: Readonly<Record<string, unknown>>, context: ParseContext): Parsed<Settings>
  deliver(channel: Channel<Settings>, parcel: Parcel, context: DeliveryContext): Promise<Outcome>
}
