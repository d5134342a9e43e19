// What lies around a draft, judged in a terminal: pictures, earlier reports, words.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callCommandLine } from '../support/commandLine'

const head = (title: string, date: string) =>
  `---\n标题: ${title}\n类型: 动态\n单位: 青石镇\n成稿日期: ${date}\n---\n\n`
const body =
  '青石镇组织志愿者12人走进东街社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳，发放告知书。\n'

/** A PNG of that size, as far as anybody reads of it. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('what lies around a draft, in a terminal', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-around-'))
    mkdirSync(path.join(cwd, '稿件'))
  })
  afterEach(() => rmSync(cwd, { recursive: true, force: true }))
  const write = (file: string, content: string | Uint8Array) => writeFileSync(path.join(cwd, file), content)
  const told = async (rule: string, ...args: string[]) => {
    const { out, err } = await callCommandLine(cwd, ['check', ...args, '--format', 'json'])
    assert.equal(err, '')
    const results = JSON.parse(out) as { file: string; findings: { rule: string; message: string }[] }[]
    return results.flatMap(({ file, findings }) =>
      findings.filter(each => each.rule === rule).map(each => `${file} ${each.message.split('。')[0]}`),
    )
  }

  it('a picture that is not there, and one that is too small, are told', async () => {
    write('稿件/大.png', png(1600, 900))
    write('稿件/小 图.png', png(120, 90))
    write(
      '稿件/清淤.md',
      `${head('青石镇清淤', '2026-04-28')}4月12日，青石镇清理河道3.2公里。\n\n![4月12日，村民清淤](大.png)\n\n![4月12日，村民装车](小%20图.png)\n\n![4月12日，村民验收](没有.png)\n`,
    )
    const file = path.join('稿件', '清淤.md')
    const messages = await told('missing-image', '稿件')
    assert.equal(messages.length, 2, messages.join('\n'))
    assert.match(messages[0]!, /120.*90/)
    assert.match(messages[1]!, /没有\.png/)
    assert.ok(messages.every(message => message.startsWith(file)))
  })

  it('a report that repeats an earlier one of the folder is told, whichever files were named', async () => {
    write('稿件/一.md', head('东街防溺水', '2026-04-01') + body)
    write('稿件/二.md', head('西街防溺水', '2026-04-20') + body)
    const expected = [
      `${path.join('稿件', '二.md')} 这一段与《东街防溺水》（2026-04-01）雷同，约100%的文字相同`,
    ]
    assert.deepEqual(await told('duplicate-content', '稿件'), expected)
    assert.deepEqual(await told('duplicate-content', '稿件/二.md'), expected)
    assert.deepEqual(await told('duplicate-content', '稿件/一.md'), [])
    write('ligao.config.yaml', 'rules: {duplicate-content: off}\n')
    assert.deepEqual(await told('duplicate-content', '稿件'), [])
  })

  it('copies in an intake folder, hidden folders and technical documents are nobody’s earlier reports', async () => {
    for (const folder of ['收件', '.旧稿', 'node_modules']) mkdirSync(path.join(cwd, folder))
    write('收件/.ligao-intake.json', '{}')
    for (const folder of ['收件', '.旧稿', 'node_modules'])
      write(`${folder}/旧.md`, head('东街防溺水', '2026-04-01') + body)
    write('README.md', `# 说明\n\n运行 \`npm install\`。\n\n${body}`)
    write('稿件/二.md', head('西街防溺水', '2026-04-20') + body)
    assert.deepEqual(await told('duplicate-content', '稿件'), [])
  })
})
