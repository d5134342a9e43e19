// 内容雷同: a paragraph that stands in an earlier report of the unit, or twice in this one, but for dates and places.

import { blockMemo } from '../document/block'
import type { DocumentRule, DocumentView, Fact } from '../engine/rule'
import {
  type EarlierParagraph,
  type EarlierReport,
  identityOf,
  isEarlier,
  type ReportIdentity,
  shortestParagraph,
} from '../report/earlier'
import type { KindId } from '../report/kinds'
import { withoutCentral } from '../text/phrases/central'
import { createOrdinals } from '../text/similarity/ordinals'
import {
  bringsNewFigures,
  containment,
  figuresOf,
  type Shingles,
  type Sketch,
  shinglesOf,
  sketchOf,
  sketchSize,
} from '../text/similarity/shingles'

const none: Sketch = []

const sketch: Fact<Sketch> = {
  id: 'sketch',
  holds: hashes => hashes.length > 0,
  read(block) {
    const { type, quoted } = block.context
    if (type !== 'paragraph' || quoted || block.text.length < shortestParagraph) return none
    const own = withoutCentral(block.text)
    return own.length >= shortestParagraph ? sketchOf(own) : none
  },
}

/** Read for candidates only. */
const shingles: Fact<Shingles> = { id: 'shingles', read: block => shinglesOf(withoutCentral(block.text)) }

const figures: Fact<readonly string[]> = { id: 'figures', read: block => figuresOf(block.text) }

interface Known {
  readonly paragraph: EarlierParagraph
  readonly report: EarlierReport
}

const indexes = new WeakMap<readonly EarlierReport[], Map<number, Known[]>>()

/** Paragraphs of earlier reports by the hashes of their sketches, made once for a list of reports. */
function indexOf(earlier: readonly EarlierReport[]): Map<number, Known[]> {
  let index = indexes.get(earlier)
  if (index) return index
  index = new Map()
  for (const report of earlier)
    for (const paragraph of report.paragraphs)
      for (const hash of paragraph.sketch) {
        const list = index.get(hash)
        if (list) list.push({ paragraph, report })
        else index.set(hash, [{ paragraph, report }])
      }
  indexes.set(earlier, index)
  return index
}

/** After so many the writer knows; looking on would only cost time. */
const mostTold = 50

/** Candidates that share a hash with everything are no evidence. */
const mostCandidates = 20

export const duplicateContent: DocumentRule = {
  id: 'duplicate-content',
  title: ['内容雷同', 'Duplicate content'],
  family: 'generic',
  severity: 'warning',
  scope: 'document',
  options: {
    alike: {
      type: 'number',
      default: 0.6,
      minimum: 0.3,
      maximum: 1,
      description: ['相同内容占到几成算雷同（0.3—1）', 'Share of common content that counts as duplicate'],
    },
  },
  messages: {
    earlier: {
      what: [
        '这一段与《{title}》（{date}）雷同，约{share}%的文字相同',
        'This paragraph is {share}% the same as in {title} ({date})',
      ],
      why: [
        '去掉时间、数字和地名后几乎没有差别，收稿单位会认为是旧稿翻新',
        'Without dates, figures and places hardly anything differs',
      ],
      doNext: [
        '写这一次和上一次不同的地方：新情况、新数据、新问题；没有不同就不必再报',
        'Write what is different this time; if nothing is, do not report it again',
      ],
    },
    within: {
      what: [
        '这一段与本篇前面的段落雷同，约{share}%的文字相同',
        'This paragraph is {share}% the same as an earlier one of this draft',
      ],
      why: ['同样的话说两遍，读的人会怀疑是拼凑的', 'Saying it twice looks pasted'],
      doNext: ['合并，或删去一段', 'Merge them or delete one'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 总结\n---\n\n青石镇组织志愿者走进社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳。\n\n⟦柳河镇组织志愿者走进社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳。⟧\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 总结\n---\n\n青石镇7月排查危险水域14处，补设警示牌21块，其中柳河水库3处、青石桥下游2处为新增点位。\n\n8月增派巡查员6名，每日14时至19时驻守5处重点水域，劝离下水儿童37人次，未发生溺水。\n',
      },
    ],
  },
  check(document, context) {
    const alike = context.options.alike as number
    const earlier = document.earlier.length > 0 ? indexOf(document.earlier) : undefined
    const isOlder = earlierThan(document, context.kind)
    const sketches = document.found(sketch)
    seen.clear(sketches.length * sketchSize)
    firstBlocks.length = 0
    let told = 0
    for (const { block: i, value: hashes } of document.found(sketch)) {
      if (told === mostTold) break
      const span = { block: i, start: 0, end: document.block(i).text.length }
      const before = within(i, hashes, document, alike)
      if (before) {
        told++
        context.report({
          at: span,
          message: 'within',
          values: { share: percent(before.share) },
          related: [
            {
              at: { block: before.block, start: 0, end: document.block(before.block).text.length },
              note: ['前面的一段', 'the earlier paragraph'],
            },
          ],
        })
      } else {
        for (const hash of hashes) {
          const ordinal = seen.put(hash | 0)
          if (ordinal === firstBlocks.length) firstBlocks.push(i)
        }
        const found = earlier && inEarlier(document, i, hashes, earlier, alike, isOlder)
        if (found) {
          told++
          context.report({
            at: span,
            message: 'earlier',
            values: {
              title: found.report.title,
              date: found.report.date || '日期不详',
              share: percent(found.share),
            },
          })
        }
      }
    }
  },
}

/** The hashes of the draft at hand in the order in which they come, and the block in which each stands first. */
const seen = createOrdinals()
const firstBlocks: number[] = []

/** Whether a report is an earlier one of this draft, each asked about once. */
function earlierThan(document: DocumentView, kind: KindId): (report: EarlierReport) => boolean {
  const known = new Map<EarlierReport, boolean>()
  let own: ReportIdentity | undefined
  return report => {
    own ??= identityOf(document.frontMatter, headingOf(document), document.path, kind)
    let is = known.get(report)
    if (is === undefined) {
      is = isEarlier(own, report)
      known.set(report, is)
    }
    return is
  }
}

function headingOf(document: DocumentView): string | undefined {
  for (let i = 0; i < document.blockCount; i++)
    if (document.block(i).context.type === 'heading') return document.block(i).text
  return undefined
}

function within(at: number, hashes: Sketch, document: DocumentView, alike: number) {
  for (const hash of hashes) {
    const block = firstBlocks[seen.find(hash | 0)]
    if (block === undefined) continue
    const share = shareOf(document, at, block)
    if (share >= alike) return { block, share }
  }
  return undefined
}

/** How much of one paragraph stands in the other: 0 where it has figures of its own. Known as long as both are unchanged. */
function shareOf(document: DocumentView, at: number, other: number): number {
  // Its sketch stands for the paragraph, which must not be kept alive by those that were compared with it.
  const candidate = document.fact(sketch, other)
  const known = shares.get(document.block(at)) ?? shares.set(document.block(at), [])
  const before = known.find(each => each.other === candidate)
  if (before) return before.share
  const share = bringsNewFigures(document.fact(figures, at), document.fact(figures, other))
    ? 0
    : containment(document.fact(shingles, at), document.fact(shingles, other))
  known.push({ other: candidate, share })
  if (known.length > mostShares) known.shift()
  return share
}

const mostShares = 4
const shares = blockMemo<{ readonly other: Sketch; readonly share: number }[]>()

function inEarlier(
  document: DocumentView,
  at: number,
  hashes: Sketch,
  index: ReadonlyMap<number, readonly Known[]>,
  alike: number,
  isOlder: (report: EarlierReport) => boolean,
) {
  let best: { report: EarlierReport; share: number } | undefined
  for (const hash of hashes)
    for (const { paragraph, report } of (index.get(hash) ?? []).slice(0, mostCandidates)) {
      if (!isOlder(report) || bringsNewFigures(document.fact(figures, at), paragraph.figures)) continue
      const share = containment(document.fact(shingles, at), paragraph.shingles)
      if (share >= alike && share > (best?.share ?? 0)) best = { report, share }
    }
  return best
}

function percent(share: number): number {
  return Math.round(share * 100)
}
