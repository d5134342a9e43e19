// What every feature is handed: the connection, the open documents and their checks, and a way to answer safely.

import {
  CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver/node'
import type { Language } from '../core'
import type { Answers } from './answers'
import type { Check, Checks } from './checks'
import type { Client } from './client'
import type { Documents, OpenDocument } from './documents'
import type { Earlier } from './earlier'
import type { Pictures } from './pictures'
import type { Runtime } from './runtime'
import type { ResourceSettings, SettingsSource } from './settings'

export interface Services {
  readonly connection: Connection
  readonly runtime: Runtime
  readonly client: Client
  readonly documents: Documents
  readonly settings: SettingsSource
  readonly checks: Checks
  readonly pictures: Pictures
  readonly earlier: Earlier
  readonly answers: Answers
  /** URI of the folder with the rules' pages, as far as known. */
  readonly ruleDocs: string | undefined
  /** What a finding of the rule links to. */
  linkOf(rule: string): string | undefined
  languageOf(settings: ResourceSettings): Language
  /** URIs of the workspace folders as they are now. */
  folders(): readonly string[]
  log(what: string, error?: unknown): void
  /** Findings may have changed without an edit: have them fetched, or send them, again. */
  refresh(): void
  onRefresh(listener: () => void): void
  /** A document was checked and its diagnostics are known. */
  answered(document: OpenDocument, check: Check): void
  onAnswered(listener: (document: OpenDocument, check: Check) => void): void
}

/** One thing the server can do: its handlers are registered when it is called, its capability stands beside them. */
export type Feature = (services: Services) => {
  readonly capabilities?: ServerCapabilities
  /** After the client's `initialized`: dynamic registrations. */
  readonly initialized?: () => void
  readonly dispose?: () => void
}

export interface Checked {
  readonly document: OpenDocument
  readonly check: Check
  readonly settings: ResourceSettings
  readonly language: Language
}

/** A cancelled request says so; it never says "nothing found". */
export const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled')

/** The check of an open draft; undefined where there is nothing to say: not open, not Markdown, no report. */
export async function checkedReport(services: Services, uri: string): Promise<Checked | undefined> {
  const checked = await checkedDraft(services, uri)
  return checked?.check.report.isReport ? checked : undefined
}

/** The same for any Markdown file, report or not. */
export async function checkedDraft(services: Services, uri: string): Promise<Checked | undefined> {
  const document = services.documents.get(uri)
  if (document?.role !== 'draft') return undefined
  const settings = await services.settings.of(uri)
  if (services.documents.get(uri) !== document) return undefined
  const check = services.checks.of(document, settings)
  return { document, check, settings, language: services.languageOf(settings) }
}

/**
 * Wraps a handler: it looks at the token before and after, says "cancelled" as such, and on a failure logs and answers
 * `otherwise`, so that one broken hover does not fill the editor with error messages.
 */
export function guarded<P, R>(
  services: Pick<Services, 'log'>,
  name: string,
  otherwise: R,
  handle: (params: P, token: CancellationToken) => Promise<R> | R,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  // A client that sends its parameters by position may leave the token out.
  return async (params, token?: CancellationToken) => {
    if (token?.isCancellationRequested) return cancelled()
    try {
      const result = await handle(params, token ?? CancellationToken.None)
      return token?.isCancellationRequested ? cancelled() : result
    } catch (error) {
      if (token?.isCancellationRequested) return cancelled()
      services.log(name, error)
      return otherwise
    }
  }
}

/** The language of messages that belong to no document. */
export async function windowLanguage({ settings, folders, languageOf }: Services): Promise<Language> {
  return languageOf(await settings.of(`${folders()[0] ?? 'untitled:'}/`))
}
