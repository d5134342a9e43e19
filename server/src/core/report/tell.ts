// Findings of one kind, told one by one up to a number that a reader works through; what is left out is said.

import type { DocumentContext, DocumentReported } from '../engine/rule'

const mostTold = 50

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
