import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import fc from 'fast-check'
import { accept, type NoticeCode, nodeRuntime, prepare } from '../../../client/src/submission'
import { manifestText, readManifest } from '../../../client/src/submission/package/manifest'
import {
  byteLength,
  fitName,
  isSafePackagePath,
  pathGiver,
  safeSegment,
} from '../../../client/src/submission/package/paths'
import {
  draft,
  folderChannel,
  handInOf,
  makeOffice,
  type Office,
  openOfficeSpool,
  png,
} from '../../support/submission'

const runtime = nodeRuntime()
const codes = (list: readonly { code: NoticeCode }[]) => list.map(each => each.code)

describe('submission: package', () => {
  let office: Office
  beforeEach(() => {
    office = makeOffice()
  })
  afterEach(() => office.clean())

  const look = (name: string, more = {}) =>
    prepare(handInOf(office, path.join(office.root, name), more), runtime)

  it('takes the report as it is, its images and attachments, at their own places', async () => {
    office.write('images/现场 1.png', png())
    office.write('drafts/表.xlsx', 'xlsx')
    const text = draft('汛情', '\n\n![现场](../images/%E7%8E%B0%E5%9C%BA%201.png)').replace(
      '状态:',
      '附件: [表.xlsx, 领导讲话]\n状态:',
    )
    office.write('drafts/汛情.md', text)
    const found = await look('drafts/汛情.md')
    assert.deepEqual(codes(found.blocking), [])
    assert.deepEqual(codes(found.warnings), [])
    assert.deepEqual(
      found.files.map(file => [file.path, file.role, file.mediaType]),
      [
        ['drafts/汛情.md', 'report', 'text/markdown'],
        ['images/现场 1.png', 'image', 'image/png'],
        ['drafts/表.xlsx', 'attachment', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ],
    )
    assert.equal(found.title, '汛情')
  })

  it('has the same id wherever the workspace lies', async () => {
    const other = makeOffice('另一台 电脑')
    try {
      for (const each of [office, other]) {
        each.write('图/a.png', png())
        each.write('汛情.md', draft('汛情', '![甲](图/a.png)'))
      }
      const there = await prepare(handInOf(other, path.join(other.root, '汛情.md')), runtime)
      assert.equal((await look('汛情.md')).id, there.id)
    } finally {
      other.clean()
    }
  })

  const climbing = [
    '../secret.png',
    '..%2fsecret.png',
    'file:///etc/hostname',
    '/etc/hostname',
    'a/../../secret.png',
    '\\\\evil.example\\share\\a.png',
    '..\\secret.png',
  ]
  for (const target of climbing)
    it(`refuses an image at ${target}`, async () => {
      writeFileSync(path.join(office.root, '../secret.png'), png())
      office.write('汛情.md', draft('汛情', `<img src="${target}">`))
      const found = await look('汛情.md')
      assert.deepEqual(codes(found.blocking), ['image-outside'])
      assert.equal(found.files.length, 1)
    })

  it('refuses symlinks that lead out, files and folders, and follows those that stay inside', async () => {
    writeFileSync(path.join(office.root, '../secret.png'), png())
    mkdirSync(path.join(office.root, '../outside'))
    writeFileSync(path.join(office.root, '../outside/b.png'), png())
    office.write('真.png', png())
    symlinkSync('../secret.png', path.join(office.root, 'a.png'))
    symlinkSync('../outside', path.join(office.root, 'dir'))
    symlinkSync('真.png', path.join(office.root, 'c.png'))
    office.write('汛情.md', draft('汛情', '![a](a.png) ![b](dir/b.png) ![c](c.png)'))
    const found = await look('汛情.md')
    assert.deepEqual(codes(found.blocking), ['image-outside', 'image-outside'])
    assert.deepEqual(
      found.files.map(file => file.path),
      ['汛情.md', 'c.png'],
    )
  })

  it('refuses a sibling folder whose name begins like the workspace, and a report outside', async () => {
    mkdirSync(`${office.root}-2`)
    writeFileSync(`${office.root}-2/a.png`, png())
    writeFileSync(`${office.root}-2/b.md`, draft('乙'))
    office.write('汛情.md', draft('汛情', `![a](../${path.basename(office.root)}-2/a.png)`))
    assert.deepEqual(codes((await look('汛情.md')).blocking), ['image-outside'])
    assert.deepEqual(codes((await look(`../${path.basename(office.root)}-2/b.md`)).blocking), [
      'report-outside',
    ])
  })

  it('takes no file for an image that is none, and does not hang on a pipe', async () => {
    office.write('.env', 'TOKEN=abc')
    execFileSync('mkfifo', [path.join(office.root, 'pipe.png')])
    office.write('汛情.md', draft('汛情', '![a](.env) ![b](pipe.png)'))
    const found = await look('汛情.md')
    assert.deepEqual(codes(found.blocking), ['image-not-an-image'])
    assert.deepEqual(codes(found.warnings), ['image-missing'])
  })

  it('warns of missing and remote images, and of missing attachments', async () => {
    const text = draft('汛情', '![a](没有.png) ![b](https://x.example/a.png) ![c](data:image/png;base64,AA)')
    office.write('汛情.md', text.replace('状态:', '附件: [台账.xlsx, 领导讲话]\n状态:'))
    const found = await look('汛情.md')
    assert.deepEqual(codes(found.blocking), [])
    assert.deepEqual(codes(found.warnings), ['image-missing', 'image-remote', 'attachment-missing'])
  })

  it('says the limits', async () => {
    office.write('大.png', png())
    truncateSync(path.join(office.root, '大.png'), 3000)
    office.write('汛情.md', draft('汛情', '![a](大.png)'))
    const limits = { fileBytes: 2000 }
    const found = await look('汛情.md', { limits })
    assert.deepEqual(codes(found.blocking), ['file-too-large'])
    assert.match(found.blocking[0]!.zh, /大\.png.*3 KB.*2 KB/)
    assert.deepEqual(codes((await look('汛情.md', { limits: { reportBytes: 100 } })).blocking), [
      'report-too-large',
    ])
    assert.deepEqual(codes((await look('汛情.md', { limits: { packageBytes: 2000 } })).blocking), [
      'package-too-large',
    ])
    office.write('多.md', draft('汛情', [1, 2, 3].map(n => `![a](${n}.png)`).join('')))
    for (const n of [1, 2, 3]) office.write(`${n}.png`, png(10 + n))
    assert.deepEqual(codes((await look('多.md', { limits: { files: 2 } })).blocking), ['too-many-files'])
  })

  it('stops classified drafts and attachments, and says no word of them', async () => {
    office.write('甲.md', draft('汛情', '\n\n机密★10年\n\n雷达站坐标'))
    const found = await look('甲.md')
    assert.deepEqual(codes(found.blocking), ['classified-mark'])
    assert.equal(JSON.stringify(found).includes('雷达站'), false)
    office.write('附.txt', '秘密★1年\n内容')
    office.write('乙.md', draft('汛情').replace('状态:', '附件: 附.txt\n状态:'))
    assert.deepEqual(codes((await look('乙.md')).blocking), ['classified-file'])
  })

  it('hands in the very version that was checked', async () => {
    const text = draft('汛情')
    office.write('汛情.md', `\ufeff${text}`)
    assert.deepEqual(codes((await look('汛情.md', { text })).blocking), [])
    assert.deepEqual(codes((await look('汛情.md', { text: `${text}又改了` })).blocking), [
      'changed-since-check',
    ])
  })

  it('refuses errors, GBK, and a late report without its reason', async () => {
    office.write('gbk.md', Buffer.from([0xc9, 0xee, 0xdb, 0xda]))
    assert.deepEqual(codes((await look('gbk.md')).blocking), ['not-utf8'])
    office.write('汛情.md', draft('汛情'))
    const deadline = '2020-01-01T00:00:00+08:00'
    assert.deepEqual(codes((await look('汛情.md', { deadline })).blocking), ['late-without-reason'])
    office.write('迟.md', draft('汛情').replace('状态:', '迟报原因: 道路中断\n状态:'))
    const late = await look('迟.md', { deadline })
    assert.deepEqual([late.timeliness, codes(late.blocking)], ['late', []])
    const checked = { errors: 2, warnings: 0, ruleSet: 'x' }
    assert.deepEqual(codes((await look('迟.md', { checked })).blocking), ['has-errors'])
    assert.deepEqual(codes((await look('没有.md')).blocking), ['report-missing'])
  })

  it('writes a manifest that its published schema accepts', async () => {
    office.write('a.png', png())
    const file = office.write('汛情.md', draft('汛情', '![甲](a.png)'))
    const spool = await openOfficeSpool(office)
    const result = await accept(
      spool,
      handInOf(office, file, { deadline: '2999-01-01T00:00:00+08:00' }),
      folderChannel(office),
      { trusted: true },
    )
    assert.equal(result.outcome, 'accepted')
    const source = readFileSync(path.join(result.entry!.packageFolder, 'manifest.json'), 'utf8')
    const schema = JSON.parse(readFileSync('docs/manifest.schema.json', 'utf8'))
    const validate = new Ajv2020({ strict: true, formats: { 'date-time': true } }).compile(schema)
    assert.ok(validate(JSON.parse(source)), JSON.stringify(validate.errors))
    assert.equal(manifestText(readManifest(source)!), source)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    assert.equal(readManifest(source)!.generator.version, version)
    const broken = JSON.parse(source)
    broken.files[1].path = '../evil.png'
    assert.equal(validate(broken), false)
    assert.equal(readManifest(JSON.stringify(broken)), undefined)
  })
})

describe('submission: names inside a package', () => {
  it('are safe on every system', () => {
    assert.equal(safeSegment('..\\..\\a.png'), '.._.._a.png')
    assert.equal(safeSegment('CON.md'), '_CON.md')
    assert.equal(safeSegment('a:b?.md'), 'a_b_.md')
    assert.equal(safeSegment('..'), '__')
    assert.equal(safeSegment('a%22.png'), 'a_22.png')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), name => {
        const safe = safeSegment(name)
        assert.ok(byteLength(safe) <= 255)
        assert.equal(isSafePackagePath(safe), true)
      }),
    )
  })

  it('keep 255 bytes of Chinese whole and cut more between characters', () => {
    const name = `${'汛'.repeat(84)}.md`
    assert.equal(byteLength(name), 255)
    assert.equal(safeSegment(name), name)
    const docx = fitName('汛'.repeat(84), '.docx')
    assert.ok(byteLength(docx) <= 255 && docx.endsWith('.docx') && docx.startsWith('汛'))
  })

  it('never give one path twice', () => {
    const give = pathGiver()
    assert.deepEqual(['a/图.png', 'A/图.PNG', 'manifest.json', 'a/图.png'].map(give), [
      'a/图.png',
      'A/图-2.PNG',
      'manifest-2.json',
      'a/图-3.png',
    ])
  })
})
