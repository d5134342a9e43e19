// What was last said about each document: the diagnostics, under a result id that stays as long as they say the same.

import type { Diagnostic } from 'vscode-languageserver/node'
import type { Instant } from '../core'
import type { Check, Checks } from './checks'
import type { Client } from './client'
import { type Conversion, noteDiagnostic, sameDiagnostics, toDiagnostics } from './convert'
import type { Documents, OpenDocument } from './documents'
import { lineBreakOf } from './edits/structure'
import type { Lines } from './lines'
import type { Runtime } from './runtime'
import type { ResourceSettings } from './settings'
import { type Typing, typed, withoutWaiting } from './typing'

export interface Answer {
  readonly resultId: string
  readonly items: readonly Diagnostic[]
  /** Version of the document that `items` first were true for; places and fixes count in it and in the latest alike. */
  readonly version: number
}

export interface Answers {
  /** Checks if need be. Throws what the engine throws. */
  current(document: OpenDocument, settings: ResourceSettings): Answer
  /** For a document that is not open; nothing is kept. */
  once(document: OpenDocument, settings: ResourceSettings): readonly Diagnostic[]
  /** The last answer, whatever happened since. */
  last(uri: string): Answer | undefined
  /** The instant at which findings that wait for a pause are due. */
  nextPause(): Instant | undefined
}

interface State {
  answer: Answer
  check: Check
  lines: Lines
  waiting: number
}

export function createAnswers(
  runtime: Runtime,
  client: Client,
  documents: Documents,
  checks: Checks,
  languageOf: (settings: ResourceSettings) => 'zh' | 'en',
  linkOf: Conversion['linkOf'],
): Answers {
  const states = new Map<string, State>()
  const typing = new Map<string, Typing>()
  // Ids of an earlier life of this server must not be taken for ours.
  const session = runtime.clock.now().toString(36)
  let count = 0

  documents.listen({
    changed(document, touched) {
      if (document.role !== 'draft') return
      const state = states.get(document.uri)
      const shown = state && { items: state.answer.items, lines: state.lines }
      const next = typed(typing.get(document.uri), shown, touched, runtime.clock.now())
      if (next) typing.set(document.uri, next)
      else typing.delete(document.uri)
    },
    closed({ uri }) {
      states.delete(uri)
      typing.delete(uri)
    },
  })

  const stillTyping = (uri: string, pause: number): Typing | undefined => {
    const current = typing.get(uri)
    if (!current) return undefined
    const since = runtime.clock.now() - current.at
    // A clock set back must not keep findings waiting for hours.
    if (since >= 0 && since < pause) return current
    typing.delete(uri)
    return undefined
  }

  const convert = (document: OpenDocument, { report, settings }: Check): Diagnostic[] => {
    const { uri, lines, version } = document
    const language = languageOf(settings)
    const to: Conversion = {
      lines,
      lineBreak: lineBreakOf(lines.text),
      version,
      uri,
      language,
      client,
      linkOf,
    }
    // What is no report may still hold what must not stand anywhere.
    const notes = report.isReport ? report.notes : report.notes.filter(({ code }) => code === 'garbled')
    return [
      ...notes.map(note => noteDiagnostic(note, lines, language)),
      ...report.shown.flatMap(finding => toDiagnostics(finding, to)),
    ]
  }

  return {
    once: (document, settings) => convert(document, checks.of(document, settings)),
    current(document, settings) {
      const { uri, lines } = document
      const check = checks.of(document, settings)
      const before = states.get(uri)
      const held = stillTyping(uri, settings.settings.typingPause)
      if (before?.check === check && before.waiting === 0) return before.answer
      const all = convert(document, check)
      const { items, waiting } = held ? withoutWaiting(all, lines, held) : { items: all, waiting: 0 }
      const answer =
        before && sameDiagnostics(before.answer.items, items)
          ? before.answer
          : { resultId: `${session}.${++count}`, items, version: document.version }
      states.set(uri, { answer, check, lines, waiting })
      return answer
    },
    last: uri => states.get(uri)?.answer,
    nextPause() {
      const instants = [...states].flatMap(([uri, state]) => {
        const at = typing.get(uri)?.at
        return state.waiting > 0 && at !== undefined ? at + state.check.settings.settings.typingPause : []
      })
      return instants.length ? Math.min(...instants) : undefined
    },
  }
}
