// Handing in from a terminal, as another program would: exit codes, JSON, receipts, what is left in the spool.

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callCommandLine } from '../support/commandLine'
import { answer, type Intake, startIntake } from '../support/receivers/intake'

const draft = (title: string, more = '') => `---
标题: ${title}
类型: 动态
单位: 云岭县青石镇人民政府
拟稿人: 周敏
审核人: 何建国
签发人: 罗志平
联系电话: 0839-5550112
报送对象: 云岭县人民政府办公室
状态: 草稿
---

# ${title}

4月12日，青石镇水管站组织26人清理东干渠3.2公里，清出淤泥460方，当日15时恢复通水，1280亩水田恢复灌溉。${more}
`

describe('ligao submit', () => {
  let cwd: string
  let intake: Intake
  let isDown = false
  before(async () => {
    intake = await startIntake({
      behave: (_, response) => {
        if (isDown) answer(response, 503, {})
        return isDown
      },
    })
  })
  after(() => intake.close())
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-submit-'))
    isDown = false
  })
  afterEach(() => rmSync(cwd, { recursive: true, force: true }))

  const write = (name: string, text: string) => writeFileSync(path.join(cwd, name), text)
  const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8')
  const useIntake = (more = '') =>
    write(
      'ligao.config.yaml',
      `channels: [{name: intake, type: http, url: "${intake.url}"${more}}, {name: 共享盘, type: folder, path: 共享盘}]\n`,
    )
  const call = (args: readonly string[], env: Record<string, string> = {}) =>
    callCommandLine(cwd, args, { env, now: Date.now })

  it('works without any setting: a folder beside the drafts, the receipt in the draft', async () => {
    const text = draft('青石镇清理东干渠3.2公里')
    write('清淤.md', text)
    const { code, json, err } = await call(['submit', '清淤.md', '--format', 'json'])
    assert.equal(code, 0, err)
    const [outcome] = json()
    assert.equal(outcome.outcome, 'delivered')
    assert.equal(outcome.channel, '报送箱')
    const [folder] = readdirSync(path.join(cwd, '报送箱')).filter(name => name.includes('清理东干渠'))
    assert.equal(readFileSync(path.join(cwd, '报送箱', folder!, '清淤.md'), 'utf8'), text)
    assert.match(read('清淤.md'), new RegExp(`^回执号: ${outcome.receipt}$`, 'm'))
    assert.match(read('清淤.md'), /^状态: 已报送$/m)
    // What lies in the intake is no draft to be handed in or checked again.
    const again = await call(['submit', '.', '--format', 'json'])
    assert.deepEqual(
      again.json().map((each: { file: string }) => each.file),
      ['清淤.md'],
    )
  })

  it('the same version again is answered with its receipt and arrives once', async () => {
    useIntake()
    write('清淤.md', draft('青石镇清理东干渠 再报一次'))
    const before = intake.arrivals.length
    const first = (await call(['submit', '清淤.md', '--wait', '--format', 'json'])).json()[0]
    const written = read('清淤.md')
    const second = await call(['submit', '清淤.md', '--wait', '--format', 'json'])
    assert.equal(second.code, 0)
    assert.equal(second.json()[0].receipt, first.receipt)
    assert.equal(intake.arrivals.length, before + 1)
    assert.equal(read('清淤.md'), written)
  })

  it('errors block, and say what to mend; nothing is written anywhere', async () => {
    useIntake()
    const text = draft('青石镇办结信访1件', '柳河村王某（身份证号11010519491231002X）补贴到账。')
    write('信访.md', text)
    const before = intake.requests.length
    const { code, json } = await call(['submit', '信访.md', '--wait', '--format', 'json'])
    assert.equal(code, 1)
    assert.deepEqual(
      json().map((each: { outcome: string; messages: { code: string }[] }) => [
        each.outcome,
        each.messages.map(({ code: rule }) => rule),
      ]),
      [['stopped', ['personal-information']]],
    )
    assert.equal(intake.requests.length, before)
    assert.equal(read('信访.md'), text)
  })

  it('a draft with blanks stays, and every blank is named with its line', async () => {
    useIntake()
    const text = draft('青石镇清运漂浮物', '4月26日，【填：谁】清运漂浮物3.2吨，由××镇牵头。')
    write('漂浮物.md', text)
    const before = intake.requests.length
    const { code, json } = await call(['submit', '漂浮物.md', '--wait', '--format', 'json'])
    assert.equal(code, 1)
    const [{ outcome, messages }] = json() as [{ outcome: string; messages: { text: string }[] }]
    assert.equal(outcome, 'stopped')
    assert.match(messages[0]!.text, /^还有2处没填：/)
    assert.deepEqual(
      messages.slice(1).map(each => each.text.replace(/\d+/, 'N')),
      ['第N行：“【填：谁】”还没有填', '第N行：“××”还没有填'],
    )
    assert.equal(intake.requests.length, before)
  })

  it('a classified draft is stopped on every channel, and not a word of it is said', async () => {
    for (const channel of ['intake', '共享盘']) {
      useIntake()
      write('涉密.md', draft('关于库区值守的情况').replace('# 关于', '机密★1年\n\n# 关于'))
      const { code, out, err } = await call(['submit', '涉密.md', '--channel', channel])
      assert.equal(code, 1)
      assert.match(out, /密级标志/)
      assert.doesNotMatch(out + err, /库区|机密★/)
    }
  })

  it('a README is not handed in', async () => {
    write('README.md', '# Notes\n\nRun `npm install`.\n')
    const { code, json } = await call(['submit', 'README.md', '--format', 'json'])
    assert.equal(code, 1)
    assert.equal(json()[0].messages[0].code, 'not-a-report')
  })

  it('a late one needs its reason, which is written into the draft', async () => {
    useIntake()
    write('塌方.md', draft('青石镇石板沟道路恢复通行').replace('状态:', '报送时限: 2026-04-13 12:00\n状态:'))
    const refused = await call(['submit', '塌方.md', '--wait', '--format', 'json'])
    assert.equal(refused.code, 1)
    assert.deepEqual(
      refused.json()[0].messages.map(({ code }: { code: string }) => code),
      ['late-without-reason'],
    )
    const reason = '进山道路中断，26小时后打通'
    const sent = await call(['submit', '塌方.md', '--wait', '--late-reason', reason, '--format', 'json'])
    assert.equal(sent.code, 0, sent.out + sent.err)
    assert.match(read('塌方.md'), new RegExp(`^迟报原因: ${reason}$`, 'm'))
    const manifest = intake.arrivals.at(-1)!.manifest as unknown as { timing: Record<string, string> }
    assert.equal(manifest.timing.timeliness, 'late')
    assert.equal(manifest.timing.lateReason, reason)
  })

  it('what does not get through is kept, and goes out with --resume', async () => {
    useIntake()
    isDown = true
    write('清淤.md', draft('青石镇清理东干渠 断网时报'))
    const spool = path.join(cwd, '队列')
    const first = await call(['submit', '清淤.md', '--spool', spool, '--format', 'json'])
    assert.equal(first.code, 0)
    assert.equal(first.json()[0].outcome, 'queued')
    assert.doesNotMatch(read('清淤.md'), /回执号/)
    isDown = false
    const before = intake.arrivals.length
    const later = await call(['submit', '--resume', '--spool', spool, '--format', 'json'])
    assert.equal(later.code, 0)
    assert.equal(later.json()[0].outcome, 'delivered')
    assert.equal(intake.arrivals.length, before + 1)
    assert.match((await call(['submit', '--resume', '--spool', spool])).out, /没有等待报送/)
  })

  it('secrets come from the environment, under the name of the channel in capitals', async () => {
    useIntake(', auth: bearer')
    write('清淤.md', draft('青石镇清理东干渠 带口令'))
    const without = await call(['submit', '清淤.md', '--format', 'json'])
    assert.equal(without.json()[0].outcome, 'queued')
    assert.equal(without.json()[0].messages[0].code, 'secret-missing')
    const env = { LIGAO_SECRET_INTAKE: 'k-1', XDG_CONFIG_HOME: path.join(cwd, '自己的设置') }
    const submit = ['submit', '清淤.md', '--wait', '--format', 'json']
    const sent = await call([...submit, '--bind-secret', intake.url], env)
    assert.equal(sent.json()[0].outcome, 'delivered')
    assert.equal(intake.requests.at(-1)!.headers.authorization, 'Bearer k-1')
    write('清淤二.md', draft('青石镇清理西干渠 带口令'))
    const again = await call(['submit', '清淤二.md', '--wait', '--format', 'json'], env)
    assert.equal(again.json()[0].outcome, 'delivered')
    assert.equal(intake.requests.at(-1)!.headers.authorization, 'Bearer k-1')
  })

  it("the office's secret does not go to whatever address a folder gives the channel's name", async () => {
    useIntake(', auth: bearer')
    write('清淤三.md', draft('青石镇清理南干渠 带口令'))
    const before = intake.requests.length
    const env = { LIGAO_SECRET_INTAKE: 'k-1', XDG_CONFIG_HOME: path.join(cwd, '别人的设置') }
    for (const bind of [[], ['--bind-secret', 'https://intake.example/other']]) {
      const kept = await call(['submit', '清淤三.md', '--format', 'json', ...bind], env)
      assert.equal(kept.json()[0].outcome, 'queued')
      assert.equal(kept.json()[0].messages[0].code, 'secret-elsewhere')
    }
    assert.equal(intake.requests.length, before)
  })

  it('several drafts: each its own outcome, and 1 when one of them stays', async () => {
    useIntake()
    write('甲.md', draft('青石镇甲村清淤'))
    write('乙.md', draft('青石镇乙村清淤', '身份证号11010519491231002X。'))
    const { code, json } = await call(['submit', '甲.md', '乙.md', '--wait', '--format', 'json'])
    assert.equal(code, 1)
    assert.deepEqual(
      Object.fromEntries(json().map((each: { file: string; outcome: string }) => [each.file, each.outcome])),
      { '甲.md': 'delivered', '乙.md': 'stopped' },
    )
  })

  for (const [why, args] of [
    ['no draft', ['submit']],
    ['a draft that is not there', ['submit', '没有.md']],
    ['a channel that is not there', ['submit', 'a.md', '--channel', '没有']],
    ['a folder that cannot be a spool', ['submit', 'a.md', '--spool', 'a.md']],
    ['drafts and --resume', ['submit', 'a.md', '--resume']],
  ] as const)
    it(`usage: ${why} ends with 2`, async () => {
      write('a.md', draft('青石镇清淤'))
      const { code, err } = await call(args)
      assert.equal(code, 2, err)
      assert.match(err, /ligao submit: /)
    })

  it('plain http to another machine is refused unless the environment allows the host', async () => {
    write('a.md', draft('青石镇清淤'))
    write('ligao.config.yaml', 'channels: [{name: oa, type: http, url: "http://oa.example/intake"}]\n')
    const { code, err } = await call(['submit', 'a.md'])
    assert.equal(code, 2)
    assert.match(err, /不是 https/)
    const allowed = await call(['submit', 'a.md', '--format', 'json'], { LIGAO_PLAIN_HOSTS: 'oa.example' })
    assert.equal(allowed.json()[0].outcome, 'queued')
  })
})

describe('ligao export', () => {
  let cwd: string
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ligao-export-'))
  })
  after(() => rmSync(cwd, { recursive: true, force: true }))
  const call = (args: readonly string[]) => callCommandLine(cwd, args, { now: Date.now })

  it('writes a Word document where it is told to, and beside the draft otherwise', async () => {
    writeFileSync(path.join(cwd, '清淤.md'), draft('青石镇清淤'))
    assert.equal((await call(['export', '清淤.md', '-o', 'out.docx'])).code, 0)
    assert.equal((await call(['export', '清淤.md'])).code, 0)
    for (const name of ['out.docx', '清淤.docx'])
      assert.equal(readFileSync(path.join(cwd, name)).subarray(0, 4).toString('latin1'), 'PK\x03\x04')
  })

  it('a classified draft is not exported', async () => {
    writeFileSync(path.join(cwd, '涉密.md'), '秘密★1年\n\n# 情况\n')
    const { code, err } = await call(['export', '涉密.md'])
    assert.equal(code, 1)
    assert.match(err, /密级标志/)
    assert.equal(readdirSync(cwd).includes('涉密.docx'), false)
  })

  it('what cannot be read or written ends with 2', async () => {
    assert.equal((await call(['export'])).code, 2)
    assert.equal((await call(['export', '没有.md'])).code, 2)
    assert.equal((await call(['export', '清淤.md', '-o', path.join('没有', 'a.docx')])).code, 2)
  })
})
