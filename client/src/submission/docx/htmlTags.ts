// HTML tags within a line of Markdown: which of them are markup, and what they do to the text between them.
import { htmlImages } from '../text/references'
import type { Marks, Run } from './model'

export interface HtmlTag {
  kind: 'tag'
  /** In lower case. */
  name: string
  closes: boolean
  /** As written, with its angle brackets. */
  written: string
}

/** Elements that only change how their text looks. */
export const markOf: Readonly<Record<string, Marks>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  sup: { script: 'super' },
  sub: { script: 'sub' },
}

/** Elements whose edges end a line. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
)

const otherElements: ReadonlySet<string> = new Set(
  (
    'abbr acronym audio base bdi bdo big button canvas caption cite code col colgroup data datalist dfn embed font iframe ' +
    'img input kbd label link map mark meta meter noscript object optgroup option output param picture progress rp rt ruby ' +
    'samp select small source span td textarea th time title tt var video wbr'
  ).split(' '),
)

// Word refuses the whole file for one of these.
export const printable = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

export function tagOf(written: string): HtmlTag {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(written) ?? []
  return { kind: 'tag', name: name.toLowerCase(), closes: slash === '/', written }
}

/** Tags that stand alone by nature, or that may be left unclosed and are no text all the same. */
const standsAlone = (name: string): boolean => blockElements.has(name) || otherElements.has(name)

/**
 * Runs without tags: what stands between a pair of them gets its marks. A tag that no other belongs to, and that HTML does not
 * know or closes (`<A>类`), is text.
 */
export function settleTags(runs: readonly (Run | HtmlTag)[]): Run[] {
  if (!runs.some(run => run.kind === 'tag')) return runs as Run[]
  const paired = pairs(runs)
  const depth = new Map<string, number>()
  const settled: Run[] = []
  let marks: Marks = {}
  for (const [index, run] of runs.entries()) {
    if (run.kind !== 'tag') {
      settled.push(run.kind === 'text' ? { ...run, ...marks } : run)
      continue
    }
    const { name, closes, written } = run
    if (name === 'br' || blockElements.has(name)) settled.push({ kind: 'break', hard: true })
    else if (name === 'img')
      for (const { target, alt } of htmlImages(written)) settled.push({ kind: 'image', target, alt })
    else if (name === 'td' || name === 'th') {
      if (closes) settled.push({ kind: 'text', text: '\u3000' })
    } else if (markOf[name] && paired.has(index)) {
      depth.set(name, (depth.get(name) ?? 0) + (closes ? -1 : 1))
      marks = marksAt(depth)
    } else if (!standsAlone(name) && !(name === 'a' && paired.has(index)))
      settled.push({ kind: 'text', text: printable(written), ...marks })
  }
  return settled
}

/** Places of the tags that open and close each other. */
function pairs(runs: readonly (Run | HtmlTag)[]): ReadonlySet<number> {
  const open = new Map<string, number[]>()
  const paired = new Set<number>()
  for (const [index, run] of runs.entries()) {
    if (run.kind !== 'tag') continue
    const places = open.get(run.name) ?? []
    open.set(run.name, places)
    const start = run.closes ? places.pop() : undefined
    if (start !== undefined) paired.add(start).add(index)
    if (!run.closes) places.push(index)
  }
  return paired
}

export const marksAt = (depth: ReadonlyMap<string, number>): Marks =>
  Object.assign({}, ...[...depth].filter(([, count]) => count > 0).map(([name]) => markOf[name] ?? {}))
