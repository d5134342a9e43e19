// POST /v1/reports against a real intake on a real socket: what is taken, what is refused, and that nothing is kept of the latter.
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import * as http from 'node:http'
import * as net from 'node:net'
import path from 'node:path'
import { giveToken, revokeTokens } from '../src/access/units'
import {
  bodyOf,
  handIn,
  type Office,
  openOffice,
  type Package,
  type Part,
  packageOf,
  partsOf,
  post,
  sha256,
  unitName,
} from './support/office'

const picture = {
  path: '图片/裂缝.png',
  role: 'image',
  mediaType: 'image/png',
  content: Buffer.from([137, 80, 78, 71, 0, 1, 2]),
}

describe('reception', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const reports = () => office.intake.storage.db.selectFrom('report').selectAll().execute()
  const filesKept = () => {
    const place = path.join(office.folder, 'files')
    return existsSync(place) ? readdirSync(place).flatMap(each => readdirSync(path.join(place, each))) : []
  }
  const nothingKept = async () => {
    assert.deepEqual(await reports(), [])
    assert.deepEqual(filesKept(), [])
    assert.deepEqual(readdirSync(path.join(office.folder, 'tmp')), [])
  }

  it('keeps the report and its files as they came and gives a receipt', async () => {
    const sent = packageOf({ attachments: [picture] })
    const { status, body } = await handIn(office, sent)
    assert.equal(status, 201)
    const [report, ...more] = await reports()
    assert.equal(more.length, 0)
    assert.equal(report!.receipt, body.receipt)
    assert.equal(report!.text, sent.files[0]!.content.toString())
    assert.equal(report!.manifest, JSON.stringify(sent.manifest))
    assert.equal(report!.authors, '张明、李想')
    assert.equal(report!.handed_in_at, Date.parse('2026-04-28T10:00:00+08:00'))
    const kept = await office.intake.storage.files.read(sha256(picture.content))
    assert.deepEqual(kept, picture.content)
  })

  it('answers the same key with the same receipt and stores nothing', async () => {
    const sent = packageOf({ attachments: [picture] })
    const first = await handIn(office, sent)
    const again = await handIn(office, sent)
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(again.body.receipt, first.body.receipt)
    assert.equal((await reports()).length, 1)
  })

  it('takes one of many simultaneous requests with one key', async () => {
    const sent = packageOf()
    const answers = await Promise.all(Array.from({ length: 8 }, () => handIn(office, sent)))
    assert.equal(new Set(answers.map(({ body }) => body.receipt)).size, 1)
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    assert.equal((await reports()).length, 1)
  })

  it('two units that hand in the same text get a receipt each', async () => {
    const { token } = await giveToken(office.intake.storage.db, '柳林乡', 0)
    const sent = packageOf()
    const one = await handIn(office, sent)
    const other = await post(office.intake.url, token, sent.id, bodyOf(partsOf(sent)))
    assert.equal(other.status, 201)
    assert.notEqual(other.body.receipt, one.body.receipt)
  })

  it('fifty at once are all taken', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        handIn(office, packageOf({ title: `第${i}篇`, attachments: [picture] })),
      ),
    )
    // A crowd is told to come again, never turned away for good.
    assert.deepEqual(
      [...new Set(answers.map(({ status }) => status))].filter(status => status !== 503),
      [201],
    )
    for (const { status, headers } of answers) if (status === 503) assert.ok(headers.get('retry-after'))
    assert.equal((await reports()).length, answers.filter(({ status }) => status === 201).length)
  })

  it('basic authentication carries the token as its password', async () => {
    const sent = packageOf()
    const Authorization = `Basic ${Buffer.from(`青石镇:${office.token}`).toString('base64')}`
    const { status } = await post(office.intake.url, '', sent.id, bodyOf(partsOf(sent)), { Authorization })
    assert.equal(status, 201)
  })

  it('lateness is what the deadline says, whatever the sender says', async () => {
    await handIn(office, packageOf({ deadline: '2026-04-28T09:00:00+08:00' }))
    assert.equal((await reports())[0]!.timeliness, 'late')
  })

  describe('refuses in words and keeps nothing', () => {
    const changed = (change: (sent: Package) => void): Package => {
      const sent = packageOf({ attachments: [{ ...picture }] })
      change(sent)
      return sent
    }
    const fileNamed = (name: string) =>
      changed(sent => {
        sent.files[1]!.path = name
        sent.manifest.files[1]!.path = name
      })
    const cases: [string, number, () => Package][] = [
      ['an absolute path', 422, () => fileNamed('/etc/passwd')],
      ['a way out of the folder', 422, () => fileNamed('../../启动.bat')],
      ['a way out in the middle', 422, () => fileNamed('图片/../../a.png')],
      ['a backslash', 422, () => fileNamed('..\\a.png')],
      ['a drive letter', 422, () => fileNamed('C:a.png')],
      ['a device of Windows', 422, () => fileNamed('NUL.png')],
      ['a path twice', 422, () => fileNamed('稿件.md')],
      [
        'a report whose hash differs',
        422,
        () =>
          changed(sent => {
            sent.manifest.files[0]!.sha256 = 'a'.repeat(64)
          }),
      ],
      [
        'a picture whose content differs',
        422,
        () =>
          changed(sent => {
            sent.files[1]!.content = Buffer.from([137, 80, 78, 71, 0, 1, 3])
          }),
      ],
      [
        'a picture longer than said',
        422,
        () =>
          changed(sent => {
            sent.files[1]!.content = Buffer.alloc(5000)
          }),
      ],
      [
        'a file too few',
        422,
        () =>
          changed(sent => {
            sent.files.pop()
          }),
      ],
      [
        'a file too many',
        422,
        () =>
          changed(sent => {
            sent.files.push({ ...picture, path: 'b.png' })
          }),
      ],
      [
        'ten gigabytes declared',
        413,
        () =>
          changed(sent => {
            sent.manifest.files[1]!.bytes = 10 * 2 ** 30
          }),
      ],
      [
        'a negative length',
        422,
        () =>
          changed(sent => {
            sent.manifest.files[1]!.bytes = -1
          }),
      ],
      [
        'an id that is not the key',
        422,
        () =>
          changed(sent => {
            sent.manifest.id = `lg1-${'0'.repeat(40)}`
          }),
      ],
      [
        'no report among the files',
        422,
        () =>
          changed(sent => {
            sent.manifest.files.shift()
          }),
      ],
      [
        'a time that is none',
        422,
        () =>
          changed(sent => {
            sent.manifest.timing = { handedInAt: '昨天' }
          }),
      ],
      [
        'a report that is not UTF-8',
        422,
        () =>
          changed(sent => {
            sent.files[0]!.content = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6])
            Object.assign(sent.manifest.files[0]!, { bytes: 4, sha256: sha256(sent.files[0]!.content) })
          }),
      ],
      ['a classified text', 422, () => packageOf({ text: '机密★1年\n\n# 情况\n\n内容。\n' })],
      ['a classified title', 422, () => packageOf({ title: '秘密★一年' })],
    ]
    for (const [what, status, make] of cases)
      it(what, async () => {
        const sent = make()
        const answer = await post(office.intake.url, office.token, sent.id, bodyOf(partsOf(sent)))
        assert.equal(answer.status, status, answer.body.message)
        assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/)
        assert.match(answer.body.message!, /[\u4e00-\u9fff]{4}/)
        assert.equal(answer.body.detail, answer.body.message)
        await nothingKept()
      })

    it('a classified attachment by its name', async () => {
      const sent = packageOf({ attachments: [{ ...picture, path: '机密★附件.png' }] })
      assert.equal((await handIn(office, sent)).status, 422)
      await nothingKept()
    })

    const raw = (parts: Part[], headers?: Record<string, string>) =>
      post(office.intake.url, office.token, packageOf().id, bodyOf(parts), headers)

    it('a manifest that is not the first part', async () => {
      assert.equal((await raw(partsOf(packageOf()).reverse())).status, 400)
      await nothingKept()
    })

    it('a manifest that is no JSON, or no object', async () => {
      for (const content of ['{', '[]', 'null', '{"files": {"length": 1}}', ''])
        assert.equal(
          (await raw([{ field: 'manifest', name: 'm', type: 'application/json', content }])).status,
          422,
        )
      await nothingKept()
    })

    it('no multipart at all', async () => {
      assert.equal((await raw([], { 'Content-Type': 'application/json' })).status, 415)
      assert.equal((await raw([])).status, 400)
      await nothingKept()
    })

    it('a body that is cut off', async () => {
      const whole = bodyOf(partsOf(packageOf()))
      const answer = await post(
        office.intake.url,
        office.token,
        packageOf().id,
        whole.subarray(0, whole.length - 40),
      )
      assert.equal(answer.status, 400)
      await nothingKept()
    })

    it('a length beyond all measure, before its body', async () => {
      const { port, hostname } = new URL(office.intake.url)
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const request = http.request(
          {
            port,
            host: hostname,
            method: 'POST',
            path: '/v1/reports',
            headers: {
              Authorization: `Bearer ${office.token}`,
              'Idempotency-Key': packageOf().id,
              'Content-Type': 'multipart/form-data; boundary=x',
              'Content-Length': String(10 * 2 ** 30),
            },
          },
          response => {
            response.resume()
            resolve(response.statusCode)
            request.destroy()
          },
        )
        request.on('error', reject)
        request.flushHeaders()
      })
      assert.equal(status, 413)
      await nothingKept()
    })

    it('two keys', async () => {
      const { port } = new URL(office.intake.url)
      const sent = packageOf()
      const body = bodyOf(partsOf(sent))
      const head = [
        'POST /v1/reports HTTP/1.1',
        'Host: x',
        `Authorization: Bearer ${office.token}`,
        `Idempotency-Key: ${sent.id}`,
        `Idempotency-Key: lg1-${'1'.repeat(40)}`,
        'Content-Type: multipart/form-data; boundary=test-boundary',
        `Content-Length: ${body.length}`,
        'Connection: close',
      ]
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = net.connect(Number(port), '127.0.0.1', () => {
          socket.write(`${head.join('\r\n')}\r\n\r\n`)
          socket.write(body)
        })
        let said = ''
        socket.setEncoding('utf8').on('data', chunk => {
          said += chunk
        })
        socket.on('end', () => resolve(said)).on('error', reject)
      })
      assert.match(answer, /^HTTP\/1\.1 400 /)
      await nothingKept()
    })

    it('a wrong, a revoked and a missing token', async () => {
      const { db } = office.intake.storage
      const sent = packageOf()
      const body = bodyOf(partsOf(sent))
      assert.equal((await post(office.intake.url, 'x'.repeat(32), sent.id, body)).status, 401)
      assert.equal((await post(office.intake.url, '', sent.id, body)).status, 401)
      const { id } = await db
        .selectFrom('unit')
        .select('id')
        .where('name', '=', unitName)
        .executeTakeFirstOrThrow()
      await revokeTokens(db, id, 1)
      assert.equal((await post(office.intake.url, office.token, sent.id, body)).status, 401)
      await nothingKept()
    })

    it('who tries one token after the other', async () => {
      const statuses = []
      for (let i = 0; i < 25; i++)
        statuses.push((await post(office.intake.url, `wrong${i}`, packageOf().id, Buffer.alloc(0))).status)
      assert.equal(statuses.at(-1), 429)
    })
  })

  it('neither the token nor the report stands in the folder but in its record', async () => {
    const tokens = await office.intake.storage.db.selectFrom('token').selectAll().execute()
    assert.ok(
      tokens.length > 0 && tokens.every(({ hash }) => hash !== office.token && /^[0-9a-f]{64}$/.test(hash)),
    )
  })
})

describe('an open address', () => {
  it('is refused without TLS, in words', async () => {
    const { startIntake } = await import('../src/start')
    await assert.rejects(startIntake({ data: '/nowhere', host: '0.0.0.0', port: 0 }), /证书/)
  })
})
