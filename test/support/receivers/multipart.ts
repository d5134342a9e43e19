// A receiver's own reading of multipart/form-data, written from the RFC and not from our sender.

export interface ReceivedPart {
  name: string
  fileName: string
  type: string
  body: Buffer
}

export function readMultipart(contentType: string, body: Buffer): ReceivedPart[] {
  const boundary = /^multipart\/form-data;\s*boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) throw new Error('not multipart/form-data')
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const whole = Buffer.concat([Buffer.from('\r\n'), body])
  const parts: ReceivedPart[] = []
  let at = whole.indexOf(delimiter)
  for (;;) {
    const start = at + delimiter.length
    if (whole.subarray(start, start + 2).toString() === '--') return parts
    const headEnd = whole.indexOf('\r\n\r\n', start)
    const next = whole.indexOf(delimiter, start)
    if (headEnd < 0 || next < 0) throw new Error('cut off')
    parts.push(partOf(whole.subarray(start + 2, headEnd).toString('utf8'), whole.subarray(headEnd + 4, next)))
    at = next
  }
}

function partOf(head: string, body: Buffer): ReceivedPart {
  const field = (pattern: RegExp) => pattern.exec(head)?.[1] ?? ''
  const unquote = (text: string) =>
    text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  return {
    name: unquote(field(/; name="([^"]*)"/)),
    fileName: unquote(field(/; filename="([^"]*)"/)),
    type: field(/^content-type:\s*(.+)$/im),
    body: Buffer.from(body),
  }
}
