// Judges one draft as the editor would: with the pictures beside it, the reports around it, and words where a rule wants
// them. What is expensive is loaded when it is first needed.

import { createClauses } from '../clauses'
import {
  createAnalyzer,
  type Draft,
  type Instant,
  openDraft,
  type Report,
  rules,
  type Segmenter,
} from '../core'
import { createSegmenter } from '../segmenter'
import { earlierReports } from './earlier'
import { picturesBeside } from './pictures'
import type { SettingsReader } from './settings'

export interface JudgeOptions {
  readonly cwd: string
  readonly settings: SettingsReader
  readonly now: () => Instant
  /** Files that the command was given. */
  readonly given: readonly string[]
  readonly warn: (text: string) => void
}

export interface Judged {
  readonly draft: Draft
  readonly report: Report
}

export type Judge = (file: string, text: string) => Promise<Judged>

const analyze = createAnalyzer(rules)

export function createJudge({ cwd, settings, now, given, warn }: JudgeOptions): Judge {
  const segmenter = createSegmenter({ log: line => warn(`${line}\n`) })
  const clauses = createClauses(line => warn(`${line}\n`))
  const around = earlierReports(cwd, given)
  return async (file, text) => {
    const own = settings(file)
    const draft = openDraft(text)
    const model = await clauses.load()
    const request = {
      settings: own,
      now: now(),
      path: file,
      images: picturesBeside(file),
      ...(model ? { clauses: model } : {}),
      earlier: own.rules['duplicate-content']?.level === 'off' ? [] : await around.of(file),
    }
    let wanted = false
    const waiting: Segmenter = {
      cut() {
        wanted = true
        return []
      },
    }
    const report = analyze(draft, { ...request, segmenter: segmenter.current() ?? waiting })
    if (!wanted) return { draft, report }
    return { draft, report: analyze(draft, { ...request, segmenter: await segmenter.load() }) }
  }
}
