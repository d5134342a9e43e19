// Does an edit leave the draft's Markdown as it is? Asked before an edit is offered, by making it on a copy.

import { type Draft, type Edit, editDraft, type PlacedBlock, type Text } from '../../core'

/** The draft after some edits that do not overlap. Read again is what lies between the first and the last of them. */
export function edited(draft: Draft, edits: readonly Edit[]): Draft {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const [first] = inOrder
  if (!first) return draft
  const { start } = first
  let text = ''
  let end = start
  for (const edit of inOrder) {
    text += draft.text.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return editDraft(draft, { start, end, text }, draft.text.replaced({ start, end }, text))
}

/**
 * How much reading of drafts a request may cost, in characters: an offer that cannot be tried in time is not made. A draft
 * of 300,000 characters can be tried a dozen times.
 */
export interface Budget {
  left: number
}

export const newBudget = (): Budget => ({ left: 4_000_000 })

export function affords(budget: Budget, draft: Draft): boolean {
  budget.left -= draft.text.length
  return budget.left >= 0
}

/** The same blocks in the same nesting, comments apart; texts may differ where `sameText` allows it. */
export function sameStructure(
  before: Draft,
  after: Draft,
  sameText: (a: PlacedBlock, b: PlacedBlock) => boolean = () => true,
): boolean {
  const old = before.blocks.filter(isContent)
  const now = after.blocks.filter(isContent)
  return (
    old.length === now.length &&
    old.every((placed, i) => {
      const other = now[i]!
      return placed.block === other.block || (sameContext(placed, other) && sameText(placed, other))
    })
  )
}

const isContent = ({ block }: PlacedBlock) => block.context.type !== 'comment'

function sameContext(
  { block: { context: a } }: PlacedBlock,
  { block: { context: b } }: PlacedBlock,
): boolean {
  return (
    a.type === b.type &&
    a.level === b.level &&
    a.quoted === b.quoted &&
    a.listDepth === b.listDepth &&
    a.listValue === b.listValue &&
    a.listLead === b.listLead
  )
}

/** What a reader sees is the same. */
export function sameWords({ block: a }: PlacedBlock, { block: b }: PlacedBlock): boolean {
  return a.source === b.source || (a.context.type !== 'table' && a.text !== '' && a.text === b.text)
}

/** Text of a rule, which knows only `\n`, with the line breaks of the draft. */
export function withLineBreaks(text: string, lineBreak: string): string {
  return lineBreak === '\n' ? text : text.replace(/\r?\n/g, lineBreak)
}

/** The line break that the draft uses. */
export function lineBreakOf(text: string | Text): string {
  const lf = text.indexOf('\n')
  return lf > 0 && text.slice(lf - 1, lf) === '\r' ? '\r\n' : '\n'
}
