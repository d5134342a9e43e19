import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { inOnePiece } from '../../server/src/lsp/onePiece'

describe('a message over stdio', () => {
  const written = async (...parts: string[]) => {
    const target = new PassThrough()
    const chunks: string[] = []
    target.on('data', chunk => chunks.push(String(chunk)))
    const stream = inOnePiece(target)
    for (const part of parts) await new Promise<void>(done => stream.write(part, () => done()))
    return chunks
  }

  it('goes out in one piece with its header', async () => {
    assert.deepEqual(await written('Content-Length: 2\r\n\r\n', '{}', 'Content-Length: 6\r\n\r\n', '"稿"'), [
      'Content-Length: 2\r\n\r\n{}',
      'Content-Length: 6\r\n\r\n"稿"',
    ])
  })

  it('is left as it is where no header comes first', async () => {
    assert.deepEqual(await written('{}', '[]'), ['{}', '[]'])
  })

  it('tells of a reader that is gone as the stream itself would', async () => {
    const target = new PassThrough()
    const stream = inOnePiece(target)
    const told = new Promise(resolve => stream.on('error', resolve))
    target.destroy(new Error('EPIPE'))
    assert.match(String(await told), /EPIPE/)
  })
})
