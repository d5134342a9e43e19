// Handing in by mail from the real editor to a real mail server: encrypted unless said otherwise, in proper Chinese, with
// the Word document and the draft.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationTarget, workspace } from 'vscode'
import { makeCertificate } from '../support/receivers/certificates'
import { type Mailbox, startMailbox } from '../support/receivers/mailbox'
import { readMail } from '../support/receivers/readMail'
import {
  activate,
  cancelAll,
  canDrive,
  closeAll,
  confirmHandIn,
  editorSpool,
  goodDraft,
  openDraft,
  openPreflight,
  receiptIn,
  screenshot,
  visibleText,
  waitForEntries,
  waitForReceipt,
  workspaceRoot,
} from '../support/vscode'

const setChannel = (port: number, more: object = {}) =>
  workspace.getConfiguration('ligao').update(
    'channels',
    [
      {
        name: '信息科邮箱',
        type: 'smtp',
        host: '127.0.0.1',
        port,
        from: 'qingshi@example.cn',
        to: ['xxk@example.cn'],
        ...more,
      },
    ],
    ConfigurationTarget.Workspace,
  )

describe('handing in by mail', () => {
  const tls = makeCertificate()
  let mailbox: Mailbox
  before(activate)
  afterEach(async () => {
    await cancelAll(await editorSpool())
    await workspace.getConfiguration('ligao').update('channels', undefined, ConfigurationTarget.Workspace)
    await closeAll()
    await mailbox.close()
  })

  it('goes out encrypted, with Word and Markdown, in Chinese, and its receipt into the draft', async () => {
    mailbox = await startMailbox({ tls })
    const ca = path.join(workspaceRoot().fsPath, '邮箱证书.pem')
    writeFileSync(ca, tls.cert)
    await setChannel(mailbox.port, { ca })
    const title = '青石镇冬修水利 疏浚沟渠12公里'
    const { document } = await openDraft(goodDraft(title), '冬修水利.md')
    const sent = document.getText()
    await openPreflight(document)
    if (canDrive) {
      assert.match(await visibleText('main'), /信息科邮箱（邮箱）/)
      await screenshot('preflight-mail')
    }
    await confirmHandIn()
    const receipt = await waitForReceipt(document)
    assert.equal(mailbox.mails.length, 1)
    const [mail] = mailbox.mails
    assert.equal(mail!.secure, true)
    assert.deepEqual(mail!.to, ['xxk@example.cn'])
    const { subject, text, parts } = readMail(mail!.source)
    assert.equal(subject, `政务信息报送〔云岭县青石镇人民政府〕${title}`)
    assert.match(text, /^云岭县人民政府办公室：\r?\n\r?\n现报送政务信息一篇，正文见附件/)
    assert.match(text, /拟稿人：周敏、陈立/)
    assert.match(text, /联系电话：0839-5550112/)
    assert.deepEqual(
      parts.map(({ name }) => name),
      ['冬修水利.docx', '冬修水利.md', 'manifest.json'],
    )
    assert.equal(parts[0]!.body.toString('latin1', 0, 4), 'PK\x03\x04')
    assert.equal(parts[1]!.body.toString('utf8'), sent)
    const manifest = JSON.parse(parts[2]!.body.toString('utf8'))
    assert.ok(mail!.source.includes(manifest.id) && receipt.length > 0)
  })

  it('sends nothing to a server without encryption, and says so', async () => {
    mailbox = await startMailbox({ offerStartTls: false })
    await setChannel(mailbox.port)
    const { document } = await openDraft(goodDraft('青石镇冬修水利 加固堤防800米'), '加固堤防.md')
    await openPreflight(document)
    await confirmHandIn()
    const entry = await waitForEntries(await editorSpool(), entries =>
      entries.find(({ title, notice }) => title.includes('加固堤防') && notice !== null),
    )
    assert.equal(entry.state, 'queued')
    assert.match(entry.notice?.zh ?? '', /不支持加密连接，没有发送/)
    assert.equal(mailbox.mails.length, 0)
    assert.equal(receiptIn(document), undefined)
  })
})
