// word/fontTable.xml by hand: it alone can tell Word which font stands in for one that is not installed, and offices
// differ exactly there. Nothing is embedded.
import { faces, westernFace } from './measures'

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export function fontTable(): string {
  const chinese = Object.values(faces).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${attribute(name)}"><w:altName w:val="${attribute(instead.join(','))}"/>` +
      `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  const western = `<w:font w:name="${westernFace}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${chinese.join('')}${western}</w:fonts>`
  )
}
