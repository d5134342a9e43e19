// Completion in the text, kept modest: owners after 责任单位：, comparisons behind a figure, parts that the kind still lacks.

import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver/node'
import { type KindId, kindById, type Section } from '../../core'
import { announcedBy } from '../../core/facts/analysis/roles'
import type { OpenDocument } from '../documents'
import { withoutTabStops } from '../edits/workspaceEdit'
import type { NameIndex, NameKind } from './names'

const owner =
  /(?:(责任单位|牵头单位|配合单位|责任部门|牵头部门|配合部门|承办单位|主办单位|协办单位)|(责任人|责任领导|包保领导|联系人|负责人))(?:为|是)?[:：]([^。；;:：\n]*)$/
/** 由……牵头, 请……: only when it is asked for, since 由 begins many other words. */
const named =
  /(?:^|[，。；：、）\s]|下一步|[一二三四五六七八九十\d][、.．是])(?:由|请|责成|委托|督促)([^，。；：、\s]{0,12})$/

export interface Wanted {
  readonly kind: NameKind
  /** What of the name is typed already, and the names before it. */
  readonly typed: string
  readonly written: readonly string[]
}

/** The name that is wanted here: behind 责任单位：, 、 and, when it is asked for, behind 由. */
export function wantedName(before: string, invoked: boolean): Wanted | undefined {
  const found = owner.exec(before)
  if (found) {
    const written = found[3]!.split(/[、,，]/)
    const typed = written.pop()!.trimStart()
    return typed.length > 12 ? undefined : { kind: found[1] ? 'owner' : 'person', typed, written }
  }
  const typed = invoked ? named.exec(before)?.[1] : undefined
  return typed === undefined ? undefined : { kind: 'owner', typed, written: [] }
}

export async function ownerItems(
  { kind, written }: Wanted,
  names: NameIndex,
  unit: string,
): Promise<CompletionItem[]> {
  const known = [...(kind === 'owner' && unit ? [unit] : []), ...(await names.of(kind))]
  return [...new Set(known)]
    .filter(name => !written.includes(name))
    .slice(0, 50)
    .map((label, i) => ({
      label,
      kind: CompletionItemKind.Value,
      sortText: String(i).padStart(2, '0'),
    }))
}

const figure =
  /[0-9０-９][0-9０-９.,．，]*\s*(%|％|‰|个百分点)?([^0-9０-９，。；、：（）()\s]{0,6})[（(，,]?$/
const compared = /同比|环比|较(?:上|去|年初|计划)|比(?:上|去)年|增长|下降|提高|降低|占(?:全|总|比)/

/** What a figure may be measured against; the unknown figure is a gap, which nobody takes for a fact. */
const comparisons = (unit: string, isRate: boolean): readonly string[] => [
  ...(isRate
    ? [`较上年同期提高\${1:×}个百分点`, `较上年同期下降\${1:×}个百分点`, `较年初提高\${1:×}个百分点`]
    : [
        `同比增长\${1:×}%`,
        `同比下降\${1:×}%`,
        `环比增长\${1:×}%`,
        `较上年同期增加\${1:×}${unit}`,
        `较年初增加\${1:×}${unit}`,
        `占全\${1:镇}的\${2:×}%`,
        `完成年度计划的\${1:×}%`,
      ]),
]

/** A figure with nothing to compare it to says little: what it may be measured against, right behind it. */
export function comparisonItems(before: string, snippets: boolean): CompletionItem[] {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
  const found = figure.exec(sentence)
  if (!found || compared.test(sentence)) return []
  // A year, a date or a number of a list is no figure.
  if (/(?:年|月|日|时|分|号|第[0-9]{1,9}[^，]{0,40}|[（(][0-9]{1,9})[（(，,]?$/.test(sentence)) return []
  const lead = /[（(，,]$/.test(sentence) ? '' : '，'
  return comparisons(found[2] || '户', found[1] !== undefined).map((snippet, i) => ({
    label: withoutTabStops(snippet),
    kind: CompletionItemKind.Snippet,
    insertText: `${lead}${snippets ? snippet : withoutTabStops(snippet)}`,
    ...(snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    sortText: String(i),
  }))
}

const partTitles = {
  problem: '存在问题',
  cause: '原因分析',
  measure: '对策建议',
  result: '工作成效',
  next: '下一步打算',
} as const

/** Headings of parts that the kind of report asks for and no heading announces yet, numbered as the draft numbers. */
export function headingItems({ draft }: OpenDocument, kind: KindId, before: string): CompletionItem[] {
  const marker = /^\s*(#{1,6}\s*)?([一二三四五六七八九十]+、)?([一-鿿]{0,4})$/.exec(before)
  if (!marker) return []
  const sections = draft.outline.children.flatMap(top => [top, ...top.children])
  const there = new Set<string>(sections.flatMap(section => announced(section)))
  const { requires, expects } = kindById[kind]
  const missing = [...new Set([...requires, ...expects])].filter(
    part => !there.has(part) && partTitles[part].includes(marker[3]!),
  )
  if (missing.length === 0) return []
  const number = nextNumber(draft.blocks, sections)
  return missing.map((part, i) => {
    const hashes = marker[1] ? `${marker[1].trimEnd()} ` : number.hashes
    return {
      label: partTitles[part],
      kind: CompletionItemKind.Module,
      // The line is written anew: `##` alone gets its blank, a line that has begun keeps its number.
      insertText: `${hashes}${marker[2] ?? number.ordinal}${partTitles[part]}`,
      filterText: `${before}${partTitles[part]}`,
      sortText: String(i),
    }
  })
}

function announced({ title }: Section): string[] {
  const { roles, ahead } = announcedBy(title)
  return [...roles, ...(ahead ? ['next'] : [])]
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** How the sections at the level of 一、 are written here, and the next of them. */
function nextNumber(
  blocks: OpenDocument['draft']['blocks'],
  sections: readonly Section[],
): { hashes: string; ordinal: string } {
  const numbered = sections.flatMap(section => {
    const heading = blocks[section.headingBlock]?.block.heading
    return heading?.numbering?.style === '一、' ? [heading] : []
  })
  const last = numbered.at(-1)
  if (last)
    return {
      hashes: last.by === 'markdown' ? `${'#'.repeat(last.level)} ` : '',
      ordinal: `${ordinals[Math.min(last.numbering!.value, 9)]}、`,
    }
  const plain = sections
    .map(section => blocks[section.headingBlock]?.block.heading)
    .find(each => each?.level === 2)
  return plain ? { hashes: '## ', ordinal: '' } : { hashes: '', ordinal: '一、' }
}
