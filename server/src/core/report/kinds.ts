// The kinds of report (信息类型) and what each owes its reader. Practice after domain sources; see ARCHITECTURE.md, glossary.

import type { Bilingual } from '../types'

export type KindId =
  | 'brief'
  | 'emergency'
  | 'problem'
  | 'experience'
  | 'overview'
  | 'survey'
  | 'proposal'
  | 'opinion'
  | 'special'
  | 'summary'
  | 'bulletin'
  | 'other'

/** First, follow-up and final report of one emergency (初报 续报 终报). */
export type Stage = 'first' | 'follow-up' | 'final'

export type Part = 'problem' | 'cause' | 'measure' | 'result' | 'next'

export interface Kind {
  readonly id: KindId
  /** Canonical name in front matter and output. */
  readonly name: string
  readonly label: Bilingual
  readonly aliases: readonly string[]
  /** Parts that must be there, and parts whose absence is worth a word. */
  readonly requires: readonly Part[]
  readonly expects: readonly Part[]
  /** Usual length in characters: from – to. */
  readonly length: readonly [from: number, to: number]
}

const kind = (
  id: KindId,
  label: Bilingual,
  aliases: readonly string[],
  requires: readonly Part[],
  expects: readonly Part[],
  length: readonly [number, number],
): Kind => ({ id, name: label[0], label, aliases, requires, expects, length })

export const kinds: readonly Kind[] = [
  kind(
    'brief',
    ['动态', 'News brief'],
    ['快讯', '简讯', '动态信息', '工作动态', '信息快报'],
    [],
    ['result'],
    [100, 500],
  ),
  kind(
    'emergency',
    ['突发', 'Emergency report'],
    ['突发事件', '紧急信息', '突发信息', '紧急', '要情'],
    [],
    [],
    [100, 1500],
  ),
  kind(
    'problem',
    ['问题', 'Problem report'],
    ['问题类', '问题反映', '情况反映', '问题信息'],
    ['problem', 'cause', 'measure'],
    [],
    [800, 1500],
  ),
  kind(
    'experience',
    ['经验', 'Experience report'],
    ['经验类', '经验做法', '典型经验', '经验信息', '做法'],
    [],
    ['result', 'problem'],
    [1000, 1500],
  ),
  kind(
    'overview',
    ['综合', 'Overview'],
    [
      '综合类',
      '综合信息',
      '汇报',
      '工作汇报',
      '贯彻落实',
      '决策反馈',
      '答复',
      '情况汇报',
      '通报',
      '督查通报',
      '情况通报',
    ],
    ['problem', 'measure'],
    ['cause'],
    [1500, 2000],
  ),
  kind(
    'survey',
    ['调研', 'Survey report'],
    ['调研类', '调研报告', '调查报告', '调查研究', '调研信息'],
    ['problem', 'cause', 'measure'],
    [],
    [2000, 5000],
  ),
  kind(
    'proposal',
    ['建议', 'Proposal'],
    ['建议类', '意见建议', '对策建议', '建议信息', '提案', '议案'],
    ['problem', 'cause', 'measure'],
    [],
    [800, 1500],
  ),
  kind(
    'opinion',
    ['舆情', 'Public opinion report'],
    ['舆情信息', '舆情专报', '网络舆情'],
    [],
    [],
    [300, 800],
  ),
  kind(
    'special',
    ['专报', 'Special report'],
    ['要情专报', '信息专报', '专题报告', '专题汇报'],
    ['problem', 'measure'],
    ['cause'],
    [1000, 1500],
  ),
  kind(
    'summary',
    ['总结', 'Summary'],
    ['工作总结', '年度总结', '半年总结', '阶段总结', '总结报告', '工作报告'],
    ['problem', 'measure'],
    ['cause'],
    [1500, 4000],
  ),
  kind(
    'bulletin',
    ['简报', 'Bulletin'],
    ['工作简报', '信息简报', '周报', '月报'],
    [],
    ['result'],
    [500, 2000],
  ),
  kind(
    'other',
    ['其他', 'Other'],
    ['通知', '方案', '公告', '意见', '办法', '讲话', '规定'],
    [],
    [],
    [0, 100000],
  ),
]

/** How much a draft owes a part: the least that any kind that it may be owes. */
export function owed(
  kind: KindId,
  rivals: readonly KindId[],
  part: Part,
): 'required' | 'expected' | undefined {
  const all = [kind, ...rivals].map(id => kindById[id])
  if (all.every(each => each.requires.includes(part))) return 'required'
  return all.every(each => each.requires.includes(part) || each.expects.includes(part))
    ? 'expected'
    : undefined
}

const byName = new Map<string, Kind>()
for (const each of kinds) for (const name of [each.id, each.name, ...each.aliases]) byName.set(name, each)

export const kindById: Readonly<Record<KindId, Kind>> = Object.fromEntries(
  kinds.map(each => [each.id, each]),
) as Record<KindId, Kind>

const stageNames: readonly (readonly [RegExp, Stage])[] = [
  [/续报|follow-up/, 'follow-up'],
  [/终报|结案|final/, 'final'],
  [/初报|首报|first/, 'first'],
]

export const stageLabel: Readonly<Record<Stage, Bilingual>> = {
  first: ['初报', 'first report'],
  'follow-up': ['续报', 'follow-up report'],
  final: ['终报', 'final report'],
}

/** Reads a 类型 value such as `突发初报`, `突发事件·续报（二）`, `经验类` or `brief`. Undefined: no kind of ours. */
export function readKind(value: string): { kind: Kind; stage: Stage | undefined } | undefined {
  const text = value.replace(/[\s·・（）()—-]/g, '').replace(/信息$/, '')
  const stage = stageNames.find(([pattern]) => pattern.test(value))?.[1]
  const direct =
    byName.get(value.trim()) ??
    byName.get(text) ??
    byName.get(`${text}信息`) ??
    byName.get(text.replace(/类$/, ''))
  if (direct) return { kind: direct, stage: direct.id === 'emergency' ? stage : undefined }
  if (stage) return { kind: kindById.emergency, stage }
  for (const each of kinds)
    if (each.id !== 'other' && [each.name, ...each.aliases].some(name => text.includes(name)))
      return { kind: each, stage: undefined }
  return undefined
}
