// The invariants of ARCHITECTURE.md that a machine can hold: which part may know which.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

function sources(directory: string): string[] {
  const full = path.join(root, directory)
  if (!existsSync(full)) return []
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(directory, file).split(path.sep).join('/'))
}

/** What a file imports: packages by name, files of ours by their path from the root. */
function imports(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n]*(?:\n[^'"]*?)?from\s+['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ]
  return found.map(hit => {
    const specifier = hit[1] ?? hit[2]!
    return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier
  })
}

const violations = (directory: string, allowed: (specifier: string, file: string) => boolean) =>
  sources(directory).flatMap(file =>
    imports(file)
      .filter(specifier => !allowed(specifier, file))
      .map(specifier => `${file} → ${specifier}`),
  )

describe('architecture', () => {
  it('the core knows only itself and four pure libraries', () => {
    const pure = ['@lezer/common', '@lezer/markdown', 'yaml', 'chinese-days']
    assert.ok(sources('server/src/core').length > 20)
    assert.deepEqual(
      violations(
        'server/src/core',
        specifier =>
          specifier.startsWith('server/src/core/') ||
          pure.some(name => specifier === name || specifier.startsWith(`${name}/`)),
      ),
      [],
    )
  })

  it('the core reads no clock, starts no timer, prints nothing', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\s*\)|\bconsole\.|\bsetTimeout\(|\bsetInterval\(|\bMath\.random\(|\bprocess\./
    assert.deepEqual(
      sources('server/src/core').filter(file =>
        impure.test(readFileSync(path.join(root, file), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')),
      ),
      [],
    )
  })

  it('the client knows nothing of the server but its protocol', () => {
    assert.deepEqual(
      violations(
        'client/src',
        specifier => !specifier.startsWith('server/') || specifier === 'server/src/protocol',
      ),
      [],
    )
  })

  it('handing in knows nothing of VS Code', () => {
    assert.deepEqual(
      violations('client/src/submission', specifier => specifier !== 'vscode'),
      [],
    )
  })

  it('the language server knows nothing of VS Code or the client', () => {
    assert.deepEqual(
      violations('server/src/lsp', specifier => specifier !== 'vscode' && !specifier.startsWith('client/')),
      [],
    )
  })

  it('the protocol depends on nothing that the client may not have', () => {
    assert.deepEqual(
      imports('server/src/protocol.ts').filter(
        specifier =>
          !/^(?:vscode-languageserver-(?:protocol|types)|vscode-jsonrpc)/.test(specifier) &&
          !specifier.startsWith('server/src/core/types'),
      ),
      [],
    )
  })

  it('the segmenter stands behind its port', () => {
    assert.deepEqual(
      sources('server/src')
        .filter(file => !file.startsWith('server/src/segmenter/'))
        .flatMap(file => imports(file).filter(specifier => /^(?:nodejieba|jieba-wasm)/.test(specifier))),
      [],
    )
  })

  it('tests neither sleep nor skip', () => {
    const lazy = /\b(?:it|describe)\.(?:only|skip)\(|\bsleep\(|setTimeout\(\s*(?:resolve|r|done)\b/
    const here = 'test/meta/architecture.test.ts'
    assert.deepEqual(
      sources('test').filter(
        file =>
          file !== here &&
          file.endsWith('.test.ts') &&
          lazy.test(readFileSync(path.join(root, file), 'utf8')),
      ),
      [],
    )
  })
})
