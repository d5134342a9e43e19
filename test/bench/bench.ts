// `npm run bench`: one table, everything in one run on the same texts. Ratios come last, because they travel between
// machines and milliseconds do not.

import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'
import { type EditResult, measureServer } from './lspClient'
import { loadPeer, type Peer, peerNames } from './peers'
import { longParagraph, longTable, reportProse } from './prose'
import { median, type Runner, serve, startRunner } from './runner'

declare const BENCH_ROOT: string
declare const BENCH_PHRASES: readonly string[]

const now = Date.UTC(2026, 9, 12, 2)
const sizes = [3_000, 30_000, 300_000] as const
const texts = new Map<string, string>([
  ...sizes.map(size => [`${size.toLocaleString('en')} chars`, reportProse(size)] as const),
  ['144 kB paragraph', longParagraph(144_000)],
  ['1,500-row table', longTable(1500)],
])

/** Ourselves, called as the others are. */
function ligao(): Peer {
  const analyze = createAnalyzer(rules)
  return {
    name: 'Ligao',
    what: `all ${rules.length} rules, cold: parse and check, nothing cached`,
    check: text => analyze(openDraft(text), { settings: defaultSettings, now }).findings.length,
  }
}

async function main() {
  // Each in a process of its own: nobody pays for the garbage of another.
  const started = await Promise.all(['Ligao', ...peerNames].map(name => startRunner(__filename, name)))
  const all = started.filter((each): each is Runner => 'what' in each)
  console.log(
    `Cold full check, median ms (${process.version}, ${process.arch}); each warmed up on the text for ${warmUpTime / 1000} s, then ${roundTime / 1000} s in each round`,
  )
  for (const { name, what } of all) console.log(`  ${name}: ${what}`)
  for (const each of started) if ('missing' in each) console.log(`  left out – ${each.name}: ${each.missing}`)
  const cold = new Map<string, Map<string, number>>()
  for (const peer of all) cold.set(peer.name, new Map())
  for (const [label, text] of texts) {
    // Round by round, so that a slow moment of the machine hits everybody.
    const samples = new Map(all.map(peer => [peer.name, [] as number[]]))
    for (const peer of all) await peer.check(text, warmUpTime)
    const rounds = 7
    for (let round = 0; round < rounds; round++)
      for (const peer of all) {
        if (tooSlow(samples.get(peer.name)!)) continue
        samples.get(peer.name)!.push(await peer.check(text, roundTime))
      }
    for (const peer of all) cold.get(peer.name)!.set(label, median(samples.get(peer.name)!))
  }
  table(
    ['', ...texts.keys()],
    all.map(({ name }) => [name, ...[...texts.keys()].map(label => ms(cold.get(name)!.get(label)!))]),
  )

  for (const peer of all) peer.stop()

  console.log('\nThrough the real server over stdio: a character typed → diagnostics answered')
  const server = path.join(BENCH_ROOT, 'dist/server.js')
  const edits = new Map<string, EditResult>()
  for (const [label, text] of texts)
    edits.set(label, await measureServer(server, text, text.length > 100_000 ? 200 : 300))
  table(
    ['', 'p50', 'p99', 'max', 'first diagnostics after spawn', 'memory (RSS)', 'findings'],
    [...edits].map(([label, result]) => [
      label,
      ms(result.p50),
      ms(result.p99),
      ms(result.max),
      ms(result.first),
      `${result.memory.toFixed(0)} MB`,
      String(result.findings),
    ]),
  )

  const of = (name: string, label: string) => cold.get(name)?.get(label)
  const [small, middle, large] = sizes.map(size => `${size.toLocaleString('en')} chars`) as [
    string,
    string,
    string,
  ]
  console.log('\nRatios and goals')
  const rows: string[][] = []
  const goal = (what: string, value: number | undefined, wanted: string, met: boolean | undefined) =>
    rows.push([
      what,
      value === undefined ? '–' : value.toFixed(2),
      wanted,
      met === undefined ? '–' : met ? 'met' : 'MISSED',
    ])
  const faster = (peer: string, label: string, least: number) => {
    const ratio = of(peer, label) === undefined ? undefined : of(peer, label)! / of('Ligao', label)!
    goal(
      `${peer} ÷ Ligao, cold, ${label}`,
      ratio,
      `≥ ${least}`,
      ratio === undefined ? undefined : ratio >= least,
    )
  }
  faster('AutoCorrect', middle, 1)
  faster('AutoCorrect', large, 1)
  for (const label of [small, middle, large]) faster('textlint', label, 10)
  for (const peer of ['zhlint', 'markdownlint']) for (const label of [middle, large]) faster(peer, label, 1)
  const growth = of('Ligao', large)! / of('Ligao', middle)!
  goal('Ligao, cold, 10 × the text', growth, '≤ 13', growth <= 13)
  for (const label of ['144 kB paragraph', '1,500-row table']) {
    const perChar =
      of('Ligao', label)! / texts.get(label)!.length / (of('Ligao', large)! / texts.get(large)!.length)
    goal(`Ligao, cold, ${label}: cost per character against prose`, perChar, '≤ 3', perChar <= 3)
  }
  const at = (label: string) => edits.get(label)!
  goal(`edit p99, ${small} (ms)`, at(small).p99, '≤ 8', at(small).p99 <= 8)
  goal(`edit p99, ${large} (ms)`, at(large).p99, '≤ 15', at(large).p99 <= 15)
  goal(
    `edit p50, ${large} ÷ ${small}`,
    at(large).p50 / at(small).p50,
    '≤ 4',
    at(large).p50 / at(small).p50 <= 4,
  )
  goal(`first diagnostics after spawn, ${small} (ms)`, at(small).first, '≤ 400', at(small).first <= 400)
  goal(`server memory, ${small} (MB)`, at(small).memory, '≤ 160', at(small).memory <= 160)
  goal(`server memory, ${large} (MB)`, at(large).memory, '–', undefined)
  const package_ = vsixSize()
  goal('.vsix (MB)', package_, '≤ 10', package_ === undefined ? undefined : package_ <= 10)
  table(['', 'measured', 'goal', ''], rows)
}

/** An editor's code has run before: everybody may have his compiled, but nothing of the text is kept between rounds. */
const warmUpTime = 4000
/** While the others have their turn, caches go cold and V8 throws code away; that is nobody's cost of checking. */
const roundTime = 500

function tooSlow(samples: readonly number[]): boolean {
  return samples.length >= 3 && samples.reduce((sum, each) => sum + each, 0) > 20_000
}

function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]) {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map(row => row[i]!.length)))
  for (const row of [head, widths.map(width => '-'.repeat(width)), ...rows])
    console.log(
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`,
    )
}

/** Megabytes of the packed extension, if there is one (`npm run package`). */
function vsixSize(): number | undefined {
  const name = readdirSync(BENCH_ROOT).find(file => file.endsWith('.vsix'))
  return name ? statSync(path.join(BENCH_ROOT, name)).size / 1e6 : undefined
}

const asked = process.argv.indexOf('--peer')
const work =
  asked < 0
    ? main()
    : serve(
        process.argv[asked + 1] === 'Ligao'
          ? Promise.resolve(ligao())
          : loadPeer(process.argv[asked + 1]!, BENCH_PHRASES),
      )
work.catch(error => {
  console.error(error)
  process.exitCode = 1
})
