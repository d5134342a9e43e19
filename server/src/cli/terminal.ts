// What a command needs from the terminal, and how a command says that it was called wrongly.

export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly readStdin: () => Promise<string>
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => number
  /** Colours are welcome. */
  readonly isTerminal: boolean
}

/** Wrong usage or an unreadable file: exit code 2 with this text on standard error. */
export class UsageError extends Error {}

export interface Command {
  readonly name: string
  /** One line for the list of commands, Chinese. */
  readonly summary: string
  readonly usage: string
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}
