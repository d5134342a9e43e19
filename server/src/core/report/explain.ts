// What a report of its kind should contain and what of it this draft has, side by side. Everything that is listed comes from
// where the rules have it from, so that the page and the findings cannot disagree.

import type { Draft } from '../document/document'
import type { FrontMatterKey } from '../document/head'
import { insertion, spanOfPlace } from '../engine/locate'
import type { DocumentContext, DocumentView, Place } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import { statementsAt } from '../facts/analysis/reading'
import { givesFigure } from '../facts/analysis/substance'
import { elementsOf, missingElements } from '../facts/data/elements'
import { needed } from '../rules/front-matter'
import { measureWithoutDeadline } from '../rules/measure-without-deadline'
import { measureWithoutOwner } from '../rules/measure-without-owner'
import { slots } from '../rules/missing-element'
import { missingSection } from '../rules/missing-section'
import { problemWithoutCause } from '../rules/problem-without-cause'
import { problemWithoutMeasure } from '../rules/problem-without-measure'
import { sparseData } from '../rules/sparse-data'
import type { Bilingual, Finding, Fix, Span } from '../types'
import { headFix } from './explainHead'
import { type KindId, kindById, type Part, type Stage } from './kinds'
import { problemPlace, titlePlace } from './places'
import { documentSignals, hasOutcome } from './signals'
import { addSection } from './skeleton'

/** One thing that a report of the kind should have. */
export interface Expected {
  /** `key:单位`, `element:伤亡情况`, `part:problem`. */
  readonly id: string
  readonly group: 'head' | 'element' | 'part'
  /** False: worth having, not owed. */
  readonly must: boolean
  readonly name: Bilingual
  /** How a writer gives it; undefined where the name of an entry says it all. */
  readonly how: Bilingual | undefined
  readonly why: Bilingual | undefined
  readonly present: boolean
  /** Where the draft has it, or where it is to be mended. */
  readonly at: Span | undefined
  /** Puts it in, as far as that can be done honestly: a frame with gaps. */
  readonly fix: Fix | undefined
}

export interface ExplainRequest {
  readonly kind: KindId
  readonly stage: Stage | undefined
  readonly context: Pick<DocumentContext, 'settings' | 'now'>
  /** What the rules said about this very draft. */
  readonly findings: readonly Finding[]
}

export function expectedOf(draft: Draft, view: DocumentView, request: ExplainRequest): Expected[] {
  const context = contextOf(draft, request)
  if (request.kind === 'other') return head(draft, view, request)
  return [
    ...elements(draft, view, context),
    ...parts(draft, view, context),
    ...measures(draft, view, request),
    figures(draft, view),
    ...head(draft, view, request),
  ]
}

/** What the fixes of rules ask for. Nothing is reported. */
function contextOf(draft: Draft, { kind, stage, context }: ExplainRequest): DocumentContext {
  return {
    ...context,
    kind,
    stage,
    rivals: [],
    options: {},
    report() {},
    reportOf() {},
    refreshAt() {},
    locate: (block, span) => spanOfPlace(draft, { block, ...span }),
    insertBefore: (block, text) => insertion(draft, block, text),
  }
}

function elements(draft: Draft, view: DocumentView, context: DocumentContext): Expected[] {
  const list = elementsOf(context.kind, context.stage)
  if (!list) return []
  const missing = new Set(missingElements(view, list))
  return list.elements.map((element, bit) => {
    const present = !missing.has(element)
    const entry = element.key && draft.frontMatter?.entries.get(element.key)
    const at = present ? (blockOf(bit) ?? (entry && ({ key: element.key } as Place))) : undefined
    return {
      id: `element:${element.name[0]}`,
      group: 'element',
      must: context.kind !== 'survey',
      name: element.name,
      how: [element.add, element.add],
      why: undefined,
      present,
      at: at && spanOfPlace(draft, at),
      fix: present ? undefined : slots([element], context, view.blockCount),
    }
  })

  function blockOf(bit: number): Place | undefined {
    for (let block = 0; block < view.blockCount; block++) {
      if (!(view.fact(list!.fact, block) & (1 << bit))) continue
      const { context: where, text, source } = view.block(block)
      const hit = list!.elements[bit]!.given.exec(where.type === 'table' ? source : text)
      if (hit) return { block, start: hit.index, end: hit.index + hit[0].length }
    }
    return undefined
  }
}

const partTexts: Readonly<
  Partial<Record<Part, { name: Bilingual; from: { doNext: Bilingual; why: Bilingual } }>>
> = {
  result: { name: ['结果、成效', 'Result'], from: missingSection.messages.result! },
  problem: { name: ['存在的问题', 'Problems'], from: missingSection.messages.problem! },
  cause: { name: ['原因', 'Causes'], from: problemWithoutCause.messages.none! },
  measure: { name: ['措施、下一步', 'Measures'], from: problemWithoutMeasure.messages.none! },
}

function parts(draft: Draft, view: DocumentView, context: DocumentContext): Expected[] {
  const { requires, expects } = kindById[context.kind]
  return [...new Set([...requires, ...expects])].flatMap((part): Expected[] => {
    const text = partTexts[part]
    if (!text) return []
    const present = has(part, view, context.kind)
    const at = present ? placeOf(part, view) : undefined
    return [
      {
        id: `part:${part}`,
        group: 'part',
        must: requires.includes(part),
        name: text.name,
        how: text.from.doNext,
        why: text.from.why,
        present,
        at: at && spanOfPlace(draft, at),
        fix: present ? undefined : addSection(view, context, part)[0],
      },
    ]
  })
}

function has(part: Part, view: DocumentView, kind: KindId): boolean {
  const signals = documentSignals(view, kind)
  switch (part) {
    case 'problem':
      return signals.hasProblem
    case 'cause':
      return signals.hasCause
    case 'measure':
      return signals.hasMeasure
    default:
      return hasOutcome(view)
  }
}

function placeOf(part: Part, view: DocumentView): Place | undefined {
  const chain = chainOf(view)
  if (part === 'problem') return problemPlace(view, chain)
  if (part === 'next') return undefined
  const [passage] = chain.of(part)
  if (passage) return passage.titled ? passage.at : (passage.items[0]?.at ?? passage.at)
  return part === 'result' ? figurePlace(view) : statementPlace(view, part)
}

function statementPlace(view: DocumentView, role: 'cause' | 'measure'): Place | undefined {
  for (let block = 0; block < view.blockCount; block++) {
    const stated = statementsAt(view, block).find(each => each.role === role)
    if (stated) return { block, start: stated.start, end: stated.end }
  }
  return undefined
}

/** The title's figures stand for those of the text, so they do not count. */
function figurePlace(view: DocumentView): Place | undefined {
  const title = titlePlace(view)
  for (let block = 0; block < view.blockCount; block++) {
    const { context, text, source } = view.block(block)
    if (context.type === 'heading' || ('block' in title && title.block === block && text.length < 60))
      continue
    if (context.type === 'table' ? /\d/.test(source) : givesFigure(text))
      return { block, start: 0, end: context.type === 'table' ? source.length : text.length }
  }
  return undefined
}

function figures(draft: Draft, view: DocumentView): Expected {
  const at = figurePlace(view)
  const { doNext, why } = sparseData.messages.few!
  return {
    id: 'part:figures',
    group: 'part',
    must: true,
    name: ['数据', 'Figures'],
    how: sparseData.messages.none!.doNext ?? doNext,
    why: sparseData.messages.none!.why ?? why,
    present: at !== undefined,
    at: at && spanOfPlace(draft, at),
    fix: undefined,
  }
}

/** Who and by when, as the rules on measures see it; nothing as long as there is no measure. */
function measures(draft: Draft, view: DocumentView, { kind, findings }: ExplainRequest): Expected[] {
  const [measure] = chainOf(view).measures
  if (!measure || !kindById[kind].requires.includes('measure')) return []
  const asked: readonly [string, Bilingual, typeof measureWithoutOwner][] = [
    ['part:owner', ['措施的责任单位', 'Owner of each measure'], measureWithoutOwner],
    ['part:deadline', ['措施的完成时限', 'Deadline of each measure'], measureWithoutDeadline],
  ]
  return asked.map(([id, name, { id: rule, messages }]) => {
    const finding = findings.find(each => each.rule === rule)
    return {
      id,
      group: 'part',
      must: true,
      name,
      how: messages.none!.doNext,
      why: messages.none!.why,
      present: !finding,
      at: finding ? { start: finding.start, end: finding.end } : spanOfPlace(draft, measure.at),
      fix: finding?.fixes[0],
    }
  })
}

function head(draft: Draft, view: DocumentView, { kind, stage, context }: ExplainRequest): Expected[] {
  return needed.map((key: FrontMatterKey) => {
    const entry = draft.frontMatter?.entries.get(key)
    const present = !!entry?.text && !/【填/.test(entry.text)
    return {
      id: `key:${key}`,
      group: 'head',
      must: true,
      name: [key, key],
      how: undefined,
      why: undefined,
      present,
      at: entry && spanOfPlace(draft, { key }),
      fix: entry ? undefined : headFix(draft, view, key, { kind, stage, unit: context.settings.unit }),
    }
  })
}
