// Folds the claims of all blocks: a list, a table or a plan around a block decides about what it could not decide alone.

import type { Section } from '../../document/outline'
import type { DocumentView } from '../../engine/rule'
import { hasCheckableFact } from '../../text/claims/evidence'
import { firstTextBlock } from '../title'
import { type BareClaim, claimFacts, isEvidence } from './claims'
import { figuresOf } from './figures'

/** The bare claims of one sentence, in order. */
export interface ClaimGroup {
  readonly block: number
  readonly claims: readonly BareClaim[]
}

const planned =
  /下一?步|下一?阶段|今后|打算|工作安排|工作计划|目标|思路|总体要求|任务|部署|建议|对策|设想|方案|展望/
const looksBack = /成效|情况|做法|问题|回顾|完成|成绩|结果|经验|不足|原因|现状/
/** How many blocks behind a lead are looked at. */
const longestList = 12

/** Every claim of the draft that nothing backs, grouped by sentence. */
export function bareClaims(document: DocumentView): ClaimGroup[] {
  const groups: ClaimGroup[] = []
  const titleBlock = firstTextBlock(document)
  for (const { block: index, value } of document.found(claimFacts)) {
    const { bare } = value
    const plan = isPlanSection(document.section(index))
    const left = bare.filter(
      claim =>
        !(plan && !claim.reported) &&
        !((claim.leads || claim.alone) && isBackedBelow(document, index, claim)) &&
        !(index === titleBlock && isTitleWithFigures(document, titleBlock)),
    )
    dropLabels(document, index, left)
    for (let i = 0; i < left.length; ) {
      const from = i
      while (i < left.length && left[i]!.sentence === left[from]!.sentence) i++
      groups.push({ block: index, claims: left.slice(from, i) })
    }
  }
  return groups
}

const longestLabel = 14

/** 3.待遇保障偏低。村医收入不高……: the label of an item says no more than its text, and one note is enough. */
function dropLabels(document: DocumentView, index: number, claims: BareClaim[]): void {
  const first = claims[0]
  if (first?.sentence !== 0 || claims.at(-1)!.sentence === 0) return
  const { sentences, heading } = document.block(index)
  const { start, end, text } = sentences[0]!
  const label =
    heading !== undefined || /^(?:[一二三四五六七八九十]是|（?[一二三四五六七八九十\d]+[）、.．])/.test(text)
  if (!label || end - start > longestLabel) return
  if (claims.some(claim => claim.sentence === 1)) while (claims[0]!.sentence === 0) claims.shift()
}

function isPlanSection(section: Section): boolean {
  for (let at: Section | undefined = section; at && at.headingBlock >= 0; at = at.parent) {
    if (looksBack.test(at.title)) return false
    if (planned.test(at.title)) return true
  }
  return false
}

const longestTitle = 50

/** A title sums up what the first paragraphs say: figures there are its figures. */
function isTitleWithFigures(document: DocumentView, titleBlock: number): boolean {
  const title = document.block(titleBlock).text
  if (title.length > longestTitle || /[。；]/.test(title)) return false
  for (let i = titleBlock + 1; i < Math.min(document.blockCount, titleBlock + 7); i++) {
    const block = document.block(i)
    if (figuresOf(block).some(figure => isEvidence(block.text, figure))) return true
  }
  return false
}

/** The list, table or first section that the claim leads to holds figures or events. */
function isBackedBelow(document: DocumentView, index: number, claim: BareClaim): boolean {
  const own = document.block(index).context
  for (let i = index + 1; i < Math.min(document.blockCount, index + 1 + longestList); i++) {
    const block = document.block(i)
    const { type, listDepth, quoted } = block.context
    if (type === 'comment') continue
    if (type === 'table') return block.rows.some(row => row.some(cell => /\d/.test(cell.text)))
    if (type !== 'paragraph' && type !== 'heading') return false
    const value = block.heading?.numbering?.value
    if (i === index + 1) {
      // Only where something begins: the next item of the list that the claim ends would back anything.
      const begins =
        value === 1 || (listDepth > own.listDepth && value === undefined) || /^(?:——|[①])/.test(block.text)
      if (!begins && !(claim.leads && type === 'paragraph')) return false
    } else if (value === undefined && listDepth === 0 && !quoted && !/^——/.test(block.text) && !claim.leads)
      return false
    if (figuresOf(block).some(figure => isEvidence(block.text, figure)) || hasCheckableFact(block.text))
      return true
  }
  return false
}
