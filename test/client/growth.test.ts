// What the extension host and `ligao submit` read of a draft, a lead or a template takes time that grows with the text and no
// faster: the editor is not held up by a file that somebody put into the folder.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pictureName } from '../../client/src/images/names'
import { placeFor } from '../../client/src/leads/insertion'
import { readLead } from '../../client/src/leads/lead'
import { renderDocx } from '../../client/src/submission/docx/render'
import { packageId } from '../../client/src/submission/package/identity'
import { safeSegment } from '../../client/src/submission/package/paths'
import { prepare } from '../../client/src/submission/package/prepare'
import { nodeRuntime } from '../../client/src/submission/runtime'
import { firstHeading, headingLine } from '../../client/src/submission/text/edges'
import { headValues, plainText } from '../../client/src/templates/template'
import { growsWithTheText } from '../support/growth'

describe('the client reads in time that grows with the text', () => {
  let root = ''
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'ligao-growth-'))
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  const handIn = (text: string) => {
    const file = path.join(root, '稿.md')
    writeFileSync(file, text)
    return prepare({ file, root, checked: { errors: 0, warnings: 0, ruleSet: 'x' } }, nodeRuntime())
  }
  const blanks = (n: number) => ' '.repeat(n)
  const shapes: readonly (readonly [string, (n: number) => string, (text: string) => unknown])[] = [
    ['blanks around the colon of a head', n => `---\n甲${blanks(n)}:${blanks(n)}\u2028\n---\n`, headValues],
    ['blanks in a heading that becomes the title', n => `# 甲${blanks(n)}乙\n`, handIn],
    ['blanks in a line of a lead', n => `---\n类型: 线索\n---\n甲${blanks(n)}乙\n`, text => readLead(text)],
    ['line ends in a lead', n => `甲${'\n'.repeat(n)}乙`, text => readLead(text)],
    [
      'blanks in what an id is made of',
      n => `---\n标题: 甲\n---\n甲${'　'.repeat(n)}乙\n`,
      text => packageId(text, []),
    ],
    [
      'marks in a heading on paper',
      n => `# 甲${'#'.repeat(n)}乙\n`,
      text => renderDocx({ text, image: async () => undefined }),
    ],
    [
      'blanks in a paragraph on paper',
      n => `甲${blanks(n)}乙\n`,
      text => renderDocx({ text, image: async () => undefined }),
    ],
    [
      'lines of one paragraph on paper',
      n => '水库水位正常\n'.repeat(n / 7),
      text => renderDocx({ text, image: async () => undefined }),
    ],
    [
      'tables of HTML that do not end',
      n => '<table>\n\n'.repeat(n / 9),
      text => renderDocx({ text, image: async () => undefined }),
    ],
    [
      'cells over more rows than there are',
      n => `<table>${'<tr><td rowspan=2000 colspan=63>甲</td></tr>'.repeat(n / 44)}</table>`,
      text => renderDocx({ text, image: async () => undefined }),
    ],
    [
      'tags in a line',
      n => '甲<sup>'.repeat(n / 6),
      text => renderDocx({ text, image: async () => undefined }),
    ],
    ['mirrors that do not end', n => '${0/}/${0:${0:'.repeat(n / 14), plainText],
    ['placeholders that do not end', n => '${0:【\\\\'.repeat(n / 7), plainText],
    ['line ends above the cursor', n => `甲${'\n'.repeat(n)}乙`, text => placeFor(text, text.length)],
    [
      'dots in the name of a picture',
      n => `甲${'.-'.repeat(n / 2)}乙`,
      text => pictureName(text, 'image/png', '稿', new Set()),
    ],
    ['dots in the name of a file', n => `甲${'. '.repeat(n / 2)}乙`, safeSegment],
  ]
  for (const [name, make, run] of shapes)
    it(name, async function () {
      this.timeout(120_000)
      await growsWithTheText(make, run)
    })

  it('a mirror within a mirror is read in one pass', () => {
    plainText(`\${0/}/\${0:\${0:${'0/://}${0/}/${0:${0:'.repeat(2_000)}0/\\0//}`)
    assert.equal(
      plainText('${1:【填：时分】}起，${1/(\\d+):(\\d+)/$1时${2:+$2分}/}止'),
      '【填：时分】起，【填：时分】止',
    )
  })

  it('a heading is its words', () => {
    assert.deepEqual(headingLine('##  防汛 # 备汛  ##'), { depth: 2, text: '防汛 # 备汛' })
    assert.equal(headingLine('#防汛'), undefined)
    assert.equal(firstHeading('正文\n\n### 一、情况\n#  \n## 防汛\n', 2), '防汛')
  })
})
