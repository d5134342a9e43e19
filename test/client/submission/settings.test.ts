import assert from 'node:assert/strict'
import fc from 'fast-check'
import { channelTypes, notice, noticeCodes, parseChannels } from '../../../client/src/submission'

const context = { root: '/ws', plainHosts: ['oa.intranet.example'] }
const one = (settings: Record<string, unknown>) => parseChannels([{ name: '县委', ...settings }], context)
const problem = (settings: Record<string, unknown>) => one(settings).problems.map(each => each.code)

describe('submission: channel settings', () => {
  it('work with nothing set up', () => {
    const { channels, problems } = parseChannels(undefined, context)
    assert.deepEqual(
      channels.map(each => [each.name, each.type]),
      [['报送箱', 'folder']],
    )
    assert.deepEqual(problems, [])
  })

  it('take the examples of the design', () => {
    const { channels, problems } = parseChannels(
      [
        { name: 'intake', type: 'http', url: 'https://intake.example/v1' },
        { name: 'drop', type: 'folder', path: '../共享/报送' },
        {
          name: 'mail',
          type: 'smtp',
          host: 'smtp.example',
          port: 465,
          from: 'a@x.example',
          to: 'b@y.example',
        },
      ],
      context,
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      channels.map(each => each.target),
      ['https://intake.example/v1', '../共享/报送', 'b@y.example (smtp.example:465)'],
    )
  })

  it('demand encryption except on loopback and on hosts that the user names', () => {
    assert.deepEqual(problem({ type: 'http', url: 'http://intake.example/' }), ['channel-not-https'])
    assert.deepEqual(problem({ type: 'http', url: 'http://localhost.evil.example/' }), ['channel-not-https'])
    assert.deepEqual(problem({ type: 'http', url: 'http://127.0.0.1.evil.example/' }), ['channel-not-https'])
    assert.deepEqual(problem({ type: 'http', url: 'http://xoa.intranet.example/' }), ['channel-not-https'])
    for (const url of [
      'http://localhost:8080/',
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://oa.intranet.example/in',
    ])
      assert.deepEqual(problem({ type: 'http', url }), [], url)
    const mail = { type: 'smtp', from: 'a@x.example', to: 'b@y.example', security: 'none', port: 25 }
    assert.deepEqual(problem({ ...mail, host: 'smtp.example' }), ['channel-not-https'])
    assert.deepEqual(problem({ ...mail, host: 'localhost' }), [])
  })

  it('refuse secrets, wherever they are put', () => {
    const https = { type: 'http', url: 'https://x.example/' }
    for (const key of ['token', 'password', 'secret', '口令', 'Authorization'])
      assert.deepEqual(problem({ ...https, [key]: 'x' }), ['channel-secret-in-settings'], key)
    for (const url of [
      'https://u:p@x.example/',
      'https://x.example/?token=1',
      'https://x.example/?api_key=1',
    ])
      assert.deepEqual(problem({ type: 'http', url }), ['channel-secret-in-settings'], url)
  })

  it('refuse what injects headers, other schemes, and shell-like paths', () => {
    const mail = { type: 'smtp', host: 'smtp.example', from: 'a@x.example', to: 'b@y.example' }
    assert.deepEqual(problem({ ...mail, from: 'a@x.example\r\nBcc: c@evil.example' }), [
      'channel-bad-value',
      'channel-missing-value',
    ])
    assert.deepEqual(problem({ ...mail, to: ['b@y.example', 'c@evil.example, d@evil.example'] }), [
      'channel-bad-value',
    ])
    assert.deepEqual(problem({ ...mail, to: '"x" <c@evil.example>' }), ['channel-bad-value'])
    assert.deepEqual(problem({ ...mail, host: 'a b' }), ['channel-bad-value'])
    for (const url of ['file:///etc/passwd', 'javascript:1', 'ftp://x.example/', '/in', 'https://'])
      assert.deepEqual(problem({ type: 'http', url }), ['channel-bad-value'], url)
    assert.deepEqual(problem({ type: 'folder', path: '~/x' }), ['channel-bad-value'])
    assert.deepEqual(problem({ type: 'folder', path: '/' }), ['channel-bad-value'])
    assert.deepEqual(problem({ type: 'exec', command: 'rm' }), ['channel-unknown-type'])
  })

  it('leave out a bad channel and keep the good ones; report unknown keys and twins', () => {
    const good = { name: 'a', type: 'folder', path: 'x' }
    const { channels, problems } = parseChannels(
      [null, { ...good, extra: 1 }, { ...good }, { name: 'a b', type: 'folder' }],
      context,
    )
    assert.deepEqual(
      channels.map(each => each.name),
      ['a'],
    )
    assert.deepEqual(
      problems.map(each => each.code),
      ['channel-no-name', 'channel-unknown-key', 'channel-duplicate', 'channel-bad-name'],
    )
    assert.deepEqual(
      parseChannels({ a: 1 }, context).problems.map(each => each.code),
      ['channels-not-a-list'],
    )
  })

  it('are total: any value gives channels or problems', () => {
    const keys = ['name', 'type', ...new Set(channelTypes.flatMap(each => each.keys))]
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom('http', 'smtp', 'folder', 'https://x.example', 'a@b.example', 465),
    )
    const channel = fc.dictionary(fc.constantFrom(...keys), value)
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(channel)), raw => {
        const result = parseChannels(raw, context)
        assert.ok(Array.isArray(result.channels) && Array.isArray(result.problems))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('submission: sentences', () => {
  it('are in Chinese and English, say something, and fill every place', () => {
    for (const code of noticeCodes) {
      const values = new Proxy({}, { get: () => '某处' })
      const { zh, en } = notice(code, values)
      assert.ok(/[\u4e00-\u9fff]{2}/.test(zh) && !/[{}]/.test(zh + en), code)
      assert.ok(
        !/[\u4e00-\u9fff]/.test(en.replaceAll('某处', '').replaceAll('迟报原因', '')),
        `${code}: ${en}`,
      )
      assert.ok(zh.length <= 140, `${code}: ${zh.length}`)
    }
  })

  it('let no control or direction character through', () => {
    const { zh } = notice('image-missing', { file: 'a\u202egnp.\u0000\r\n图' })
    assert.equal(/[\u202e\u0000\r\n]/.test(zh), false)
  })
})
