// What a chat program puts around the text that it was asked for: a friendly first line, an offer at the end, rules, emoji.
import { type Block, type Run, textOf } from '../docx/model'

const opening =
  /^(?:好的|当然可以|当然|可以的|没问题|明白了|收到)[，,！!。~～].{0,80}$|^(?:以下|下面|这)是(?:一份|一篇|我|为您|为你|根据|按照|修改|润色|优化).{0,60}[：:。]$|^(?:根据|按照)您的(?:要求|需求|描述).{0,60}[：:。]$/
const closing =
  /^(?:如果|如)(?:您|你)?(?:还)?(?:需要|有|想|希望|愿意).{0,120}(?:告诉我|随时|帮您|帮你|调整|修改|补充|继续)|^希望(?:这|以上|对).{0,60}(?:帮助|要求|参考)|^(?:需要我|要不要我|是否需要我|请告诉我|您可以告诉我|以上内容(?:仅供|由)).{0,100}[？?。！!]?$/
const emoji = /^(?:\p{Extended_Pictographic}[\ufe0f\u200d]*)+\s*/u
/** ©, ®, ™ and arrows are pictographs for Unicode, and words on paper. */
const wordLike = /^[©®™↔-↪■-◿☀-☆☎☑▪▫〰〽㊗㊙✓✔★☆]/

/** Whether words are those of a chat program: its first or last line is there. */
export const isWrapped = (blocks: readonly Block[]): boolean => opens(blocks[0]) || closes(blocks.at(-1))

const wordsOf = (block: Block | undefined): string =>
  block?.kind === 'paragraph' ? textOf(block.runs).trim() : ''

const opens = (block: Block | undefined): boolean => opening.test(wordsOf(block))
const closes = (block: Block | undefined): boolean => closing.test(wordsOf(block))

/** Without the wrapping. What is taken away is told: the writer may have meant it. */
export function unwrapped(blocks: readonly Block[]): { blocks: Block[]; dropped: string[] } {
  const kept = [...blocks]
  const dropped: string[] = []
  while (opens(kept[0])) dropped.push(wordsOf(kept.shift()))
  while (closes(kept.at(-1))) dropped.push(wordsOf(kept.pop()))
  return {
    blocks: kept.map(block => ('runs' in block ? { ...block, runs: withoutEmoji(block.runs) } : block)),
    dropped,
  }
}

function withoutEmoji(runs: readonly Run[]): Run[] {
  const [first, ...rest] = runs
  if (first?.kind !== 'text' || wordLike.test(first.text)) return [...runs]
  return [{ ...first, text: first.text.replace(emoji, '') }, ...rest]
}
