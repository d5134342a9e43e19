// Which troubles of a hand-in pass by themselves. Apart from the rest, so that a list can ask without loading the library.

import type { Notice } from './messages'

const passing: ReadonlySet<string> = new Set([
  'offline',
  'host-not-found',
  'connection-refused',
  'connection-lost',
  'connect-timeout',
  'idle-timeout',
  'total-timeout',
  'server-busy',
  'server-error',
  'interrupted',
  'folder-gone',
])

/** Nobody needs to do anything: it is tried again. Any other trouble wants a person to look. */
export function passesByItself(notice: Pick<Notice, 'code'> | null): boolean {
  return notice !== null && passing.has(notice.code)
}
