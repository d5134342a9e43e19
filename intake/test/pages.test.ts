// The pages, driven in a real Chromium as a clerk would, and asked by requests as an attacker would.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../scripts/provision/browser.mjs'
import { ensureChromium } from '../../scripts/provision/chromium.mjs'
import { firstPerson } from '../src/access/sessions'
import { giveToken } from '../src/access/units'
import { handIn, type Office, openOffice, packageOf } from './support/office'

const root = path.resolve(__dirname, '../..')
const pictures = path.join(root, 'out/screenshots/intake')
const text = `---
标题: 青石镇排查地质灾害隐患点46处
类型: 问题
单位: 青石镇
拟稿人: 张明
成稿日期: 2026-04-28
---

# 青石镇排查地质灾害隐患点46处

4月27日，青石镇组织12名干部排查地质灾害隐患点46处，发现**新增裂缝**3处，转移群众17户62人。

工作取得了显著成效，得到了广大群众的一致好评。
`

let office: Office
let person: { name: string; password: string }

const form = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${office.intake.url}${address}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  })

async function loggedIn(): Promise<{ cookie: string; formToken: string }> {
  const answer = await form('/login', person)
  assert.equal(answer.status, 303)
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const inbox = await (await fetch(office.intake.url, { headers: { cookie } })).text()
  return { cookie, formToken: /name="form" value="([^"]+)"/.exec(inbox)![1]! }
}

const decisions = () => office.intake.storage.db.selectFrom('decision').selectAll().execute()
const state = async () =>
  (
    await office.intake.storage.db
      .selectFrom('report')
      .select('state')
      .where('number', '=', 1)
      .executeTakeFirstOrThrow()
  ).state

describe('the pages of the office', () => {
  beforeEach(async () => {
    office = await openOffice(() => Date.parse('2026-04-28T12:00:00+08:00'))
    person = (await firstPerson(office.intake.storage.db, 0))!
  })
  afterEach(() => office.close())

  describe('as a clerk uses them', () => {
    let page: Page
    let close: () => Promise<void>
    before(async function () {
      this.timeout(600_000)
      const chromium = await ensureChromium(() => {})
      ;({ page, close } = await openBrowser(chromium))
    })
    after(() => close())

    it('logs in, finds, reads, returns with an opinion on marked words, takes it back, adopts', async () => {
      await handIn(office, packageOf({ text }))
      await handIn(office, packageOf({ title: '柳河村夏收', text: '# 柳河村夏收\n\n小麦收割3200亩。\n' }))
      await page.goto(office.intake.url)
      await page.getByLabel('姓名').fill(person.name)
      await page.getByLabel('密码').fill(person.password)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '收件箱' }).waitFor()
      assert.equal(await page.locator('tbody tr').count(), 2)
      await page.screenshot({ path: path.join(pictures, 'inbox.png') })

      await page.getByLabel('查找').fill('裂缝')
      await page.keyboard.press('Enter')
      await page.getByText('柳河村夏收').waitFor({ state: 'detached' })
      assert.equal(await page.locator('tbody tr').count(), 1)
      await page.getByRole('link', { name: '青石镇排查地质灾害隐患点46处' }).click()
      await page.getByText('砺稿的意见').waitFor()
      assert.match((await page.locator('aside').textContent()) ?? '', /\d+ 分[\s\S]*显著成效/)
      assert.equal(await page.locator('.report strong').textContent(), '新增裂缝')

      await page.locator('summary', { hasText: '退改' }).click()
      await page.locator('.report p').last().click({ clickCount: 3 })
      await page.getByRole('button', { name: '引用左边选中的话' }).click()
      const quoted = page.locator('input[name="quote"]').first()
      assert.equal(await quoted.inputValue(), '工作取得了显著成效，得到了广大群众的一致好评。')
      await page.keyboard.type('写明成效是什么，用数字说话。')
      await page.screenshot({ path: path.join(pictures, 'returning.png'), fullPage: true })
      await page.getByRole('button', { name: '退改', exact: true }).click()
      await page.getByRole('button', { name: '撤销退改' }).waitFor()
      assert.equal(await state(), 'returned')

      await page.getByRole('button', { name: '撤销退改' }).click()
      await page.getByText(/已于 .* 撤销/).waitFor()
      assert.equal(await state(), 'received')

      await page.locator('summary', { hasText: /^采用$/ }).click()
      await page.getByLabel('刊物').fill('云岭信息')
      await page.getByLabel('期号').fill('18')
      await page.getByLabel('刊发日期').fill('2026-04-29')
      await page.getByRole('button', { name: '采用', exact: true }).click()
      await page.getByRole('button', { name: '撤销采用' }).waitFor()
      assert.equal(await state(), 'adopted')
      await page.screenshot({ path: path.join(pictures, 'adopted.png'), fullPage: true })

      await page.getByRole('link', { name: '办理记录' }).click()
      assert.deepEqual(await page.locator('tbody td:nth-child(3)').allInnerTexts(), [
        '采用',
        '撤销退改',
        '退改',
      ])
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.goto(`${office.intake.url}/reports/1`)
      await page.screenshot({ path: path.join(pictures, 'dark.png'), fullPage: true })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.getByRole('link', { name: '单位' }).click()
      await page.screenshot({ path: path.join(pictures, 'units.png') })
      assert.ok(existsSync(path.join(pictures, 'adopted.png')))
    }).timeout(120_000)

    it('nothing that a sender wrote is run or becomes markup', async () => {
      const evil = '<script>document.title="gone"</script><img src=x onerror="document.title=\'gone\'">'
      await handIn(
        office,
        packageOf({
          title: evil,
          kind: evil,
          authors: [evil],
          text: `# ${evil}\n\n${evil}\n\n[点](javascript:document.title='gone') ![图](http://example.com/x.png) <iframe src="https://example.com"></iframe>\n`,
        }),
      )
      await page.context().clearCookies()
      await page.goto(office.intake.url)
      await page.getByLabel('姓名').fill(person.name)
      await page.getByLabel('密码').fill(person.password)
      await page.keyboard.press('Enter')
      await page.locator('tbody a').click()
      await page.getByText('砺稿的意见').waitFor()
      assert.notEqual(await page.title(), 'gone')
      assert.equal(await page.locator('main script, main iframe, main [onerror], .report a[href]').count(), 0)
      assert.equal(await page.locator('.report img[src^="http"]').count(), 0)
      assert.match((await page.locator('.report').textContent()) ?? '', /<script>/)
    }).timeout(60_000)
  })

  it('show nothing to who is not logged in', async () => {
    await handIn(office, packageOf({ text }))
    for (const address of ['/', '/reports/1', '/reports/1/files/0', '/units', '/audit']) {
      const answer = await (await fetch(office.intake.url + address)).text()
      assert.match(answer, /<h1>登录<\/h1>/)
      assert.doesNotMatch(answer, /青石镇/)
    }
  })

  it('every page forbids what is not its own', async () => {
    const { headers } = await fetch(office.intake.url)
    const policy = headers.get('content-security-policy')!
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe|\*|data:/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  it('do nothing without the token of the form, or for a page of another origin', async () => {
    await handIn(office, packageOf({ text }))
    const { cookie, formToken } = await loggedIn()
    const decline = { verb: 'decline', words: '重复' }
    const without = await form('/reports/1/decisions', decline, { cookie })
    assert.equal(without.status, 403)
    const forged = await form('/reports/1/decisions', { ...decline, form: 'x' }, { cookie })
    assert.equal(forged.status, 403)
    const foreign = { cookie, origin: 'https://example.com' }
    const elsewhere = await form('/reports/1/decisions', { ...decline, form: formToken }, foreign)
    assert.equal(elsewhere.status, 403)
    assert.deepEqual(await decisions(), [])
    const own = await form('/reports/1/decisions', { ...decline, form: formToken }, { cookie })
    assert.equal(own.status, 303)
    assert.equal(await state(), 'declined')
  })

  it('a session that came from outside is never taken up', async () => {
    const answer = await form('/login', person, { cookie: 'ligao_office=chosen' })
    const cookie = answer.headers.get('set-cookie')!
    assert.doesNotMatch(cookie, /chosen/)
    assert.match(cookie, /HttpOnly; SameSite=Strict/)
    const inbox = await fetch(office.intake.url, { headers: { cookie: 'ligao_office=chosen' } })
    assert.match(await inbox.text(), /<h1>登录<\/h1>/)
  })

  it('wrong passwords get nowhere, and are slowed down', async () => {
    const statuses = []
    for (let i = 0; i < 12; i++)
      statuses.push((await form('/login', { name: person.name, password: `wrong${i}` })).status)
    assert.equal(statuses[0], 403)
    assert.equal(statuses.at(-1), 429)
  }).timeout(60_000)

  it('the password is kept as its scrypt hash alone', async () => {
    const { password } = await office.intake.storage.db
      .selectFrom('person')
      .select('password')
      .executeTakeFirstOrThrow()
    assert.match(password, /^scrypt\$32768\$8\$3\$/)
    assert.ok(!password.includes(person.password))
  })

  it('an opinion on words that do not stand in the report is refused, in words', async () => {
    await handIn(office, packageOf({ text }))
    const { cookie, formToken } = await loggedIn()
    const opinion = { verb: 'return', quote: '从未写过的话', opinion: '改', form: formToken }
    const answer = await form('/reports/1/decisions', opinion, { cookie })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /正文里没有“从未写过的话”/)
    assert.deepEqual(await decisions(), [])
  })

  it('the unit that handed a report in hears what is in force, and no other unit hears anything', async () => {
    const sent = packageOf({ text })
    const { body } = await handIn(office, sent)
    const ask = async (token: string, id = sent.id) => {
      const Authorization = `Bearer ${token}`
      const answer = await fetch(`${office.intake.url}/v1/reports/${id}`, { headers: { Authorization } })
      return { status: answer.status, told: (await answer.json()) as Record<string, unknown> }
    }
    const at = '2026-04-28T04:00:00.000Z'
    const received = { id: sent.id, receipt: body.receipt, state: 'received', receivedAt: at, decisions: [] }
    assert.deepEqual(await ask(office.token), { status: 200, told: received })

    const { cookie, formToken } = await loggedIn()
    const opinion = { quote: '发现新增裂缝3处', opinion: '写明在哪几个村' }
    await form(
      '/reports/1/decisions',
      { verb: 'return', ...opinion, phone: '0700-7654321', form: formToken },
      { cookie },
    )
    const returned = { verb: 'return', at, by: '管理员', phone: '0700-7654321', opinions: [opinion] }
    const { told } = await ask(office.token)
    assert.deepEqual(told, { ...received, state: 'returned', decisions: [returned] })

    await form('/decisions/1/undo', { form: formToken }, { cookie })
    assert.deepEqual((await ask(office.token)).told, received)

    const other = await giveToken(office.intake.storage.db, '柳林乡', 0)
    assert.equal((await ask(other.token)).status, 404)
    assert.equal((await ask('wrong')).status, 401)
    assert.equal((await ask(office.token, `lg1-${'0'.repeat(40)}`)).status, 404)
  })

  it('the audit takes neither changes nor deletions', async () => {
    await handIn(office, packageOf({ text }))
    const { cookie, formToken } = await loggedIn()
    await form('/reports/1/decisions', { verb: 'decline', words: '重复', form: formToken }, { cookie })
    const { db } = office.intake.storage
    await assert.rejects(db.deleteFrom('audit').execute(), /only ever added/)
    await assert.rejects(db.updateTable('audit').set({ verb: 'adopt' }).execute(), /only ever added/)
    const lines = await db.selectFrom('audit').selectAll().execute()
    assert.deepEqual(
      lines.map(({ verb, subject }) => [verb, subject]),
      [['decline', '1']],
    )
  })
})
