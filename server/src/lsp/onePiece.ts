// A message of LSP goes out as its header and its body, each written for itself; a reader is woken twice, and at every key
// that costs more than the message. Here the header waits for its body.

import { Writable } from 'node:stream'

const headerEnd = '\r\n\r\n'

/** What is written goes to `target`, headers together with what follows them. */
export function inOnePiece(target: NodeJS.WritableStream): Writable {
  let header: Buffer | undefined
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!header && isHeader(chunk)) {
        header = chunk
        done()
        return
      }
      const whole = header ? Buffer.concat([header, chunk]) : chunk
      header = undefined
      target.write(whole, done)
    },
  })
  // A client that is gone is told by whoever writes next; nobody else listens to the target.
  target.on('error', error => stream.destroy(error))
  target.on('close', () => stream.destroy())
  return stream
}

function isHeader(chunk: Buffer): boolean {
  const text = chunk.length < 100 ? chunk.toString('latin1') : ''
  return text.startsWith('Content-Length: ') && text.endsWith(headerEnd)
}
