// Clauses and their ends by code unit: asked for at every hit, so without a string or an expression in between.

/** ， 。 ； ： ！ ？ and the line break end a clause. */
function endsClause(unit: number): boolean {
  return unit === 0xff0c || unit === 0xff1a || endsSentencePart(unit)
}

/** 。 ； ！ ？ and the line break end a sentence or a part of it that stands for itself. */
function endsSentencePart(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f || unit === 0x0a
}

export function startOfClause(text: string, at: number): number {
  while (at > 0 && !endsClause(text.charCodeAt(at - 1))) at--
  return at
}

export function endOfClause(text: string, at: number): number {
  while (at < text.length && !endsClause(text.charCodeAt(at))) at++
  return at
}

export function startOfSentencePart(text: string, at: number): number {
  while (at > 0 && !endsSentencePart(text.charCodeAt(at - 1))) at--
  return at
}
