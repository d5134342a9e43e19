// Findings of one kind, told one by one up to a number that a reader works through; what is left out is said.

import type { DocumentContext, DocumentReported, Message } from '../engine/rule'

const mostTold = 50

/** In one section, more findings of a kind than this are told as one. */
export const mostSingly = 5

/** The message `more` that a rule with a teller must have. */
export const more: Message = {
  what: ['还有{count}处同样的情况，没有逐条列出', '{count} more places like the ones above'],
  why: ['同一个毛病一次改完比逐条看更省事', 'One habit is mended at once'],
  doNext: ['照前面列出的改法，把余下的一并改好', 'Mend the rest in the same way'],
}

export interface Teller {
  /** `make` is not called for findings that are left out. */
  tell(make: () => DocumentReported): void
  /** Says how many were left out, at the first of them, with the rule's message `more`. */
  close(): void
}

export function tellerOf(context: DocumentContext): Teller {
  let count = 0
  let firstLeft: DocumentReported | undefined
  return {
    tell(make) {
      count++
      if (count <= mostTold) context.report(make())
      else firstLeft ??= make()
    },
    close() {
      if (firstLeft)
        context.report({
          at: firstLeft.at,
          message: 'more',
          values: { count: count - mostTold },
          severity: 'information',
        })
    },
  }
}
