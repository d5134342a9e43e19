// A draft that lays down rules (制度、办法、条例、章程) reports nothing: 加强管理 is a duty there and no measure without substance, and
// 情节严重 a condition and no claim. So rules about empty wording are silent in it, whatever kind its head says.

import type { Block } from '../document/block'
import type { Draft } from '../document/document'

/**
 * What hardly any sentence of a report has: the verbs by which rules bind (立法技术规范: 应当、不得), an article's number, the
 * conditions that lead on to a list, and the name by which a regulation speaks of itself.
 */
const norm =
  /^[\s　]*第[一二三四五六七八九十百零〇\d]{1,6}[章节条]|应当|不得|(?:有|符合|具备|按照|遵守)下列|本(?:法|条例|办法|规定|细则|规则|准则|章程|制度|守则|公约)/

/** A report may cite a rule or two. */
const fewestNorms = 4
/** One sentence in so many lays down a rule; the others are its lists and definitions. */
const sharedBy = 5

export function laysDownRules({ memory }: Draft): boolean {
  const counted = memory.total(normsOf, normsOf, normsOf)
  return (
    counted !== undefined && counted.norms >= fewestNorms && counted.norms * sharedBy >= counted.sentences
  )
}

function normsOf({ text, sentences, context }: Block) {
  if (text === '' || context.quoted) return none
  return {
    sentences: sentences.length,
    norms: norm.test(text) ? sentences.filter(sentence => norm.test(sentence.text)).length : 0,
  }
}

const none = { sentences: 0, norms: 0 }
