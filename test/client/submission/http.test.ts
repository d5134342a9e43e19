import assert from 'node:assert/strict'
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import * as net from 'node:net'
import * as path from 'node:path'
import fc from 'fast-check'
import { type Channel, type EntryView, listEntries, type NoticeCode } from '../../../client/src/submission'
import { judgeAnswer, retryAfter } from '../../../client/src/submission/channels/http/answer'
import { proxyFor } from '../../../client/src/submission/channels/http/proxy'
import { secretKey, secretPlaceOf } from '../../../client/src/submission/channels/secretKey'
import { makeCertificate } from '../../support/receivers/certificates'
import { answer, type Behave, startIntake } from '../../support/receivers/intake'
import { startProxy } from '../../support/receivers/proxy'
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

const limits = { connectMs: 1_500, idleMs: 250, totalMs: 900, responseBytes: 4_096 }

describe('submission: channel http', () => {
  let office: Office
  const closing: (() => Promise<void>)[] = []
  beforeEach(() => {
    office = makeOffice()
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    office.clean()
  })

  const intakeWith = async (options: Parameters<typeof startIntake>[0] = {}) => {
    const intake = await startIntake(options)
    closing.push(intake.close)
    return intake
  }

  /** Hands one report in, makes one attempt, and returns where the entry stands. */
  async function oneAttempt(channel: Channel, more = {}, text = draft('汛情')): Promise<EntryView> {
    const spool = await openOfficeSpool(office)
    const handIn = handInOf(office, office.write('汛情.md', text))
    await mustAccept(spool, handIn, channel)
    await runQueue(spool, deliverOptions([channel], { limits, ...more }))
    return (await listEntries(spool)).entries[0]!
  }

  const httpChannel = (url: string, more = {}, plainHosts: string[] = []) =>
    channelOf(office, { name: 'intake', type: 'http', url, ...more }, plainHosts)

  it('sends manifest, report and files, with the id as key and the secret in its header', async () => {
    const intake = await intakeWith()
    office.write('图/现 场"1".png', png())
    const text = draft('汛情', '\n\n![甲](<图/现 场"1".png>)')
    const asked: unknown[] = []
    const secret = async (request: unknown) => {
      asked.push(request)
      return 'abc.DEF-123'
    }
    const entry = await oneAttempt(httpChannel(intake.url), { secret }, text)
    assert.deepEqual([entry.state, entry.receipt], ['delivered', 'R-1'])
    assert.deepEqual(intake.faults, [])
    const [arrival] = intake.arrivals
    assert.equal(arrival!.key, entry.id)
    assert.deepEqual(
      arrival!.parts.map(part => [part.name, part.fileName, part.type]),
      [
        ['manifest', 'manifest.json', 'application/json'],
        ['report', '汛情.md', 'text/markdown; charset=utf-8'],
        ['file', '图/现 场_1_.png', 'image/png'],
      ],
    )
    assert.equal(arrival!.parts[1]!.body.toString('utf8'), text)
    assert.equal(intake.requests[0]!.headers.authorization, 'Bearer abc.DEF-123')
    assert.deepEqual(asked, [{ channel: 'intake', type: 'http', target: intake.url }])
  })

  it('knows basic authentication, and waits without a secret that is needed', async () => {
    const intake = await intakeWith()
    const basic = httpChannel(intake.url, { auth: 'basic', user: '青石镇' })
    const waiting = await oneAttempt(basic)
    assert.deepEqual([waiting.state, waiting.notice?.code], ['queued', 'secret-missing'])
    const spool = await openOfficeSpool(office)
    await runQueue(spool, deliverOptions([basic], { limits, secret: async () => '口令：1' }))
    const sent = Buffer.from(intake.requests[0]!.headers.authorization!.split(' ')[1]!, 'base64').toString(
      'utf8',
    )
    assert.equal(sent, '青石镇:口令：1')
  })

  it('sends no secret with a line end in it', async () => {
    const intake = await intakeWith()
    const entry = await oneAttempt(httpChannel(intake.url), { secret: async () => 'a\r\nX-Evil: 1' })
    assert.deepEqual([entry.notice?.code, intake.requests.length], ['secret-unusable', 0])
  })

  const reply =
    (status: number, body: unknown = {}, headers = {}): Behave =>
    (request, response) => {
      request.resume()
      request.on('end', () => answer(response, status, body, headers))
      return true
    }

  const cases: [string, Behave, EntryView['state'], NoticeCode, { uncertain?: boolean; says?: RegExp }?][] = [
    ['500', reply(500), 'queued', 'server-error', { uncertain: true }],
    ['503', reply(503), 'queued', 'server-error'],
    [
      '503 with Retry-After',
      reply(503, {}, { 'Retry-After': '7' }),
      'queued',
      'server-busy',
      { says: /7 秒/ },
    ],
    [
      '429 with Retry-After',
      reply(429, {}, { 'Retry-After': '120' }),
      'queued',
      'server-busy',
      { says: /2 分钟/ },
    ],
    ['408', reply(408), 'queued', 'server-error'],
    ['409', reply(409), 'queued', 'server-error'],
    ['425', reply(425), 'queued', 'server-busy'],
    ['407 from a proxy', reply(407), 'queued', 'proxy-failed'],
    [
      '400 with a reason',
      reply(400, { message: '缺少签发人' }),
      'refused',
      'refused',
      { says: /缺少签发人/ },
    ],
    ['401', reply(401), 'refused', 'refused-unauthorized'],
    ['403', reply(403), 'refused', 'refused-unauthorized'],
    ['404', reply(404, '<html>'), 'refused', 'refused-not-found'],
    ['413', reply(413), 'refused', 'refused-too-large'],
    [
      '422 whose reason has control characters',
      reply(422, { error: '缺\r\n\u001b[31m件' }),
      'refused',
      'refused',
      { says: /缺 \[31m件/ },
    ],
    ['200 with garbage', reply(200, '<html>欢迎</html>'), 'queued', 'unclear-receipt', { uncertain: true }],
    ['200 with an empty receipt', reply(200, { receipt: ' ' }), 'queued', 'unclear-receipt'],
    ['200 with a receipt of two lines', reply(200, { receipt: 'a\nb' }), 'queued', 'unclear-receipt'],
    ['200 with a list', reply(200, [{ receipt: 'x' }]), 'queued', 'unclear-receipt'],
    ['204', reply(204), 'queued', 'unclear-receipt'],
    [
      'a huge answer',
      reply(200, JSON.stringify({ receipt: 'x', fill: 'y'.repeat(50_000) })),
      'queued',
      'response-too-large',
      { uncertain: true },
    ],
    [
      'a redirect to another host',
      reply(307, '', { Location: 'http://evil.example/x' }),
      'queued',
      'redirected-away',
      { says: /evil\.example/ },
    ],
    [
      'a redirect to another port',
      reply(308, '', { Location: 'http://127.0.0.1:1/x' }),
      'queued',
      'redirected-away',
    ],
    [
      'a login page',
      reply(302, '', { Location: 'https://portal.example/login' }),
      'queued',
      'redirected-away',
    ],
    ['303', reply(303, '', { Location: '/elsewhere' }), 'queued', 'redirected-away'],
    ['a redirect in circles', reply(307, '', { Location: '/intake' }), 'queued', 'redirected-away'],
    ['silence', () => true, 'queued', 'idle-timeout', { uncertain: true }],
    [
      'reset in the middle of the body',
      request => {
        request.once('data', () => request.socket.resetAndDestroy())
        return true
      },
      'queued',
      'connection-lost',
    ],
    [
      'closed without an answer',
      request => {
        request.resume().on('end', () => request.socket.destroy())
        return true
      },
      'queued',
      'connection-lost',
      { uncertain: true },
    ],
    [
      'an answer that breaks off',
      (request, response) => {
        request.resume().on('end', () => {
          response.writeHead(200, { 'Content-Length': '100' })
          response.write('{"receipt":"R')
          setImmediate(() => request.socket.destroy())
        })
        return true
      },
      'queued',
      'unclear-receipt',
      { uncertain: true },
    ],
    [
      'bytes that are not HTTP',
      request => {
        request.resume().on('end', () => request.socket.end('SSH-2.0-x\r\n\r\n'))
        return true
      },
      'queued',
      'unclear-receipt',
    ],
  ]
  for (const [name, behave, state, code, more] of cases)
    it(`${name}: ${state}, ${code}`, async () => {
      const intake = await intakeWith({ behave })
      const entry = await oneAttempt(httpChannel(intake.url))
      assert.deepEqual([entry.state, entry.notice?.code], [state, code])
      assert.ok(/[\u4e00-\u9fff]/.test(entry.notice!.zh) && !/[{}]/.test(entry.notice!.zh), entry.notice!.zh)
      if (more?.uncertain !== undefined) assert.equal(entry.uncertain, more.uncertain)
      if (more?.says) assert.match(entry.notice!.zh, more.says)
      assert.equal(entry.attempts, 1)
      assert.equal(intake.arrivals.length, 0)
    })

  it('gives up on an answer that drips byte by byte', async () => {
    const intake = await intakeWith({
      behave: (request, response) => {
        request.resume()
        response.writeHead(200)
        const drip = setInterval(() => response.write('x'), 60)
        response.on('close', () => clearInterval(drip))
        return true
      },
    })
    const entry = await oneAttempt(httpChannel(intake.url))
    assert.deepEqual([entry.state, entry.notice?.code], ['queued', 'total-timeout'])
  })

  it('follows a redirect on the same host, secret and all', async () => {
    const intake = await intakeWith({
      behave: (request, response) => {
        if (request.url !== '/intake') return false
        request.resume()
        answer(response, 307, '', { Location: '/v2/intake' })
        return true
      },
    })
    const entry = await oneAttempt(httpChannel(intake.url), { secret: async () => 's' })
    assert.equal(entry.state, 'delivered')
    assert.equal(intake.requests[0]!.headers.authorization, 'Bearer s')
  })

  it('what a secret is bound to: the address and the certificates that are trusted there', () => {
    const place = { channel: '信息科', type: 'http', target: 'https://intake.example/' }
    const keys = [
      place,
      { ...place, target: 'https://intake.example:8443/' },
      { ...place, ca: '/office/ca.pem' },
      { ...place, ca: '/elsewhere/ca.pem' },
      { ...place, channel: '督查室' },
    ].map(secretKey)
    assert.equal(new Set(keys).size, keys.length)
    const channel = httpChannel('https://intake.example/', { ca: 'ca.pem' })
    assert.equal(path.basename(secretPlaceOf(channel).ca!), 'ca.pem')
  })

  it('asks again after a lost answer and is not taken twice', async () => {
    const intake = await intakeWith({
      afterTaking: (request, _, count) => {
        if (count > 1) return false
        request.socket.destroy()
        return true
      },
    })
    const channel = httpChannel(intake.url)
    const entry = await oneAttempt(channel)
    assert.deepEqual([entry.notice?.code, entry.uncertain], ['connection-lost', true])
    const spool = await openOfficeSpool(office)
    await runQueue(spool, deliverOptions([channel], { limits }))
    const [after] = (await listEntries(spool)).entries
    assert.deepEqual([after!.state, after!.receipt], ['delivered', 'R-1'])
    assert.deepEqual([intake.arrivals.length, intake.requests.length], [1, 2])
  })

  it('hears a refusal that comes before the body was sent, on the second try at the latest', async () => {
    office.write('大.png', Buffer.concat([png(), Buffer.alloc(3_000_000, 1)]))
    const intake = await intakeWith({
      behave: (request, response) => {
        response.shouldKeepAlive = false
        response.writeHead(413, { 'Content-Length': '0' })
        response.end(() => setImmediate(() => request.socket.destroy()))
        return true
      },
    })
    const channel = httpChannel(intake.url)
    await oneAttempt(channel, {}, draft('汛情', '![大](大.png)'))
    const spool = await openOfficeSpool(office)
    await runQueue(spool, deliverOptions([channel], { limits }))
    const [entry] = (await listEntries(spool)).entries
    assert.deepEqual([entry!.state, entry!.notice?.code], ['refused', 'refused-too-large'])
  })

  it('says calmly when nobody is there', async () => {
    const refused = await oneAttempt(httpChannel('http://127.0.0.1:9/'))
    assert.deepEqual(
      [refused.state, refused.notice?.code, refused.uncertain],
      ['queued', 'connection-refused', false],
    )
  })

  it('says when the name is not known', async () => {
    const entry = await oneAttempt(httpChannel('https://intake.invalid/'))
    assert.ok(['host-not-found', 'offline'].includes(entry.notice!.code), entry.notice!.code)
    assert.equal(entry.uncertain, false)
  })

  it('gives up connecting to a host that swallows everything', async () => {
    // A listener whose queue is full does not answer: nobody calls accept.
    const server = net.createServer({ pauseOnConnect: true })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const sockets: net.Socket[] = []
    server.on('connection', socket => sockets.push(socket))
    closing.push(async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const channel = httpChannel(`https://127.0.0.1:${port}/`)
    const entry = await oneAttempt(channel, { limits: { ...limits, connectMs: 200 } })
    assert.deepEqual([entry.notice?.code, entry.uncertain], ['connect-timeout', false])
  })

  describe('over TLS', () => {
    const mine = makeCertificate()
    const other = makeCertificate('DNS:other.example')

    it('sends nothing to a certificate that nobody vouches for, not even when the environment says so', async () => {
      const intake = await intakeWith({ tls: mine })
      const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
      try {
        const entry = await oneAttempt(httpChannel(intake.url))
        assert.deepEqual(
          [entry.state, entry.notice?.code, entry.uncertain],
          ['queued', 'tls-untrusted', false],
        )
      } finally {
        if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
        else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
      }
      assert.equal(intake.requests.length, 0)
    })

    it("trusts the office's own CA file", async () => {
      const intake = await intakeWith({ tls: mine })
      office.write('证书/ca.pem', mine.cert)
      const entry = await oneAttempt(httpChannel(intake.url, { ca: '证书/ca.pem' }))
      assert.equal(entry.state, 'delivered')
    })

    it('takes no secret along to another port or protocol of the host', async () => {
      const safe = await intakeWith({ tls: mine })
      office.write('ca.pem', mine.cert)
      const seen: (string | undefined)[] = []
      const plain = await intakeWith({
        behave: (request, response) => {
          seen.push(request.headers.authorization)
          request.resume()
          answer(response, 308, '', { Location: safe.url })
          return true
        },
      })
      const entry = await oneAttempt(httpChannel(plain.url, { ca: 'ca.pem' }), { secret: async () => 's' })
      assert.equal(entry.state, 'delivered')
      assert.deepEqual(seen, ['Bearer s'])
      assert.equal(safe.requests[0]!.headers.authorization, undefined)
    })

    it('refuses a certificate for another name, and says which file is no certificate', async () => {
      const intake = await intakeWith({ tls: other })
      office.write('ca.pem', other.cert)
      const entry = await oneAttempt(httpChannel(intake.url, { ca: 'ca.pem' }))
      assert.deepEqual([entry.notice?.code, intake.requests.length], ['tls-untrusted', 0])
      office.write('no.pem', 'x')
      const bad = httpChannel(intake.url, { ca: 'no.pem', user: 'u' })
      const spool = await openOfficeSpool(office)
      await runQueue(spool, deliverOptions([bad], { limits }))
      assert.equal((await listEntries(spool)).entries[0]!.notice?.code, 'ca-unreadable')
    })

    it('is told when the other side does not speak TLS', async () => {
      const server = http.createServer((_, response) => response.end())
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      closing.push(async () => void server.close())
      const { port } = server.address() as AddressInfo
      const entry = await oneAttempt(httpChannel(`https://127.0.0.1:${port}/`))
      assert.deepEqual([entry.notice?.code, entry.uncertain], ['tls-untrusted', false])
    })

    it('goes through the proxy of the environment, by CONNECT, certificate still checked', async () => {
      const intake = await intakeWith({ tls: makeCertificate('DNS:intake.example') })
      const proxy = await startProxy()
      closing.push(proxy.close)
      const channel = httpChannel(`https://intake.example:${intake.port}/intake`)
      const proxyEnvironment = { HTTPS_PROXY: proxy.url }
      const untrusted = await oneAttempt(channel, { proxyEnvironment })
      assert.deepEqual([untrusted.notice?.code, intake.requests.length], ['tls-untrusted', 0])
      assert.deepEqual(proxy.tunnels, [`intake.example:${intake.port}`])
    })

    it('delivers through the proxy', async () => {
      const certificate = makeCertificate('DNS:intake.example')
      const intake = await intakeWith({ tls: certificate })
      const proxy = await startProxy()
      closing.push(proxy.close)
      office.write('ca.pem', certificate.cert)
      const channel = httpChannel(`https://intake.example:${intake.port}/intake`, { ca: 'ca.pem' })
      const entry = await oneAttempt(channel, { proxyEnvironment: { https_proxy: proxy.url } })
      assert.equal(entry.state, 'delivered')
      assert.equal(proxy.tunnels.length, 1)
    })

    it('takes the no of a proxy for no refusal of the receiver', async () => {
      const proxy = await startProxy({ refuse: 403 })
      closing.push(proxy.close)
      const channel = httpChannel('https://intake.example/intake')
      const entry = await oneAttempt(channel, { proxyEnvironment: { HTTPS_PROXY: proxy.url } })
      assert.deepEqual([entry.state, entry.notice?.code], ['queued', 'proxy-failed'])
    })

    it('sends plain http through the proxy where the user allows the host', async () => {
      const intake = await intakeWith()
      const proxy = await startProxy()
      closing.push(proxy.close)
      const channel = httpChannel(intake.url.replace('127.0.0.1', 'office.localtest'), {}, [
        'office.localtest',
      ])
      await oneAttempt(channel, { proxyEnvironment: { HTTP_PROXY: proxy.url } })
      assert.equal(new URL(proxy.forwarded[0]!).hostname, 'office.localtest')
    })
  })
})

describe('submission: the proxy of the environment', () => {
  const of = (url: string, environment: Record<string, string>) => proxyFor(new URL(url), environment)?.href
  it('is chosen by scheme, lower case first, with its exceptions', () => {
    const environment = {
      HTTPS_PROXY: 'http://p:1',
      https_proxy: 'http://q:2',
      HTTP_PROXY: 'r:3',
      NO_PROXY: '.gov.example, x.example:8443',
    }
    assert.equal(of('https://a.example/', environment), 'http://q:2/')
    assert.equal(of('http://a.example/', environment), 'http://r:3/')
    assert.equal(of('https://oa.gov.example/', environment), undefined)
    assert.equal(of('https://x.example:8443/', environment), undefined)
    assert.equal(of('https://x.example/', environment), 'http://q:2/')
    assert.equal(of('https://127.0.0.1/', environment), undefined)
    assert.equal(of('https://a.example/', { ALL_PROXY: 'socks5://p:1' }), undefined)
    assert.equal(of('https://a.example/', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }), undefined)
  })
})

describe('submission: answers of an intake', () => {
  it('never throws and never calls anything but 200 and 201 delivered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.uint8Array(),
        fc.string(),
        (status, body, header) => {
          const headers = { 'retry-after': header }
          const outcome = judgeAnswer(
            { kind: 'answer', status, headers, body: Buffer.from(body), incomplete: 'no' },
            'h',
            0,
          )
          if (status !== 200 && status !== 201) assert.notEqual(outcome.kind, 'delivered')
          const refusal = status >= 400 && status < 500 && ![407, 408, 409, 425, 429].includes(status)
          assert.equal(outcome.kind === 'refused', refusal)
        },
      ),
    )
  })

  it('reads Retry-After as seconds or a date', () => {
    const now = Date.parse('2026-04-28T02:00:00Z')
    assert.equal(retryAfter('120', now), 120_000)
    assert.equal(retryAfter('Tue, 28 Apr 2026 02:01:00 GMT', now), 60_000)
    assert.equal(retryAfter('Tue, 28 Apr 2020 02:01:00 GMT', now), 0)
    for (const odd of ['-5', '1.5', 'soon', '', '99999999999'])
      assert.equal(retryAfter(odd, now), undefined, odd)
  })
})
