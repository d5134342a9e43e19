// What a rule is. Adding one touches its own file and one line of rules/index.ts; settings, documentation, hover and
// schema are derived from what stands here.

import type { Settings } from '../config/settings'
import type { Block, BlockMemo, Sentence } from '../document/block'
import type { FrontMatter } from '../document/frontMatter'
import type { FrontMatterKey } from '../document/head'
import type { Counts, Found } from '../document/memory'
import type { Section } from '../document/outline'
import type { EarlierReport } from '../report/earlier'
import type { KindId, Stage } from '../report/kinds'
import type { ClauseModel } from '../text/clauses/model'
import type { Word } from '../text/segmentation'
import type { Bilingual, Edit, Family, Fix, Gathered, Instant, Severity, Span } from '../types'
import type { BlockPlace } from './place'

/** The three sentences of every message. `{name}` is filled from the finding's `values`. */
export interface Message {
  readonly what: Bilingual
  readonly why: Bilingual
  readonly doNext: Bilingual
}

/** Drafts in Markdown; `⟦…⟧` marks what the rule must report. Run as tests, shown in hover and documentation. */
export interface Examples {
  readonly bad: readonly Example[]
  readonly good: readonly Example[]
}

export interface Example {
  readonly text: string
  /** Kind of report the example is read as; inferred when left out. */
  readonly kind?: KindId
  readonly stage?: Stage
  /** What the clock shows, ISO 8601 with zone; 2026-04-28T10:00:00+08:00 when left out. */
  readonly now?: string
  /** For a bad example: how it is mended, shown beside it. */
  readonly mended?: string
}

export type OptionValue = number | boolean | string | readonly string[]

export interface OptionDeclaration {
  readonly type: 'number' | 'boolean' | 'string' | 'strings'
  readonly default: OptionValue
  readonly minimum?: number
  readonly maximum?: number
  readonly description: Bilingual
}

/** A finding as a rule states it; offsets count in the prose of the block (or sentence) that it was given. */
export interface Reported extends Span {
  /** Key into the rule's messages. */
  readonly message: string
  readonly values?: Readonly<Record<string, string | number>>
  /** Other than the rule's own severity. */
  readonly severity?: Severity
  readonly fixes?: readonly Fix[]
  readonly related?: readonly (Span & { readonly note: Bilingual })[]
}

interface RuleMetadata {
  /** Kebab case; file name, diagnostic code and setting key. */
  readonly id: string
  readonly title: Bilingual
  readonly family: Family
  readonly severity: Severity
  /** It speaks of the draft as a whole, wherever it points: shown on the first line, not piled on the title. */
  readonly about?: 'draft'
  /** All that it finds is one line for the writer; each place is only marked. */
  readonly gathered?: Gathered
  /** It speaks while nothing has been written yet, as rules on deadlines and form do. */
  readonly beforeBody?: true
  /** Kinds of report it applies to; all when left out. */
  readonly kinds?: readonly KindId[]
  /** It judges how something is reported, so it has nothing to say of a draft that lays down rules (see `laysDownRules`). */
  readonly notInRegulations?: true
  /** What its answer depends on besides the draft: the clock, or the clause model, which comes later than the draft. */
  readonly reads?: readonly ('now' | 'clauses')[]
  readonly options?: Readonly<Record<string, OptionDeclaration>>
  readonly messages: Readonly<Record<string, Message>>
  readonly examples: Examples
  /** Where the rule comes from: a regulation, a standard with its article, or a practice. */
  readonly sources?: readonly Bilingual[]
}

interface BaseContext {
  readonly settings: Settings
  readonly options: Readonly<Record<string, OptionValue>>
  readonly kind: KindId
  readonly stage: Stage | undefined
}

export interface TextContext extends BaseContext {
  /** Where the block stands in the draft's argument. */
  readonly place: BlockPlace
  /** Undefined where the host has none; only for rules that say `reads: ['clauses']`. */
  readonly clauses: ClauseModel | undefined
  report(finding: Reported): void
}

/** A cheap test that spares a rule the blocks without a match: on the text of a block, or on what is known of it. */
export type Cue = RegExp | ((block: Block) => boolean)

/** Sees one sentence and nothing else. */
export interface SentenceRule extends RuleMetadata {
  readonly scope: 'sentence'
  readonly cue?: Cue
  check(sentence: Sentence, context: TextContext): void
}

/** Sees one paragraph, heading or table. */
export interface BlockRule extends RuleMetadata {
  readonly scope: 'paragraph' | 'heading' | 'table'
  readonly cue?: Cue
  check(block: Block, context: TextContext): void
}

/** Something computed once from a block's content and folded by document rules. */
export interface Fact<T> {
  readonly id: string
  /** Whether there is anything in the value; `DocumentView.found` passes over blocks that hold nothing. */
  readonly holds?: (value: T) => boolean
  /** Owned by the engine. */
  memo?: BlockMemo<T>
  read(block: Block, settings: Settings): T
}

/** A fact that depends on something of the whole draft besides the block, such as the day that the draft is written on. */
export interface FactUnder<T, Under extends object> {
  readonly id: string
  readonly holds: (value: T) => boolean
  read(block: Block, index: number, under: Under, settings: Settings): T
}

/** Something computed from a whole draft that several rules need: once for all of them, and again when what it read changed. */
export interface Reading<T, Given extends readonly unknown[] = []> {
  readonly id: string
  /** Must not keep the view: it can be read only while this runs. `given` is compared by identity. */
  read(view: DocumentView, ...given: Given): T
  /** Two values say the same, so that whoever read the first need not read the second; else every value is another. */
  same?(a: T, b: T): boolean
}

/** What the host knows of a picture's file. The core opens none. */
export interface ImageFile {
  readonly exists: boolean
  /** In pixels, where the host could read them. */
  readonly width?: number
  readonly height?: number
  readonly bytes?: number
}

/** The draft as document rules see it: its shape and the facts of its blocks. */
export interface DocumentView {
  readonly blockCount: number
  block(index: number): Block
  fact<T>(fact: Fact<T>, index: number): T
  /** The blocks from which the fact read something, in order: what a rule does should cost what there is to tell. */
  found<T>(fact: Fact<T>): readonly Found<T>[]
  /** The same for a fact that depends on `under`, compared by identity. */
  foundUnder<T, Under extends object>(fact: FactUnder<T, Under>, under: Under): readonly Found<T>[]
  /** The sums of what a fact counts in each block; undefined without a block. */
  total<T extends Counts<T>>(fact: Fact<T>): T | undefined
  derived<T, Given extends readonly unknown[]>(reading: Reading<T, Given>, ...given: Given): T
  readonly outline: Section
  section(index: number): Section
  readonly frontMatter: FrontMatter | undefined
  /** Code units of prose in headings and paragraphs; what stands in tables is not counted. */
  readonly proseLength: number
  /** File name of the draft with its directory, as far as known; '' otherwise. */
  readonly path: string
  /** The words of a block's prose; undefined while no segmenter is loaded. Ask only for blocks that a cue singled out. */
  words(index: number): readonly Word[] | undefined
  /** Earlier reports of the unit, as far as the host knows them. */
  readonly earlier: readonly EarlierReport[]
  /** The file behind a picture's address as written in the draft; undefined when the host cannot tell. */
  image(address: string): ImageFile | undefined
}

/** Where a document finding is: in a block's prose, on a front matter entry, or anywhere by document offset. */
export type Place =
  | { readonly block: number; readonly start: number; readonly end: number }
  | { readonly key: FrontMatterKey }
  | { readonly source: Span }

export interface DocumentReported {
  readonly at: Place
  readonly message: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly severity?: Severity
  /** Edits count in the document. */
  readonly fixes?: readonly Fix[]
  readonly related?: readonly { readonly at: Place; readonly note: Bilingual }[]
}

export interface DocumentContext extends BaseContext {
  /** Other kinds that the draft may as well be; none where its head says what it is. */
  readonly rivals: readonly KindId[]
  readonly now: Instant
  report(finding: DocumentReported): void
  /**
   * Reports what `say` says of one block, knowing nothing but the block and `given`. After an edit elsewhere the same is
   * reported without asking again: `given` is compared one by one, by identity.
   */
  reportOf(block: number, given: readonly unknown[], say: () => DocumentReported): void
  /** The answer changes at this instant although nobody edits. */
  refreshAt(instant: Instant): void
  /** Turns a prose span of a block into offsets of the document, for edits. */
  locate(block: number, span: Span): Span
  /** An edit that inserts whole lines before the block (or at the end of the document when `block` is the count). */
  insertBefore(block: number, text: string): Edit
}

export interface DocumentRule extends RuleMetadata {
  readonly scope: 'document'
  check(document: DocumentView, context: DocumentContext): void
}

export type Rule = SentenceRule | BlockRule | DocumentRule
