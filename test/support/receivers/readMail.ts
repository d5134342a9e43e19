// A mailbox's own reading of MIME: unfolded headers, encoded words, base64 bodies.

export interface MailPart {
  readonly headers: string
  /** File name, where it is an attachment. */
  readonly name: string | undefined
  readonly body: Buffer
}

export interface ReadMail {
  readonly subject: string
  readonly text: string
  /** The attachments in order. */
  readonly parts: readonly MailPart[]
}

const unfold = (headers: string): string => headers.replace(/\r\n[ \t]+/g, ' ')

function decodeWords(text: string): string {
  const bytes = text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('latin1') : quoted(word),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const quoted = (word: string): string =>
  word
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

// filename*0*=utf-8''%E5…; filename*1*=…
function fileName(headers: string): string | undefined {
  const pieces = [...headers.matchAll(/filename\*\d*\*?="?([^";\s]+)"?/gi)].map(([, piece = '']) => piece)
  if (pieces.length > 0) return decodeURIComponent(pieces.join('').replace(/^utf-8''/i, ''))
  const plain = /filename="?([^";]+)"?/i.exec(headers)?.[1]
  return plain === undefined ? undefined : decodeWords(plain)
}

export function readMail(source: string): ReadMail {
  const cut = source.indexOf('\r\n\r\n')
  const head = unfold(source.slice(0, cut))
  const boundary = /boundary="?([^";\r\n]+)/.exec(head)?.[1] ?? ''
  const parts = source
    .slice(cut + 4)
    .split(`--${boundary}`)
    .filter(piece => piece.includes('\r\n\r\n'))
    .map(piece => {
      const [partHead = '', ...content] = piece.trim().split('\r\n\r\n')
      const headers = unfold(partHead)
      const isBase64 = /content-transfer-encoding:\s*base64/i.test(headers)
      const body = content.join('\r\n\r\n')
      return {
        headers,
        name: fileName(headers),
        body: Buffer.from(
          isBase64 || !/quoted-printable/i.test(headers) ? body : unquote(body),
          isBase64 ? 'base64' : /quoted-printable/i.test(headers) ? 'latin1' : 'utf8',
        ),
      }
    })
  const subject = decodeWords(/^Subject: (.*)$/im.exec(head)?.[1]?.trim() ?? '')
  return {
    subject,
    text: parts.find(({ name }) => name === undefined)?.body.toString('utf8') ?? '',
    parts: parts.filter(({ name }) => name !== undefined),
  }
}

const unquote = (body: string): string =>
  body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
