// How long reports have been worked on, to tell a writer at work from somebody who looked in. No VS Code in here.

/** How long reports have been worked on in this window. */
export interface Work {
  readonly edits: number
  readonly milliseconds: number
  readonly last: number
}

export const noWork: Work = { edits: 0, milliseconds: 0, last: 0 }

/** A longer break is a break, not work. */
const longestPause = 60_000

export function worked({ edits, milliseconds, last }: Work, now: number): Work {
  const passed = now - last
  return {
    edits: edits + 1,
    milliseconds: milliseconds + (last > 0 && passed > 0 && passed <= longestPause ? passed : 0),
    last: now,
  }
}

export const isAWhile = ({ edits, milliseconds }: Work): boolean => edits >= 100 && milliseconds >= 5 * 60_000
