#!/usr/bin/env node
// The same core in a terminal: `ligao check`, `due`, `rules`, `config`, `submit`, `export`.

import { runCommandLine } from './run'

runCommandLine(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  readStdin,
  cwd: process.cwd(),
  env: process.env,
  now: () => Date.now(),
  isTerminal: process.stdout.isTTY === true && !process.env.NO_COLOR,
}).then(
  code => {
    // Not process.exit: a pipe must be drained first.
    process.exitCode = code
  },
  error => {
    process.stderr.write(`ligao: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  },
)

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
