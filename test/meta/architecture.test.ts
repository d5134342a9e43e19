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

/** Where a path on the page may count from. */
const bases = ['', 'server/src/', 'server/src/core/', 'client/src/', 'client/src/submission/']

/** What the page names: paths in code spans. In a row or a paragraph, a name may be in the folder of one before it. */
function pathsNamed(page: string): { path: string; found: boolean }[] {
  return page.split(/\n\n|\n(?=[|-])/).flatMap(part => {
    const own: string[] = []
    return [...part.matchAll(/`([\w.-]+(?:\/[\w.*-]*)*)`/g)]
      .map(hit => hit[1]!)
      .filter(name => /\/|\.(?:ts|mjs|json|yaml|md)$/.test(name))
      .map(name => {
        const at = [...own, ...bases].find(base => exists(base + name))
        if (at !== undefined) own.push(folderOf(at + name))
        return { path: name, found: at !== undefined }
      })
  })
}

const folderOf = (name: string) => (name.endsWith('/') ? name : `${path.posix.dirname(name)}/`)

/** `deadlines-*.tsv` is there when one of them is. */
function exists(name: string): boolean {
  if (!name.includes('*')) return existsSync(path.join(root, name))
  const [before, after] = path.posix.basename(name).split('*') as [string, string]
  const folder = path.join(root, path.posix.dirname(name))
  return (
    existsSync(folder) && readdirSync(folder).some(file => file.startsWith(before) && file.endsWith(after))
  )
}

describe('architecture', () => {
  it('every path that the page names is there', () => {
    const named = pathsNamed(readFileSync(path.join(root, 'server/ARCHITECTURE.md'), 'utf8'))
    assert.ok(named.length > 80)
    // Files of the writer, made at run time or by the build.
    const elsewhere = /^(?:dist\/|tmp\/|ligao\.(?:config|lexicon)\.yaml$)/
    assert.deepEqual(
      named.filter(({ path, found }) => !found && !elsewhere.test(path)),
      [],
    )
  })

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

  it('the client knows nothing of the server but its protocol, the form of a head and what a classification mark is', () => {
    assert.deepEqual(
      violations(
        'client/src',
        specifier =>
          !specifier.startsWith('server/') ||
          specifier === 'server/src/protocol' ||
          specifier === 'server/src/core/document/head' ||
          specifier === 'server/src/core/text/classification',
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

  it('server and terminal know the core and not each other', () => {
    assert.deepEqual(
      violations('server/src/cli', specifier => !specifier.startsWith('server/src/lsp/')),
      [],
    )
    assert.deepEqual(
      violations('server/src/lsp', specifier => !specifier.startsWith('server/src/cli/')),
      [],
    )
    assert.deepEqual(
      violations(
        'server/src/cli',
        specifier => !specifier.startsWith('client/') || /^client\/src\/submission(?:\/|$)/.test(specifier),
      ),
      [],
    )
  })

  it('reading words and reading shape are apart', () => {
    const core = 'server/src/core'
    const ground = new Set([`${core}/types`, `${core}/search`])
    assert.deepEqual(
      violations(
        `${core}/document`,
        specifier =>
          !specifier.startsWith(core) || specifier.startsWith(`${core}/document/`) || ground.has(specifier),
      ),
      [],
    )
    assert.deepEqual(
      violations(
        `${core}/text`,
        specifier => !new RegExp(`^${core}/(?:document|facts|engine|rules)/`).test(specifier),
      ),
      [],
    )
  })

  it('files are named in camel case, rules and their tests by the id of the rule', () => {
    assert.deepEqual(
      ['server/src', 'client/src', 'test']
        .flatMap(sources)
        .filter(file => !/\/(?:rules|node_modules)\//.test(file) && path.basename(file).includes('-')),
      [],
    )
  })

  it('nothing that is made for every draft has a getter of its own', () => {
    // V8 hangs such a getter, and whatever it sees, on the shape of the object, and clears it only with all memory: drafts
    // that are gone pile up, and typing waits for their removal. Getters of classes are made once.
    assert.deepEqual(
      sources('server/src/core').filter(file =>
        /^ {4,}get \w+\(\)/m.test(readFileSync(path.join(root, file), 'utf8')),
      ),
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
