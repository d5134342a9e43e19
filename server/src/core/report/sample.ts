// What of a draft its genre and kind are judged by: enough to tell, and no more however long it is.

import type { Draft } from '../document/document'
import { draftMemo } from '../document/memory'
import { placeholder } from '../document/prose'
import { isBareTitle } from '../facts/title'

export interface Sample {
  readonly title: string
  readonly headings: string
  /** The first paragraphs, without headings. */
  readonly opening: string
  readonly text: string
  /** Of the sample, so never much beyond its limit. */
  readonly length: number
  readonly codeBlocks: number
  readonly inlineCode: number
}

const longestSample = 8000

interface Known {
  readonly sample: Sample
  /** The first block that was not looked at; past all blocks where they ended first, since more of them would be looked at. */
  readonly end: number
  readonly frontMatter: Draft['frontMatter']
}

const remembered = draftMemo<Known>()

/** The same object as long as nothing that it was taken from changes. */
export function sampleOf(draft: Draft): Sample {
  const { memory } = draft
  const own = remembered.get(memory)
  if (own) return own.sample
  const before = remembered.before(memory)
  const holds =
    before !== undefined &&
    before.frontMatter === draft.frontMatter &&
    memory.former!.change.from >= before.end
  return remembered.set(memory, holds ? before : takeSample(draft)).sample
}

function takeSample(draft: Draft): Known {
  let text = ''
  let headings = ''
  let opening = ''
  let codeBlocks = 0
  let inlineCode = 0
  let firstHeading = ''
  let seen = 0
  let end = Number.POSITIVE_INFINITY
  for (const [i, { block }] of draft.blocks.entries()) {
    if (block.context.type === 'code' && !isBlankCode(block.source)) codeBlocks++
    if (block.context.type === 'table') text += block.source.slice(0, 1000)
    if (block.text === '') continue
    const isTitle = seen === 0 && block.context.type === 'paragraph' && isBareTitle(block.text)
    seen++
    if (block.context.type === 'heading' || isTitle) {
      if (!firstHeading || (seen === 2 && isTitle)) firstHeading = block.text
      headings += `${block.text}\n`
    } else {
      if (block.heading) headings += `${block.heading.text}\n`
      else if (block.text.length <= 24 && !/[。，；]/.test(block.text)) headings += `${block.text}\n`
      else if (opening.length < 300 && seen <= 4) opening += block.text.slice(0, 300)
    }
    const part = block.text.slice(0, 2000)
    if (part.includes(placeholder)) inlineCode += part.split(placeholder).length - 1
    text += `${part}\n`
    if (text.length > longestSample) {
      end = i + 1
      break
    }
  }
  const title = draft.frontMatter?.entries.get('标题')?.text || firstHeading
  const sample = {
    title,
    headings,
    opening,
    text: text.slice(0, longestSample),
    length: text.length,
    codeBlocks,
    inlineCode,
  }
  return { sample, end, frontMatter: draft.frontMatter }
}

/** A fence around nothing, or around Chinese prose, is a writer's frame and not a program. */
function isBlankCode(source: string): boolean {
  const start = source.indexOf('\n') + 1
  const inner = source.slice(start, Math.max(start, source.lastIndexOf('\n')))
  const chinese = inner.match(/[一-鿿]/g)?.length ?? 0
  return inner.trim() === '' || chinese > inner.length * 0.6
}
