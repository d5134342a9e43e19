// The words of an RTF file: bytes written as \'hh, characters as \uN, everything else that begins with a backslash left out.
// `;}` ends a table of fonts or colours.
import iconv from 'iconv-lite'

const piece =
  /((?:\\'[\da-f]{2})+)|\\u(-?\d{1,6}) ?(?:\\'[\da-f]{2}|\?)?|(;\}|\\(?:par|line|cell|row|tab|sect|page)\b ?)|\\[a-z]{1,32}-?\d{0,10} ?|\\[^a-z]|[{}]|\r?\n/gi

export const rtfText = (source: string): string =>
  source.replace(piece, (_, bytes?: string, unicode?: string, edge?: string) => {
    if (bytes) return iconv.decode(Buffer.from(bytes.replaceAll("\\'", ''), 'hex'), 'gb18030')
    if (unicode) return String.fromCharCode(Number(unicode) & 0xffff)
    return edge ? '\n' : ''
  })
