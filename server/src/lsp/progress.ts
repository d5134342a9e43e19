// WorkDoneProgress on the client's own token; silent without one. And the tokens that the writer has cancelled.

import {
  type Connection,
  type ProgressToken,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageserver/node'
import type { Services } from './services'

export function progressOn(
  { connection, log }: Pick<Services, 'connection' | 'log'>,
  token: ProgressToken | undefined,
) {
  const send = (value: object) => {
    if (token === undefined) return
    connection
      .sendProgress(WorkDoneProgress.type, token, value as never)
      .catch(error => log('progress', error))
  }
  return {
    begin: (title: string) => send({ kind: 'begin', title, cancellable: true, percentage: 0 }),
    step: (done: number, all: number, message: string) =>
      send({ kind: 'report', message, percentage: Math.floor((100 * done) / all) }),
    end: () => send({ kind: 'end' }),
  }
}

const cancelled = new WeakMap<Connection, Set<ProgressToken>>()

/** A connection takes one handler for cancellations, so the features share the set; each deletes its own tokens. */
export function cancelledTokens(connection: Connection): Set<ProgressToken> {
  const known = cancelled.get(connection)
  if (known) return known
  const tokens = new Set<ProgressToken>()
  cancelled.set(connection, tokens)
  connection.onNotification(WorkDoneProgressCancelNotification.type, ({ token }) => {
    tokens.add(token)
  })
  return tokens
}
