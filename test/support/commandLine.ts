// Calls the terminal command as another program would, on 28 April 2026 at 10:00 in Beijing unless told otherwise.

import { runCommandLine } from '../../server/src/cli/run'

interface Surroundings {
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly now?: () => number
}

export async function callCommandLine(
  cwd: string,
  args: readonly string[],
  { stdin = '', env = {}, now = () => Date.UTC(2026, 3, 28, 2) }: Surroundings = {},
) {
  let out = ''
  let err = ''
  const code = await runCommandLine(args, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    readStdin: async () => stdin,
    cwd,
    env,
    now,
    isTerminal: false,
  })
  return { code, out, err, json: () => JSON.parse(out) }
}
