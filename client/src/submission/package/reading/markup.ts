// The words of HTML, SVG and the XML inside office files, as lines: elements that a reader sees apart stand apart.
import { Parser } from 'htmlparser2'

/** Elements inside one line of words (HTML, OOXML, OFD, SVG). All others end the line. */
const inline = new Set(
  (
    'a abbr b bdi bdo cite code em font i kbd mark s small span strong sub sup u tspan textpath ' +
    'w:r w:t w:rpr w:rfonts w:sz w:szcs w:b w:bcs w:i w:u w:color w:lang w:hyperlink w:ins w:smarttag w:bookmarkstart ' +
    'w:bookmarkend w:prooferr w:spacing w:kern w:highlight w:noproof w:lastrenderedpagebreak w:rstyle w:vertalign w:shd w:em ' +
    'a:r a:t a:rpr a:latin a:ea a:cs a:solidfill a:srgbclr a:schemeclr r t rpr rfont sz color family charset scheme ' +
    'text:span text:s text:bookmark'
  ).split(' '),
)

export function markupText(markup: string, xml: boolean): string {
  const pieces: string[] = []
  const edge = (name: string) => {
    if (!inline.has(name.toLowerCase())) pieces.push('\n')
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        edge(name)
        // What a screen reader says, or a field holds, is seen too.
        for (const key of ['title', 'alt', 'value', 'content'])
          if (attributes[key]) pieces.push(`\n${attributes[key]}\n`)
      },
      ontext: text => pieces.push(text),
      oncomment: text => pieces.push(`\n${text}\n`),
      onclosetag: edge,
    },
    { xmlMode: xml, decodeEntities: true, recognizeCDATA: true },
  )
  parser.end(markup)
  return pieces.join('')
}

export const looksLikeMarkup = (text: string): 'xml' | 'html' | undefined => {
  const head = text.slice(0, 2048).trimStart()
  if (/^<\?xml|^<svg[\s>]/i.test(head)) return 'xml'
  return /^<(?:!doctype|html|head|body|meta|div|p|table|span|!--)[\s>!-]/i.test(head) ? 'html' : undefined
}
