#!/usr/bin/env node
// The same core in a terminal: `ligao check`, `due`, `rules`, `config`, `submit`, `export`.

import { decodeUtf8 } from '../decode'
import { notUtf8 } from './files'
import { plain } from './format/plain'
import { runCommandLine } from './run'
import { UsageError } from './terminal'

// `ligao check | head`: who reads has gone, and there is nothing to say about it. A full disk there is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`ligao: 结果写不出去：${error.code ?? error.message}\n`)
  process.exit(error.code === 'EPIPE' ? 141 : 2)
})
process.stderr.on('error', () => process.exit(2))

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
    process.stderr.write(`ligao: ${plain(error instanceof Error ? error.message : String(error))}\n`)
    process.exitCode = 2
  },
)

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const text = decodeUtf8(Buffer.concat(chunks))
  if (text === undefined) throw new UsageError(`标准输入${notUtf8}`)
  return text
}
