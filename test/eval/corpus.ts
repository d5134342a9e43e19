// The labelled texts beside the project, when they are there: documents, sentences, labels. For measuring only.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isMeasured } from './locked'

export interface LabelledDocument {
  readonly id: string
  readonly kind: string
  readonly text: string
  /** Written before 2000: measured apart, because its conventions are others. */
  readonly old: boolean
  readonly government: boolean
}

export interface DocumentLabels {
  readonly document: string
  readonly hasProblem: boolean
  readonly hasCause: boolean
  readonly hasMeasure: boolean
  readonly chronicle: boolean
  readonly hasFigures: boolean
  readonly oneSidedPositive: boolean
  readonly confident: boolean
}

export interface Corpus {
  readonly documents: ReadonlyMap<string, LabelledDocument>
  readonly labels: readonly DocumentLabels[]
}

/** Undefined where the corpus is not. */
export function readCorpus(folder: string): Corpus | undefined {
  if (!existsSync(path.join(folder, 'sentences.tsv'))) return undefined
  const rows = (file: string) =>
    readTable(readFileSync(path.join(folder, file), 'utf8')).filter(row =>
      isMeasured('corpus', (row.id ?? row.doc ?? row.doc_id)!),
    )
  const documents = new Map<string, LabelledDocument>()
  for (const row of rows('index.tsv')) {
    const id = row.id!
    const text = readFileSync(path.join(folder, 'docs', `${id}.md`), 'utf8')
    documents.set(id, { id, kind: row.kind!, text, old: isOld(text), government: row.kind !== '其他' })
  }
  return {
    documents,
    labels: rows('doclabels.tsv').map(row => ({
      document: row.doc_id!,
      hasProblem: row.has_problem_analysis === '1',
      hasCause: row.has_cause === '1',
      hasMeasure: row.has_measures === '1',
      chronicle: row.chronicle_only === '1',
      hasFigures: row.has_any_figures === '1',
      oneSidedPositive: row.one_sided_positive === '1',
      confident: row.confidence === 'high',
    })),
  }
}

export function readTable(text: string): Record<string, string | undefined>[] {
  const [head, ...lines] = text.split(/\r?\n/)
  const names = head!.split('\t').map(name => name.trim())
  return lines
    .filter(line => line.trim() !== '')
    .map(line => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])))
}

/** The latest year that the text names tells when it was written. */
function isOld(text: string): boolean {
  const years = [
    ...text
      .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
      .matchAll(/(?<!\d)(19\d\d|20[0-2]\d)(?!\d)/g),
  ].map(hit => Number(hit[1]))
  if (years.length === 0) return /[０-９]/.test(text)
  return Math.max(...years) < 2000
}
