// Which folder plays the workspace for a draft.

import path from 'node:path'

/** The folder that the terminal stands in, as far as the draft is in it. */
export function rootOf(file: string, cwd: string): string {
  const way = path.relative(cwd, file)
  return way.startsWith('..') || path.isAbsolute(way) ? path.dirname(file) : cwd
}
