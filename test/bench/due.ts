// How long 待报事项 takes over a workspace of ten thousand drafts, what it costs in memory, and how soon an edit and a
// changed file show: the last part of `npm run bench`, or `npx tsx test/bench/due.ts [drafts] [dist/server.js]`. Prints numbers
// next to what is wanted of ten thousand drafts on two processors; nothing passes or fails.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import {
  type DueItemsChange,
  type DueItemsResult,
  dueItemsNotification,
  dueItemsRequest,
  nodeArguments,
} from '../../server/src/protocol'

const count = Number(process.argv[2] ?? 10_000)
const server = path.resolve(process.argv[3] ?? path.join(__dirname, '../../dist/server.js'))

const units = [
  '县水利局',
  '县财政局',
  '镇农业农村办',
  '柳河村',
  '青石镇人民政府',
  '县应急管理局',
  '镇综治中心',
]
const kinds = ['问题', '动态', '经验', '综合', '总结', '突发初报']

const paragraphs = (i: number): string[] => [
  `2026年以来，青石镇排查${20 + (i % 50)}处山塘隐患，整改${10 + (i % 10)}处，投入资金${30 + (i % 70)}.${i % 10}万元，惠及群众${1000 + (i % 900)}户。`,
  `4月${1 + (i % 27)}日，${units[i % 7]}召开调度会，8个村报来进度，已清淤${1 + (i % 9)}.2公里，占计划的${40 + (i % 50)}.5%。截至4月25日，完成率${60 + (i % 40)}%。`,
  `一是压实责任，由${units[(i + 1) % 7]}牵头，${1 + (i % 12)}月${1 + (i % 28)}日前完成清淤，费用由县财政承担；二是严格督查，${units[(i + 2) % 7]}须于${3 + (i % 10)}个工作日内报送台账；三是加强巡查，每月5日前报送月报。`,
  `群众反映柳河村三组水渠淤塞已${2 + (i % 5)}个月，影响灌溉${200 + (i % 300)}亩，主要原因是上游弃土未及时清运，责任单位尚未明确，预计5月底完工。`,
]
const table =
  '| 措施 | 责任单位 | 完成时限 |\n|---|---|---|\n| 更换管网 | 县水利局 | 6月底前 |\n| 验收 | 县水利局 | 4月25日17时前 |\n'

/** About 1,700 characters; every tenth without a head, every fifth with a table of measures. */
function draftText(i: number): string {
  const emergency = i % 6 === 5 ? '接报时间: 2026-04-28 09:30\n报送时限: 1小时\n' : ''
  const head =
    i % 10 === 9
      ? ''
      : `---\n标题: 青石镇清淤情况${i}\n类型: ${kinds[i % 6]}\n单位: 青石镇人民政府\n成稿日期: 2026-0${1 + (i % 4)}-1${i % 10}\n${emergency}---\n\n`
  const body = Array.from({ length: 4 }, (_, k) =>
    paragraphs(i * 7 + k * 13)
      .filter((_, p) => p !== 2 || k === i % 4)
      .join('\n\n'),
  ).join('\n\n## 二、存在问题\n\n')
  return `${head}# 青石镇清淤情况${i}\n\n${body}\n\n${i % 5 === 0 ? table : ''}`
}

async function main() {
  const root = mkdtempSync(path.join(tmpdir(), 'ligao-due-'))
  const fileOf = (i: number) =>
    path.join(root, String(2020 + (i % 7)), String(1 + ((i >> 3) % 12)), `稿${i}.md`)
  for (let i = 0; i < count; i++) {
    mkdirSync(path.dirname(fileOf(i)), { recursive: true })
    writeFileSync(fileOf(i), draftText(i))
  }
  const child = spawn(process.execPath, [...nodeArguments, server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  let items = 0
  let firstItem = 0
  let seen: ((change: DueItemsChange) => void) | undefined
  connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
    params.items.map(() => ({})),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.onNotification(dueItemsNotification, (change: DueItemsChange) => {
    firstItem ||= performance.now()
    for (const file of change.changed) items += file.items.length
    seen?.(change)
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  })
  await connection.sendNotification('initialized', {})
  /** Seconds of processor time: what counts on a machine that others use as well. */
  const busy = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  }
  const memory = (key: string) =>
    Math.round(
      Number(
        new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0,
      ) / 1024,
    )

  const busyBefore = busy()
  const began = performance.now()
  const result = await connection.sendRequest<DueItemsResult>(dueItemsRequest, {})
  const took = performance.now() - began
  console.log(
    `first look: ${result.looked} drafts, ${items} items in ${Math.round(took)} ms (${(busy() - busyBefore).toFixed(1)} s of processor); first items after ${Math.round(firstItem - began)} ms; wanted: 10000 ms`,
  )
  console.log(`memory of the server: ${memory('VmRSS')} MB, at most ${memory('VmHWM')} MB; wanted: 300 MB`)

  const told = () =>
    new Promise<number>(resolve => {
      const from = performance.now()
      seen = () => resolve(performance.now() - from)
    })
  const uri = pathToFileURL(fileOf(3)).href
  const version = { version: 1 }
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: draftText(3) },
  })
  const times: number[] = []
  for (let i = 0; i < 20; i++) {
    const answer = told()
    version.version++
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, ...version },
      contentChanges: [{ text: `${draftText(3)}\n县水利局须于6月${i + 1}日前验收。\n` }],
    })
    times.push(await answer)
  }
  console.log(`an edit: ${summary(times)}`)
  times.length = 0
  for (let i = 0; i < 20; i++) {
    writeFileSync(fileOf(4), `${draftText(4)}\n县水利局须于6月${i + 1}日前验收。\n`)
    const answer = told()
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(fileOf(4)).href, type: 2 }],
    })
    times.push(await answer)
  }
  console.log(`a changed file, from the watcher's word: ${summary(times)}; wanted: 200 ms`)
  const again = performance.now()
  await connection.sendRequest(dueItemsRequest, {})
  console.log(`a second look: ${Math.round(performance.now() - again)} ms`)
  console.log(`memory of the server: ${memory('VmRSS')} MB, at most ${memory('VmHWM')} MB`)
  child.kill()
  rmSync(root, { recursive: true, force: true })
}

function summary(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  return `median ${Math.round(sorted[sorted.length >> 1]!)} ms, at most ${Math.round(sorted.at(-1)!)} ms`
}

void main()
