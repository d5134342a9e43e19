// Every labelled sentence in one shape, whatever file it comes from: the project's own drafts, the labelled real texts beside
// the project (`../shared/corpus`, with `real2` and the official sentences in it). Read by `npm run eval` and `npm run train`.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readTable } from './corpus'
import { isLocked, type LabelledSet } from './locked'

export type Source = 'own' | 'corpus' | 'real2' | 'official'

/** What a reader said, and how sure: `agreed` where two readers said the same (or there was only one reader). */
export interface Label {
  readonly value: boolean
  readonly sure: boolean
  readonly agreed: boolean
}

export interface LabelledSentence {
  readonly source: Source
  readonly set: LabelledSet
  /** The document that it stands in, unique over all sets: sentences of one document belong to one side of a split. */
  readonly document: string
  readonly text: string
  readonly generic: Label
  readonly claim: Label
  /** The words that make it generic, as a reader marked them; empty where nobody marked any. */
  readonly spans: readonly string[]
}

export interface LabelledDraft {
  readonly id: string
  readonly source: Source
  readonly file: string
  readonly text: string
  readonly now: number | undefined
  readonly sentences: readonly LabelledSentence[]
}

/** Where the labelled texts lie; `shared` may be absent. */
export interface Places {
  readonly root: string
  readonly shared: string
}

/** All drafts whose sentences are labelled: those of the locked third, or those of the open two thirds. */
export function readDrafts(places: Places, locked: boolean): LabelledDraft[] {
  const wanted = (set: LabelledSet, id: string) => isLocked(set, id) === locked
  return [
    ...(['editor', 'editor2', 'editor3'] as const).flatMap(set => ownDrafts(places.root, set, wanted)),
    ...corpusDrafts(places.shared, wanted),
    ...real2Drafts(path.join(places.shared, 'real2'), wanted),
    ...officialSentences(path.join(places.shared, 'real2'), wanted),
  ]
}

type Wanted = (set: LabelledSet, id: string) => boolean

const one = (value: boolean, sure: boolean): Label => ({ value, sure, agreed: true })

function ownDrafts(root: string, set: LabelledSet, wanted: Wanted): LabelledDraft[] {
  const folder = path.join(root, 'test/fixtures', set)
  const rows = readTable(readFileSync(path.join(folder, 'sentences.tsv'), 'utf8'))
  const clock = new Map(
    readTable(readFileSync(path.join(folder, 'labels.tsv'), 'utf8')).map(row => [row.file!, row.now]),
  )
  return grouped(
    rows.filter(row => wanted(set, row.file!)),
    row => row.file!,
  ).map(([file, own]) => {
    const id = `${set}/${file}`
    const now = clock.get(file)
    return {
      id,
      source: 'own',
      file,
      text: readFileSync(path.join(folder, 'drafts', file), 'utf8'),
      now: now ? Date.parse(now) : undefined,
      sentences: own.map(row => ({
        source: 'own',
        set,
        document: id,
        text: row.sentence!.replaceAll('\\n', '\n'),
        generic: one(row.generic === '1', row.confidence === 'high'),
        claim: one(row.claim_without_data === '1', (row.claim_confidence ?? row.confidence) === 'high'),
        spans: [],
      })),
    }
  })
}

function corpusDrafts(folder: string, wanted: Wanted): LabelledDraft[] {
  const table = path.join(folder, 'sentences.tsv')
  if (!existsSync(table)) return []
  const rows = readTable(readFileSync(table, 'utf8')).filter(row => wanted('corpus', row.doc_id!))
  return grouped(rows, row => row.doc_id!).map(([doc, own]) => ({
    id: `corpus/${doc}`,
    source: 'corpus',
    file: `${doc}.md`,
    text: readFileSync(path.join(folder, 'docs', `${doc}.md`), 'utf8'),
    now: undefined,
    sentences: own.map(row => ({
      source: 'corpus',
      set: 'corpus',
      document: `corpus/${doc}`,
      text: row.sentence!.trim(),
      generic: one(row.generic === '1', row.confidence === 'high'),
      claim: one(row.claim_without_data === '1', row.confidence === 'high'),
      spans: marked(row.span),
    })),
  }))
}

function real2Drafts(folder: string, wanted: Wanted): LabelledDraft[] {
  const rows = readLines(path.join(folder, 'sentences.jsonl')).filter(row => wanted('real2', String(row.doc)))
  return grouped(rows, row => String(row.doc)).map(([doc, own]) => ({
    id: `real2/${doc}`,
    source: 'real2',
    file: `${doc}.md`,
    text: readFileSync(path.join(folder, 'docs', `${doc}.md`), 'utf8'),
    now: undefined,
    sentences: own.map(row => ({
      source: 'real2',
      set: 'real2',
      document: `real2/${doc}`,
      text: String(row.sentence),
      generic: two(row.generic, row.generic2, row.conf_generic),
      claim: two(row.claim, row.claim2, row.conf_claim),
      spans: marked(String(row.spans ?? ''))
        .filter(span => span.startsWith('g:'))
        .map(span => span.slice(2)),
    })),
  }))
}

const two = (first: unknown, second: unknown, confidence: unknown): Label => ({
  value: first === 1,
  sure: confidence === 'high',
  agreed: first === second,
})

/** Sentences without their texts: each stands between two paragraphs that say nothing that matters to any rule. */
function officialSentences(folder: string, wanted: Wanted): LabelledDraft[] {
  const rows = readLines(path.join(folder, 'official.jsonl'))
  return rows
    .filter(row => wanted('official', String(row.doc)))
    .map(row => {
      const id = `official/${row.doc}`
      const text = String(row.sentence)
      return {
        id,
        source: 'official',
        file: `${row.doc}.md`,
        text: `---\n类型: 综合\n---\n\n4月12日，青石镇检查地块43处。\n\n${text}\n\n4月13日，检查地块27处。\n`,
        now: undefined,
        sentences: [
          {
            source: 'official',
            set: 'official',
            document: id,
            text,
            generic: one(row.generic === 1, row.conf === 'high'),
            claim: one(row.claim === 1, row.cconf === 'high'),
            spans: [],
          },
        ],
      }
    })
}

const marked = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map(span => span.trim())
    .filter(span => span !== '')

/** Lines of JSON; none where the file is absent. */
export function readLines(file: string): Record<string, unknown>[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>)
}

export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return [...groups]
}
