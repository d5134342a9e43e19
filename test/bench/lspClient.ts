// A language client as small as can be: it types into a draft through `dist/server.js --stdio` and waits for the answer to
// each pull, the way VS Code does.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { nodeArguments } from '../../server/src/protocol'

export interface EditResult {
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** Milliseconds from spawn to the first diagnostics. */
  readonly first: number
  /** Resident megabytes of the server after all edits. */
  readonly memory: number
  readonly findings: number
}

const uri = 'file:///bench/draft.md'

/** Opens the text, types `edits` characters one at a time at places spread over it, and measures each answer. */
export async function measureServer(server: string, text: string, edits: number): Promise<EditResult> {
  const started = performance.now()
  const child = spawn(process.execPath, [...nodeArguments, server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => ({ typingPause: 0 })),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/diagnostic/refresh', () => null)
  connection.onRequest('workspace/inlayHint/refresh', () => null)
  connection.onRequest('workspace/codeLens/refresh', () => null)
  connection.listen()
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
          publishDiagnostics: { relatedInformation: true },
        },
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
      initializationOptions: { settings: { typingPause: 0 } },
    })
    await connection.sendNotification('initialized', {})
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    })
    const pull = (previousResultId?: string) =>
      connection.sendRequest<{ kind: string; resultId?: string; items?: unknown[] }>(
        'textDocument/diagnostic',
        {
          textDocument: { uri },
          ...(previousResultId ? { previousResultId } : {}),
        },
      )
    let answer = await pull()
    const first = performance.now() - started
    const lines = text.split('\n')
    const places = lines.flatMap((line, i) => (line.length > 20 ? [i] : []))
    const samples: number[] = []
    const warmUp = 30
    for (let i = 0; i < edits + warmUp; i++) {
      const line = places[(i * 7919) % places.length]!
      const position = { line, character: 10 + (i % 7) }
      const typed = performance.now()
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ range: { start: position, end: position }, text: '县镇村增加了问题'[i % 8]! }],
      })
      answer = await pull(answer.resultId)
      const took = performance.now() - typed
      if (i >= warmUp) samples.push(took)
    }
    const full = answer.kind === 'full' ? answer : await pull()
    samples.sort((a, b) => a - b)
    const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))]!
    return {
      p50: at(0.5),
      p99: at(0.99),
      max: samples[samples.length - 1]!,
      first,
      memory: residentMegabytes(child.pid!),
      findings: full.items?.length ?? 0,
    }
  } finally {
    connection.dispose()
    child.kill()
  }
}

function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
