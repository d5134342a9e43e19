// Every regular expression of the product: literals from the syntax of the sources, and those that are put together, caught in
// the constructor while all sources of the core and the compiled word lists are loaded. Writes JSON to standard output.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export interface Expression {
  readonly source: string
  readonly flags: string
  /** The files that hold it; of one that is put together, `(composed)`. */
  readonly files: string[]
}

const root = path.resolve(__dirname, '../..')
const folders = ['server/src', 'client/src']
const found = new Map<string, Expression>()

function note(source: string, flags: string, file: string): void {
  const key = `/${source}/${flags}`
  const known = found.get(key)
  if (!known) found.set(key, { source, flags, files: [file] })
  else if (!known.files.includes(file)) known.files.push(file)
}

const files = folders.flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.split(path.sep).join('/')}`),
)

for (const file of files) {
  const tree = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      note(node.text.slice(1, end), node.text.slice(end + 1), file)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
}

const Plain = RegExp
globalThis.RegExp = new Proxy(Plain, {
  construct(target, [source, flags], newTarget) {
    const made = Reflect.construct(target, [source, flags], newTarget) as RegExp
    if (typeof source === 'string') note(made.source, made.flags, '(composed)')
    return made
  },
  apply: (target, self, given) => Reflect.apply(target, self, given),
})

// The core needs no VS Code; what the client composes is small and made in functions that its growth tests run.
for (const file of files) if (file.startsWith('server/src/core/')) require(path.join(root, file))
const { phraseEntries } = require(path.join(root, 'server/src/core/lexicon')) as {
  phraseEntries?: readonly { pattern: string }[]
}
for (const { pattern } of phraseEntries ?? []) note(pattern, 'm', 'server/lexicons')

for (const file of files.filter(name => name.startsWith('server/src/core/knowledge/')))
  for (const cue of Object.values(require(path.join(root, file)) as Record<string, unknown>)) {
    const { source, plain } = (cue ?? {}) as { source?: unknown; plain?: unknown }
    if (typeof source === 'string' && !plain) note(source, '', 'server/knowledge')
  }

process.stdout.write(JSON.stringify([...found.values()]))
