import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import * as net from 'node:net'
import { type EntryView, listEntries } from '../../../client/src/submission'
import { makeCertificate } from '../../support/receivers/certificates'
import { type Mailbox, type MailboxOptions, startMailbox } from '../../support/receivers/mailbox'
import {
  channelOf,
  deliverOptions,
  draft,
  handInOf,
  makeOffice,
  mustAccept,
  type Office,
  openOfficeSpool,
  png,
  runQueue,
} from '../../support/submission'

const limits = { connectMs: 1_500, idleMs: 1_000, totalMs: 4_000 }
const tls = makeCertificate()

interface Part {
  headers: string
  body: Buffer
}

// A mailbox's own reading of MIME: unfolded headers, base64 bodies.
function readMail(source: string): { headers: string; text: string; parts: Part[] } {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ')
  const boundary = /boundary="?([^";\r\n]+)/.exec(headers)?.[1] ?? ''
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .filter(piece => piece.includes('\r\n\r\n'))
    .map(piece => {
      const [partHead = '', ...body] = piece.trim().split('\r\n\r\n')
      const content = body.join('\r\n\r\n')
      const encoded = /content-transfer-encoding:\s*base64/i.test(partHead)
      return {
        headers: partHead.replace(/\r\n[ \t]+/g, ' '),
        body: Buffer.from(content, encoded ? 'base64' : 'utf8'),
      }
    })
  return { headers, text: parts[0]?.body.toString('utf8') ?? '', parts }
}

const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
const utf8 = (text: string): string => Buffer.from(decodeWords(text), 'latin1').toString('utf8')

describe('submission: channel smtp', () => {
  let office: Office
  const open: Mailbox[] = []
  beforeEach(() => {
    office = makeOffice()
    office.write('ca.pem', tls.cert)
  })
  afterEach(async () => {
    for (const mailbox of open.splice(0)) await mailbox.close()
    office.clean()
  })

  const mailboxWith = async (options: MailboxOptions) => {
    const mailbox = await startMailbox(options)
    open.push(mailbox)
    return mailbox
  }

  const mailChannel = (port: number, more = {}) =>
    channelOf(office, {
      name: 'mail',
      type: 'smtp',
      host: '127.0.0.1',
      port,
      security: 'starttls',
      from: 'qingshi@town.example',
      to: ['xinxi@county.example'],
      ca: 'ca.pem',
      ...more,
    })

  async function mailOne(
    channel: ReturnType<typeof mailChannel>,
    more = {},
    text = draft('汛情'),
  ): Promise<EntryView> {
    const spool = await openOfficeSpool(office)
    await mustAccept(spool, handInOf(office, office.write('汛情.md', text)), channel)
    await runQueue(spool, deliverOptions([channel], { limits, ...more }))
    return (await listEntries(spool)).entries[0]!
  }

  it('sends Word, Markdown, pictures and manifest by STARTTLS, with a Chinese subject and body', async () => {
    const mailbox = await mailboxWith({ tls, login: { user: 'qingshi', pass: '口令 1' } })
    office.write('图.png', png())
    const text = draft('入汛以来地质灾害隐患排查情况', '![现场](图.png)')
    const channel = mailChannel(mailbox.port, { user: 'qingshi' })
    const entry = await mailOne(channel, { secret: async () => '口令 1' }, text)
    assert.deepEqual([entry.state, entry.notice?.code], ['delivered', 'delivered'])
    const [mail] = mailbox.mails
    assert.deepEqual(
      [mail!.secure, mail!.from, mail!.to],
      [true, 'qingshi@town.example', ['xinxi@county.example']],
    )
    const { headers, text: body, parts } = readMail(mail!.source)
    assert.match(
      utf8(/^Subject: (.*)$/m.exec(headers)![1]!),
      /^政务信息报送〔青石镇人民政府〕入汛以来地质灾害隐患排查情况$/,
    )
    assert.match(headers, new RegExp(`^Message-ID: <${entry.id}@town\\.example>$`, 'm'))
    for (const words of [
      '县委办公室信息科：',
      '报送单位：青石镇人民政府',
      '拟稿人：张明、李想',
      `报送编号：${entry.id}`,
    ])
      assert.ok(body.includes(words), words)
    const attached = parts.slice(1)
    assert.equal(attached.length, 4)
    assert.equal(attached[0]!.body.subarray(0, 2).toString(), 'PK')
    assert.equal(attached[1]!.body.toString('utf8'), text)
    assert.deepEqual(attached[2]!.body, png())
    assert.equal(JSON.parse(attached[3]!.body.toString('utf8')).id, entry.id)
  })

  it('keeps one Message-ID for every retry', async () => {
    const refusing = await mailboxWith({ tls, afterData: 451 })
    const channel = mailChannel(refusing.port)
    const first = await mailOne(channel)
    assert.deepEqual([first.state, first.notice?.code], ['queued', 'server-error'])
    await refusing.close()
    open.pop()
    // The same address comes back and now takes it.
    const spool = await openOfficeSpool(office)
    const ids = new Set<string>()
    for (let round = 0; round < 2; round++) {
      const mailbox = await mailboxWith({ tls })
      const again = mailChannel(mailbox.port)
      const handIn = handInOf(office, `${office.root}/汛情.md`)
      await mustAccept(spool, handIn, again)
      await runQueue(spool, deliverOptions([again], { limits }))
      ids.add(/^Message-ID: (.*)$/m.exec(mailbox.mails[0]!.source)![1]!)
    }
    assert.deepEqual([...ids], [`<${first.id}@town.example>`])
  })

  it('speaks TLS from the start where asked', async () => {
    const mailbox = await mailboxWith({ tls, implicitTls: true })
    assert.equal((await mailOne(mailChannel(mailbox.port, { security: 'tls' }))).state, 'delivered')
  })

  it('sends nothing, not even the password, where encryption is missing or not vouched for', async () => {
    const plain = await mailboxWith({ tls, offerStartTls: false, login: { user: 'u', pass: 'p' } })
    const secret = async () => 'p'
    const stripped = await mailOne(mailChannel(plain.port, { user: 'u' }), { secret })
    assert.deepEqual([stripped.state, stripped.notice?.code], ['queued', 'tls-required'])
    const strange = await mailboxWith({ tls: makeCertificate(), login: { user: 'u', pass: 'p' } })
    const spool = await openOfficeSpool(office)
    const channel = mailChannel(strange.port, { user: 'u' })
    await mustAccept(spool, handInOf(office, `${office.root}/汛情.md`), channel)
    await runQueue(spool, deliverOptions([channel], { limits, secret }))
    const entry = (await listEntries(spool)).entries.find(each => each.target === channel.target)
    assert.deepEqual([entry?.state, entry?.notice?.code], ['queued', 'tls-untrusted'])
    assert.deepEqual([plain.logins, strange.logins, plain.mails.length + strange.mails.length], [[], [], 0])
  })

  it('lets nothing from the draft into headers or envelope', async () => {
    const mailbox = await mailboxWith({ tls })
    const text = draft('汛情')
      .replace(/^标题: .*$/m, '标题: "汛情\\r\\nBcc: thief@evil.example\\r\\n\\r\\n<h1>"')
      .replace(/^单位: .*$/m, '单位: "青石镇\\nX-Evil: 1"')
      .replace(/^报送对象: .*$/m, '报送对象: "thief@evil.example"')
    const entry = await mailOne(mailChannel(mailbox.port), {}, text)
    assert.equal(entry.state, 'delivered')
    const [mail] = mailbox.mails
    assert.deepEqual(mail!.to, ['xinxi@county.example'])
    const head = mail!.source.split('\r\n\r\n')[0]!
    assert.equal(/^(?:bcc|x-evil):/im.test(head), false)
  })

  const refusals: [string, MailboxOptions, EntryView['state'], string][] = [
    ['550 for the only recipient', { refuse: { 'xinxi@county.example': 550 } }, 'refused', 'mail-refused'],
    ['452 for the only recipient', { refuse: { 'xinxi@county.example': 452 } }, 'queued', 'server-error'],
    ['552 after the data', { afterData: 552 }, 'refused', 'mail-refused'],
  ]
  for (const [name, options, state, code] of refusals)
    it(`${name}: ${state}, ${code}`, async () => {
      const mailbox = await mailboxWith({ tls, ...options })
      const entry = await mailOne(mailChannel(mailbox.port))
      assert.deepEqual([entry.state, entry.notice?.code], [state, code])
    })

  it('refuses a wrong password and waits without one', async () => {
    const mailbox = await mailboxWith({ tls, login: { user: 'u', pass: 'right' } })
    const channel = mailChannel(mailbox.port, { user: 'u' })
    assert.equal((await mailOne(channel)).notice?.code, 'secret-missing')
    const spool = await openOfficeSpool(office)
    await runQueue(spool, deliverOptions([channel], { limits, secret: async () => 'wrong' }))
    const [entry] = (await listEntries(spool)).entries
    assert.deepEqual([entry!.state, entry!.notice?.code], ['refused', 'refused-unauthorized'])
  })

  it('says which of several recipients did not get it', async () => {
    const mailbox = await mailboxWith({ tls, refuse: { 'b@county.example': 550 } })
    const entry = await mailOne(mailChannel(mailbox.port, { to: ['a@county.example', 'b@county.example'] }))
    assert.equal(entry.state, 'delivered')
    assert.equal(entry.remarks[0]?.code, 'mail-some-refused')
    assert.match(entry.remarks[0]!.zh, /b@county\.example/)
  })

  it('waits when nobody is there, when the server is mute, and when it hangs up', async () => {
    assert.equal((await mailOne(mailChannel(9))).notice?.code, 'connection-refused')
    for (const [greet, codes] of [
      [() => undefined, ['connect-timeout']],
      [(socket: net.Socket) => socket.destroy(), ['connection-lost']],
      [(socket: net.Socket) => socket.write('SSH-2.0-x\r\n'), ['connection-lost', 'connect-timeout']],
    ] as [(socket: net.Socket) => void, string[]][]) {
      const sockets: net.Socket[] = []
      const server = net.createServer(socket => {
        sockets.push(socket.on('error', () => undefined))
        greet(socket)
      })
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      const channel = mailChannel((server.address() as AddressInfo).port)
      const spool = await openOfficeSpool(office)
      await mustAccept(spool, handInOf(office, `${office.root}/汛情.md`), channel)
      await runQueue(spool, deliverOptions([channel], { limits: { ...limits, connectMs: 300 } }))
      const entry = (await listEntries(spool)).entries.find(each => each.target === channel.target)!
      assert.equal(entry.state, 'queued')
      assert.ok(codes.includes(entry.notice!.code), entry.notice!.code)
      for (const socket of sockets) socket.destroy()
      server.close()
    }
  })
})
