// What is kept of an earlier report to recognise its paragraphs again: hashes, never its text.

import type { Draft } from '../document/document'
import { figuresOf, type Shingles, type Sketch, shinglesOf, sketchOf } from '../text/similarity/shingles'

export interface EarlierParagraph {
  readonly sketch: Sketch
  readonly shingles: Shingles
  readonly figures: readonly string[]
}

export interface EarlierReport {
  readonly title: string
  /** As written in its front matter; '' when there is none. */
  readonly date: string
  readonly path: string
  readonly paragraphs: readonly EarlierParagraph[]
}

/** Shorter paragraphs repeat by nature: 后续情况将及时续报。 */
export const shortestParagraph = 50

export function fingerprint(draft: Draft, path: string): EarlierReport {
  const entries = draft.frontMatter?.entries
  const heading = draft.blocks.find(({ block }) => block.context.type === 'heading')
  return {
    title: entries?.get('标题')?.text || heading?.block.text || path.split(/[\\/]/).pop() || path,
    date: entries?.get('成稿日期')?.text ?? '',
    path,
    paragraphs: draft.blocks
      .filter(
        ({ block }) =>
          block.context.type === 'paragraph' &&
          !block.context.quoted &&
          block.text.length >= shortestParagraph,
      )
      .map(({ block }) => ({
        sketch: sketchOf(block.text),
        shingles: shinglesOf(block.text),
        figures: figuresOf(block.text),
      })),
  }
}
