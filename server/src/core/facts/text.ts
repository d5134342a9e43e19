// What form and safety rules read: the visible text of prose, and the cells of tables, under one offset system.

import type { Block } from '../document/block'

/** Prose of headings and paragraphs, source of tables and of anything else that could hide a mark or a number. */
export function readable(block: Block): string {
  return block.context.type === 'heading' || block.context.type === 'paragraph' ? block.text : block.source
}
