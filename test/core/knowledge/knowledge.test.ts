// The knowledge of the field: every line true, the generated modules in step, and what is wrong told where it is.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileKnowledge, readKnowledge } from '../../../scripts/knowledge/read'
import { exportName, generatedName, renderArea } from '../../../scripts/knowledge/render'
import { tryText } from '../../../scripts/knowledge/try'
import { anyOf, expressionOf, wordsOf } from '../../../server/src/core/knowledge/cue'

const knowledge = readKnowledge()
const folder = path.resolve(__dirname, '../../../server/src/core/knowledge')

const area = (entries: string) => compileKnowledge(new Map([['sample', `title: 样例\nentries:\n${entries}`]]))
const problemsOf = (entries: string) => area(entries).problems

const rise = `
  - { id: rise, why: 变多变大, words: 增 增加, yes: ['户数[[增加]]'], no: [户数减少] }`

describe('knowledge', () => {
  it('is sound, and every line is true', () => {
    assert.deepEqual(knowledge.problems, [])
    assert.ok(knowledge.areas.length > 0)
  })

  it('is generated from the YAML as it stands', () => {
    for (const each of knowledge.areas)
      assert.equal(
        readFileSync(path.join(folder, generatedName(each)), 'utf8'),
        renderArea(each),
        `${each.name}: run npm run generate`,
      )
    assert.deepEqual(
      readdirSync(folder)
        .filter(name => name.endsWith('.generated.ts'))
        .sort(),
      knowledge.areas.map(generatedName).sort(),
    )
  })

  it('gives every entry a name of its own in the code', () => {
    for (const { name, entries } of knowledge.areas)
      assert.equal(new Set(entries.map(exportName)).size, entries.length, name)
  })

  it('puts references in, and reads longer words first', () => {
    const { areas, problems } = compileKnowledge(
      new Map([
        ['first', `title: 甲\nentries:${rise}`],
        [
          'second',
          `title: 乙
entries:
  - { id: much, why: 程度副词, words: 大幅, yes: [大幅] }
  - { id: grown, why: 大幅增加, pattern: '{much}{first.rise}', yes: ['户数[[大幅增加]]。'], no: [大幅减少] }`,
        ],
      ]),
    )
    assert.deepEqual(problems, [])
    const grown = areas[1]!.entries[1]!
    assert.equal(grown.source, '(?:大幅)(?:增加|增)')
    assert.equal(grown.id, 'second.grown')
  })

  for (const [name, entries, problem] of [
    [
      'a line that is not found',
      `  - { id: a, why: 变多变大, words: 增加, yes: [减少] }`,
      /a：这一句应当对上：减少/,
    ],
    [
      'a line found elsewhere',
      `  - { id: a, why: 变多变大, words: 增加, yes: ['[[户数]]增加'] }`,
      /不是标出的地方/,
    ],
    [
      'a line that must not be found',
      `  - { id: a, why: 变多变大, words: 增加, yes: [增加], no: [增加了] }`,
      /不应对上/,
    ],
    [
      'a pattern without a counter-example',
      `  - { id: a, why: 变多变大, pattern: '增[加多]', yes: [增加] }`,
      /no/,
    ],
    [
      'an unbounded pattern',
      `  - { id: a, why: 变多变大, pattern: '增.*加', yes: [增加], no: [减] }`,
      /不能用 \* 和 \+/,
    ],
    [
      'a pattern that could take forever',
      `  - { id: a, why: 变多变大, pattern: '(?:增|增加|加){1,30}了', yes: [增了], no: [减] }`,
      /拖慢/,
    ],
    [
      'a reference to nothing',
      `  - { id: a, why: 变多变大, pattern: '{b}', yes: [增], no: [减] }`,
      /没有叫 \{sample\.b\} 的条目/,
    ],
    ['a circle', `  - { id: a, why: 变多变大, pattern: '{a}增', yes: [增], no: [减] }`, /绕回到自己/],
    ['an id used twice', `${rise}${rise}`, /rise：名字重复/],
    ['signs of expressions among words', `  - { id: a, why: 变多变大, words: 增(加), yes: [增] }`, /a words/],
    ['neither words nor pattern', `  - { id: a, why: 变多变大, yes: [增] }`, /至少写一样/],
    ['an unknown key', `  - { id: a, why: 变多变大, words: 增, yes: [增], level: 2 }`, /没有 level 这一项/],
    [
      'a piece that nobody can read',
      `  - { id: a, why: 变多变大, pattern: '${'增'.repeat(161)}', yes: [增], no: [减] }`,
      /不超过 160/,
    ],
  ] as const)
    it(`refuses ${name}`, () => assert.match(problemsOf(entries).join('\n'), problem))

  it('shows what fires in a sentence and why', () => {
    const { areas } = area(rise)
    assert.match(tryText(areas, '户数增加'), /sample（样例）\n {2}rise\s+“增加” {2}变多变大/)
    assert.equal(tryText(areas, '户数减少'), '没有条目对上这句话。')
  })

  it('serves words as a set and patterns as expressions', () => {
    const words = area(rise).areas[0]!.entries[0]!
    assert.deepEqual([...wordsOf(words)], ['增加', '增'])
    assert.equal(expressionOf(words).exec('已增加')![0], '增加')
    assert.throws(() => wordsOf({ id: 'a.b', source: '增[加]' }), /a\.b/)
    assert.deepEqual('增、减'.match(anyOf([words, { id: 'a.b', source: '减' }], 'g')), ['增', '减'])
  })
})
