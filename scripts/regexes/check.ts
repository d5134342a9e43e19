// The verdict on each regular expression, committed beside this file: what is new is examined by `recheck` (npm, pure JavaScript,
// offline), what is known is not examined again. Superlinear is an expression that some text makes slower than in proportion to
// its length.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Expression } from './collect'

export interface Verdicts {
  /**
   * Superlinear or not decided, by expression: why it does no harm. `undecided` are those that recheck gave up on (look-around, or
   * longer than its time); the growth tests run what reads with them.
   */
  readonly harmless: Readonly<Record<string, string>>
  /** Linear: the first 16 digits of SHA-256 of the expression. */
  readonly linear: readonly string[]
}

const file = path.join(__dirname, 'verdicts.json')
export const readVerdicts = (): Verdicts => JSON.parse(readFileSync(file, 'utf8')) as Verdicts

export const nameOf = ({ source, flags }: Pick<Expression, 'source' | 'flags'>): string =>
  `/${source}/${flags.replace(/[dgy]/g, '')}`
export const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 16)

/** In a process of its own, because the constructor of regular expressions is watched there. */
export function collect(): Expression[] {
  const node = process.execPath
  const out = execFileSync(node, ['--import', 'tsx', path.join(__dirname, 'collect.ts')], {
    cwd: path.resolve(__dirname, '../..'),
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  })
  return JSON.parse(out) as Expression[]
}

export type Finding = 'linear' | 'undecided' | `superlinear: ${string}`

/** Milliseconds for one expression. */
const patience = 2500

export function examine({ source, flags }: Pick<Expression, 'source' | 'flags'>): Finding {
  process.env.RECHECK_BACKEND = 'pure'
  // Not needed where nothing is new, and slow to load.
  const { checkSync } = require('recheck') as {
    checkSync(
      source: string,
      flags: string,
      how: object,
    ): {
      status: 'safe' | 'vulnerable' | 'unknown'
      complexity?: { summary?: string }
    }
  }
  for (const checker of ['automaton', 'fuzz']) {
    const { status, complexity } = checkSync(source, flags, { checker, timeout: patience, randomSeed: 1 })
    if (status === 'vulnerable') return `superlinear: ${complexity?.summary ?? ''}`
    if (status === 'safe' && checker === 'automaton') return 'linear'
  }
  return 'undecided'
}

export interface Examined {
  readonly name: string
  readonly files: readonly string[]
  readonly finding: Finding
}

/** What the committed verdicts do not know. */
export function examineNew(expressions: readonly Expression[], { harmless, linear }: Verdicts): Examined[] {
  const known = new Set(linear)
  const seen = new Set<string>()
  return expressions.flatMap(expression => {
    const name = nameOf(expression)
    if (name in harmless || known.has(hashOf(name)) || seen.has(name)) return []
    seen.add(name)
    return [{ name, files: expression.files, finding: examine(expression) }]
  })
}

export function writeVerdicts({ harmless, linear }: Verdicts): void {
  const sorted = Object.fromEntries(Object.entries(harmless).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify({ harmless: sorted, linear: [...linear].sort() }, null, 2)}\n`)
}
