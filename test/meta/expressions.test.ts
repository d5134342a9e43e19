// What a linguist would change is data (server/knowledge), so no expression in the code grows into a list of words.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(__dirname, '../../server/src')
/** Longer than this, an expression is a list of words or several expressions in one. */
const longest = 120

/** The arithmetic of figures still holds lists of its own; these files may lose them, no other may gain any. */
const stillLong: ReadonlySet<string> = new Set(
  [
    'reading/attribute.ts',
    'reading/intensive.ts',
    'reading/partLabels.ts',
    'relations/average.ts',
    'relations/change.ts',
    'relations/namedItems.ts',
    'relations/remainder.ts',
    'relations/total.ts',
    'relations/wording.ts',
    'tables/cells.ts',
  ].map(name => `core/text/arithmetic/${name}`),
)

/** The regular expression literals of a file that are too long, each with its line. */
function longLiterals(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node) && node.text.length > longest)
      found.push(
        `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.text.length} characters`,
      )
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

describe('expressions', () => {
  it('sees one that is too long', () => {
    const literal = `/${'甲|'.repeat(60)}乙/`
    assert.deepEqual(longLiterals('a.ts', `const b = 1\nconst a = ${literal}\n`), ['a.ts:2: 123 characters'])
    assert.deepEqual(longLiterals('a.ts', 'const a = /甲|乙/\n'), [])
  })

  it(`are no longer than ${longest} characters: word lists are entries of server/knowledge (docs/knowledge.md)`, () => {
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map(name => name.split(path.sep).join('/'))
      .filter(name => name.endsWith('.ts') && !name.endsWith('.generated.ts') && !stillLong.has(name))
    assert.ok(names.length > 100)
    assert.deepEqual(
      names.flatMap(name => longLiterals(name, readFileSync(path.join(root, name), 'utf8'))),
      [],
    )
  })
})
