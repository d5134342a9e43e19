// The tools of the field, called the way their own documentation calls them on one Markdown text.

import path from 'node:path'

export interface Peer {
  readonly name: string
  /** What is switched on, for the reader of the table. */
  readonly what: string
  /** Checks one text and returns the number of findings, so that nothing is optimised away. */
  readonly check: (text: string) => number | Promise<number>
}

/** A dynamic import that the bundler leaves alone. */
const load = (name: string) => import(name)

const makers: Readonly<Record<string, (phrases: readonly string[]) => Promise<Peer>>> = {
  AutoCorrect: autoCorrect,
  textlint,
  zhlint,
  markdownlint,
}

export const peerNames: readonly string[] = Object.keys(makers)

/** Rejects where the peer is not installed or cannot be loaded. */
export function loadPeer(name: string, phrases: readonly string[]): Promise<Peer> {
  return makers[name]!(phrases)
}

async function autoCorrect(): Promise<Peer> {
  const module = await load('autocorrect-node')
  const { lintFor } = module.default ?? module
  return { name: 'AutoCorrect', what: 'lintFor(text, "md")', check: text => lintFor(text, 'md').lines.length }
}

async function textlint(phrases: readonly string[]): Promise<Peer> {
  const { TextlintKernel } = await load('@textlint/kernel')
  const plain = (module: { default: unknown }) => {
    const rule = module.default as { default?: unknown }
    return rule.default ?? rule
  }
  const markdown = plain(await load('@textlint/textlint-plugin-markdown'))
  const rules = await Promise.all(
    [
      ['prh', 'textlint-rule-prh', { ruleContents: [dictionary(phrases)] }],
      ['sentence-length', 'textlint-rule-sentence-length', { max: 150 }],
      ['max-comma', 'textlint-rule-max-comma', { max: 6 }],
      ['no-todo', 'textlint-rule-no-todo', true],
    ].map(async ([ruleId, name, options]) => ({ ruleId, rule: plain(await load(name as string)), options })),
  )
  const kernel = new TextlintKernel()
  return {
    name: 'textlint',
    what: `prh with ${phrases.length} stock phrases, sentence-length, max-comma, no-todo`,
    async check(text) {
      const result = await kernel.lintText(text, {
        ext: '.md',
        filePath: path.resolve('bench.md'),
        plugins: [{ pluginId: 'markdown', plugin: markdown }],
        rules,
      })
      return result.messages.length
    },
  }
}

function dictionary(phrases: readonly string[]): string {
  return `version: 1\nrules:\n${phrases.map(phrase => `  - expected: （具体写）\n    pattern: ${JSON.stringify(phrase)}`).join('\n')}\n`
}

async function zhlint(): Promise<Peer> {
  const module = await load('zhlint')
  const run = module.run ?? module.default.run ?? module.default.default.run
  const options = { rules: { preset: 'default' } }
  return {
    name: 'zhlint',
    what: 'preset default',
    check: text => run(text, options).validations?.length ?? 0,
  }
}

async function markdownlint(): Promise<Peer> {
  const { lint } = await load('markdownlint/sync')
  return {
    name: 'markdownlint',
    what: 'default rules',
    check: text => lint({ strings: { text } }).text.length,
  }
}
