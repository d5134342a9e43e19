// VS Code itself is killed in the middle of a hand-in: while the body goes out, while the answer is awaited, and right after
// the report was taken in. The next VS Code on the same profile finishes the work, and each report arrives once. This file
// runs once for each life; test/vscode/run.mjs starts the next one.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationTarget, commands, workspace } from 'vscode'
import { readLedger } from '../../../client/src/submission'
import { startLastingIntake } from '../../support/receivers/lasting'
import {
  activate,
  editorSpool,
  goodDraft,
  openDraft,
  waitForEntries,
  workspaceRoot,
} from '../../support/vscode'

const life = Number(process.env.LIGAO_LIFE)
const lives = Number(process.env.LIGAO_LIVES)
const log = () => path.join(workspaceRoot().fsPath, '../intake.log')

interface Line {
  readonly event: 'port' | 'body' | 'arrived' | 'again'
  readonly key?: string
  readonly port?: number
}

const lines = (): Line[] =>
  existsSync(log())
    ? readFileSync(log(), 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Line)
    : []

/** Waits for a line of the intake. */
async function untilSaid(accept: (all: readonly Line[]) => Line | undefined): Promise<Line> {
  const watcher = watch(path.dirname(log()))
  try {
    for (;;) {
      const next = new Promise(done => watcher.once('change', done))
      const found = accept(lines())
      if (found) return found
      await next
    }
  } finally {
    watcher.close()
  }
}

const address = async (): Promise<string> =>
  `http://127.0.0.1:${(await untilSaid(all => all.find(({ event }) => event === 'port'))).port}`

const paragraph =
  '4月12日，镇水管站组织26人清理东干渠3.2公里，清出淤泥460方，当日15时恢复通水，1280亩水田恢复灌溉。\n\n'

async function handIn(name: string, more = ''): Promise<void> {
  const { document } = await openDraft(goodDraft(`青石镇第${life}次清淤 ${name}`, more), `${name}.md`)
  await commands.executeCommand('ligao.submitReport', document.uri)
  const results = await commands.executeCommand<unknown[]>('ligao.confirmHandIn')
  assert.equal(results?.length, 1)
}

const die = (): Promise<never> => {
  writeFileSync(path.join(workspaceRoot().fsPath, `../died-${life}`), '')
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

describe(`VS Code is killed in the middle of a hand-in: life ${life} of ${lives}`, () => {
  before(activate)

  if (life === 1)
    it('while the body goes out', async () => {
      startLastingIntake(log())
      const url = await address()
      const channels = [{ name: '县府办接收点', type: 'http', url: `${url}/intake` }]
      await workspace.getConfiguration('ligao').update('channels', channels, ConfigurationTarget.Workspace)
      await fetch(`${url}/mood/body`)
      await handIn('半路断电', `\n\n${paragraph.repeat(20_000)}`)
      await untilSaid(all => all.find(({ event }) => event === 'body'))
      await die()
    })

  if (life === 2)
    it('while the answer is awaited', async () => {
      const url = await address()
      await allDelivered(1)
      await fetch(`${url}/mood/answer`)
      const before = lines().length
      await handIn('等回执时断电')
      await untilSaid(all => all.slice(before).find(({ event }) => event === 'arrived'))
      await die()
    })

  if (life === 3)
    it('right after the report was taken in', async () => {
      await allDelivered(2)
      await handIn('刚存好就断电')
      await die()
    })

  if (life === lives)
    it('everything arrives once, and its receipt stands in its draft', async () => {
      for (let each = 1; each < lives; each++)
        assert.ok(
          existsSync(path.join(workspaceRoot().fsPath, `../died-${each}`)),
          `life ${each} did not end`,
        )
      const entries = await allDelivered(3)
      const arrived = lines().filter(({ event }) => event === 'arrived')
      assert.deepEqual(arrived.map(({ key }) => key).sort(), entries.map(({ id }) => id).sort())
      for (const [name, entry] of [
        ['半路断电', entries.find(({ title }) => title.includes('半路'))],
        ['等回执时断电', entries.find(({ title }) => title.includes('等回执'))],
        ['刚存好就断电', entries.find(({ title }) => title.includes('刚存好'))],
      ] as const) {
        const file = path.join(workspaceRoot().fsPath, `${name}.md`)
        await untilWritten(file, `回执号: ${entry!.receipt}`)
      }
      const { lines: record } = await readLedger(await editorSpool())
      assert.equal(record.filter(({ verb }) => verb === 'delivered').length, 3)
      await fetch(`${await address()}/end`)
    })
})

/** What an earlier life left is sent on by itself. */
const allDelivered = async (count: number) =>
  waitForEntries(await editorSpool(), all =>
    all.length === count && all.every(({ state }) => state === 'delivered') ? all : undefined,
  )

async function untilWritten(file: string, words: string): Promise<void> {
  const watcher = watch(path.dirname(file))
  try {
    for (;;) {
      const next = new Promise(done => watcher.once('change', done))
      if (readFileSync(file, 'utf8').includes(words)) return
      await next
    }
  } finally {
    watcher.close()
  }
}
