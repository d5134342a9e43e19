import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import fc from 'fast-check'
import { bodyOf } from '../../../client/src/submission/channels/smtp/letter'
import { renderDocx } from '../../../client/src/submission/docx/render'
import { makeManifest } from '../../../client/src/submission/package/manifest'
import type { Prepared } from '../../../client/src/submission/package/prepare'
import type { Runtime } from '../../../client/src/submission/runtime'
import { readFrontMatter } from '../../../client/src/submission/text/frontMatter'
import { drafters, peopleOf, personText } from '../../../client/src/submission/text/people'
import type { HandIn } from '../../../client/src/submission/types'
import { readFrontMatter as readInCore } from '../../../server/src/core'
import { unzip } from '../../support/zip'

const shapes = [
  '拟稿人: 周敏（采写、摄影）、陈立：线索',
  '拟稿人: [周敏（采写、摄影）, 陈立（线索）]',
  '拟稿人:\n  - 周敏（采写、摄影）\n  - 陈立: 线索',
  '拟稿人:\n  - 姓名: 周敏\n    分工: [采写, 摄影]\n  - {姓名: 陈立, 分工: 线索}',
  'authors:\n  周敏: 采写、摄影\n  陈立: 线索',
]
const head = (value: string) =>
  `---\n标题: 青石镇清淤\n单位: 青石镇人民政府\n${value}\n联系电话: 0700-1234567\n成稿日期: 2026-11-16\n---\n`
const manifestOf = (value: string) =>
  makeManifest(
    {
      id: `lg1-${'0'.repeat(40)}`,
      title: '青石镇清淤',
      form: readFrontMatter(head(value))!.values,
      timeliness: 'no-deadline',
    } as Prepared,
    [{ path: '稿.md', role: 'report', mediaType: 'text/markdown', bytes: 1, sha256: '0'.repeat(64) }],
    { timeZone: 'Asia/Shanghai', checked: { errors: 0, warnings: 0, ruleSet: '1' } } as HandIn,
    { now: () => 0 } as Runtime,
  )

describe('submission: several authors', () => {
  for (const value of shapes)
    it(`goes out with parts: ${value.split('\n')[0]}`, async () => {
      const manifest = manifestOf(value)
      assert.deepEqual(manifest.report.authors, ['周敏', '陈立'])
      assert.deepEqual(manifest.report.contributions, [
        { name: '周敏', part: '采写、摄影' },
        { name: '陈立', part: '线索' },
      ])
      assert.match(bodyOf(manifest, 'Asia/Shanghai'), /拟稿人：周敏（采写、摄影）、陈立（线索）/)
      const schema = JSON.parse(readFileSync('docs/manifest.schema.json', 'utf8'))
      const validate = new Ajv2020({ strict: true, formats: { 'date-time': true } }).compile(schema)
      assert.ok(validate(manifest), JSON.stringify(validate.errors))
      const { bytes } = await renderDocx({
        text: `${head(value)}\n正文。\n`,
        image: async () => undefined,
      } as Parameters<typeof renderDocx>[0])
      const xml = Buffer.from(unzip(bytes).get('word/document.xml')!).toString('utf8')
      assert.match(xml.replace(/<[^>]+>/g, ''), /（联系人：周敏，联系电话：0700-?1234567）/)
    })

  it('names without parts add nothing to the manifest', () => {
    const { authors, contributions } = manifestOf('拟稿人: 周敏，陈立、周敏').report
    assert.deepEqual(authors, ['周敏', '陈立'])
    assert.equal(contributions, undefined)
  })

  it('reads what the checks of the editor read', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'周敏陈立采写（）():：、, '),
      minLength: 1,
      maxLength: 12,
    })
    const shape = fc.constantFrom(
      (a: string, b: string) => `拟稿人: "${a}、${b}"`,
      (a: string, b: string) => `拟稿人: ["${a}", "${b}"]`,
      (a: string, b: string) => `拟稿人:\n  - {姓名: "${a}", 分工: "${b}"}`,
      (a: string, b: string) => `拟稿人:\n  "${a}": "${b}"`,
    )
    fc.assert(
      fc.property(shape, word, word, (write, a, b) => {
        const text = head(write(a, b))
        const core = readInCore(text)!.entries.get('拟稿人')!.people!
        const own = peopleOf(readFrontMatter(text)!.values.拟稿人).map(({ name }) => name)
        for (const { name } of core.people) assert.ok(own.includes(name), `${name} in ${own}`)
      }),
    )
  })

  it('who only gave a lead is not whom one telephones, unless there is nobody else', () => {
    const people = peopleOf(['周敏（采写）', '陈立（线索）', '孙丽（供图）'])
    assert.deepEqual(drafters(people).map(personText), ['周敏（采写）'])
    assert.equal(drafters(people.slice(1)).length, 2)
  })
})
