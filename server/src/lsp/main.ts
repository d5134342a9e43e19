// The language server as a process: `node dist/server.js --stdio`, or over node-ipc from the extension.

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { gate } from './gate'
import { nodeRuntime, surviveErrors } from './node'
import { inOnePiece } from './onePiece'
import { startServer } from './server'

// A client that names no transport means the usual one.
if (!process.argv.some(each => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(each))) process.argv.push('--stdio')

const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, inOnePiece(process.stdout), gate())
  : createConnection(ProposedFeatures.all, gate())
const log = (line: string) => connection.console.log(line)
surviveErrors(log)
startServer(connection, nodeRuntime(__dirname, log))
