// Is this file a government-information report at all, and which kind? Declared by its front matter, otherwise inferred,
// with the reason said.

import type { Draft } from '../document/document'
import type { FrontMatterKey } from '../document/head'
import type { Bilingual } from '../types'
import { looksLikeReport } from './genre'
import { inferKind, inferStage } from './inferKind'
import { type KindId, readKind, type Stage } from './kinds'
import { type Sample, sampleOf } from './sample'

export interface Classification {
  readonly isReport: boolean
  /** Raw material for reports (线索): facts and pictures that a colleague left, not a report. */
  readonly isLead?: true
  readonly kind: KindId
  readonly stage: Stage | undefined
  /** Other kinds that it may as well be; none where the front matter says what it is. */
  readonly rivals: readonly KindId[]
  /** The front matter did not say it. */
  readonly inferred: boolean
  readonly reason: Bilingual
}

/** Keys that only a report of ours carries; `title` and `date` alone are on every blog post. */
const tellingKeys: readonly FrontMatterKey[] = [
  '类型',
  '单位',
  '拟稿人',
  '审核人',
  '签发人',
  '报送对象',
  '事发时间',
  '接报时间',
  '报送时限',
  '报送时间',
  '密级',
  '迟报原因',
  '上次报送时间',
  '处置结束时间',
]
/** English names of them stand in the front matter of blogs as well, and count only under their Chinese ones. */
const everybodys = /^(?:type|unit|authors?|reviewer|classification|received|deadline|previous|closed)$/i

const versioned = /README|CHANGELOG|CHANGES|LICEN[CS]E|CONTRIBUTING|CODE_OF_CONDUCT/.source
const developers = /HISTORY|SECURITY|ARCHITECTURE|AGENTS|CLAUDE|TODO|NOTICE/.source
const inChinese = /更新日志|变更日志|版本说明|发布说明|开发文档|接口文档|说明文档|自述文件/.source
const silentNames = new RegExp(
  `(?:^|[\\\\/])(?:(?:${versioned})(?:[._-][\\w.-]*)?|${developers}|${inChinese})$`,
  'i',
)

const lead: Classification = {
  isReport: false,
  isLead: true,
  kind: 'other',
  stage: undefined,
  rivals: [],
  inferred: false,
  reason: ['这是线索，写稿时插入稿件，不按稿件检查', 'A lead: material for a report, not checked as one'],
}

const leadWord = /^(?:线索|lead)$/i
const leadFolder = /(?:^|[\\/])线索[\\/]/

/** Declared as one, or lying among them; whatever declares a kind of report is a report wherever it lies. */
function isLead(draft: Draft, path: string): boolean {
  const declared = draft.frontMatter?.entries.get('类型')?.text ?? ''
  return leadWord.test(declared) || (leadFolder.test(path) && !readKind(declared))
}

export function classify(
  draft: Draft,
  request: { path?: string; kind?: KindId; stage?: Stage },
): Classification {
  if (!request.kind && isLead(draft, request.path ?? '')) return lead
  const declared = draft.frontMatter?.entries.get('类型')
  const read = declared ? readKind(declared.text) : undefined
  const result = (
    isReport: boolean,
    kind: KindId,
    stage: Stage | undefined,
    isInferred: boolean,
    reason: Bilingual,
    rivals: readonly KindId[] = [],
  ): Classification => ({
    isReport,
    kind: request.kind ?? kind,
    stage: request.kind ? request.stage : stage,
    rivals: request.kind ? [] : rivals,
    inferred: isInferred && !request.kind,
    reason,
  })
  if (read)
    return result(
      true,
      read.kind.id,
      read.stage ?? (read.kind.id === 'emergency' ? inferStage(sampleOf(draft)) : undefined),
      false,
      ['报送要素中写明了类型', 'Declared in the front matter'],
    )
  const sample = sampleOf(draft)
  const inferredReport = () => {
    const { kind, stage, reason, rivals } = inferredFrom(sample)
    return result(true, kind, stage, true, reason, rivals)
  }
  if (request.kind || isTelling(draft)) return inferredReport()
  if (silentNames.test((request.path ?? '').replace(/\.(?:md|markdown|txt)$/i, '')))
    return result(false, 'other', undefined, true, ['文件名是说明类文档', 'Named like documentation'])
  const verdict = genreOf(sample)
  return verdict.is ? inferredReport() : result(false, 'other', undefined, true, verdict.reason)
}

/** Of a sample, which stays the same object while its draft is edited further down. */
const inferredFrom = once(inferKind)
const genreOf = once(looksLikeReport)

function once<T>(judge: (sample: Sample) => T): (sample: Sample) => T {
  const known = new WeakMap<Sample, T>()
  return sample => {
    const before = known.get(sample)
    if (before !== undefined) return before
    const verdict = judge(sample)
    known.set(sample, verdict)
    return verdict
  }
}

/** The front matter is that of a report, not of a web page. */
function isTelling(draft: Draft): boolean {
  return tellingKeys.some(key => {
    const entry = draft.frontMatter?.entries.get(key)
    return entry !== undefined && !everybodys.test(entry.writtenKey)
  })
}
