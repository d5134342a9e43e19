// Pictures beside a draft: looked up behind the check, noticed when they come and go, measured by their first bytes.

import assert from 'node:assert/strict'
import { missingImage } from '../../server/src/core/rules/missing-image'
import { pictureSize } from '../../server/src/pictureSize'
import { disposeAll, start, textAt } from './support/client'

const picture = 'file:///w/a/%E5%9B%BE/%E6%B2%B3%E9%81%93.png'
const text =
  '---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n\n![4月12日，青石镇柳河村，镇村干部清理河道](图/河道.png)\n'
const refresh = 'workspace/diagnostic/refresh'

describe('pictures', () => {
  afterEach(disposeAll)

  it('one that is not there is found by the first pull, and its arrival is noticed', async () => {
    const client = await start({ rules: [missingImage] })
    client.open(text)
    const [item] = await client.items()
    assert.equal(item?.code, 'missing-image')
    assert.equal(textAt(text, item.range).includes('图/河道.png'), true)
    client.files.set(picture, '')
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: picture, type: 1 }],
    })
    await client.settle()
    assert.ok(client.asked.includes(refresh))
    assert.deepEqual(await client.items(), [])
  })

  it('a share that does not answer holds nothing up, and a late answer still counts', async () => {
    let answer: (file: { exists: boolean }) => void = () => {}
    const client = await start({
      rules: [missingImage],
      runtime: {
        files: {
          read: async () => undefined,
          list: async () => [],
          picture: () =>
            new Promise(resolve => {
              answer = resolve
            }),
        },
      },
    })
    client.open(text)
    const pull = client.items()
    await client.settle()
    client.clock.advance(200)
    assert.deepEqual(await pull, [])
    answer({ exists: false })
    await client.settle()
    assert.ok(client.asked.includes(refresh))
    assert.equal((await client.items()).length, 1)
  })

  it('one that cannot be looked at is not called missing', async () => {
    const client = await start({
      rules: [missingImage],
      runtime: {
        files: {
          read: async () => undefined,
          list: async () => [],
          picture: async () => {
            throw new Error('no right to read')
          },
        },
      },
    })
    client.open(text)
    assert.deepEqual(await client.items(), [])
  })
})

describe('size of a picture', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(
      parts.flatMap(part => (typeof part === 'string' ? [...part].map(c => c.charCodeAt(0)) : part)),
    )
  const size = { width: 640, height: 480 }
  const cases: Record<string, Uint8Array> = {
    png: bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 2, 128, 0, 0, 1, 224]),
    jpeg: bytes([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc2, 0, 17, 8, 1, 224, 2, 128,
    ]),
    gif: bytes('GIF89a', [128, 2, 224, 1]),
    bmp: bytes('BM', Array(16).fill(0), [128, 2, 0, 0], [0x20, 0xfe, 0xff, 0xff]),
    'webp VP8X': bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', Array(8).fill(0), [127, 2, 0, 223, 1, 0]),
    'webp VP8': bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', Array(10).fill(0), [128, 2, 224, 1]),
    'webp VP8L': bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x7f, 0xc2, 0x77, 0]),
  }
  for (const [name, content] of Object.entries(cases))
    it(name, () => {
      assert.deepEqual(pictureSize(content), size)
      for (let end = 0; end < content.length; end++) pictureSize(content.subarray(0, end))
    })

  it('is not known for anything else', () => {
    for (const content of [bytes(), bytes('hello, world, this is text'), bytes([0xff, 0xd8, 0, 0, 0])])
      assert.equal(pictureSize(content), undefined)
  })
})
