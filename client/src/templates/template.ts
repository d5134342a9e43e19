// Report templates: Markdown with `{{asked}}` values and VS Code tab stops. No VS Code in here, so it is tested alone.

import { locateHead, readableHead } from '../../../server/src/core/document/head'
import { yamlText } from '../submission/text/yamlText'

/** Values that are asked for or remembered, by the name between the braces: 标题, 单位, 今天 … */
export type TemplateValues = Readonly<Record<string, string>>

/** What nobody knows yet: shown to the writer as a gap, and told by the rule `unfilled-placeholder`. */
const gap = (name: string) => `【填：${name}】`
/** Left empty when unknown: they come last in the life of a draft, and an empty value is no false one. */
const mayBeEmpty: ReadonlySet<string> = new Set(['审核人', '签发人', '联系电话', '报送对象', '等级'])

/**
 * A snippet with every `{{name}}` filled in, in the head so that YAML reads it back. What is unknown becomes a tab stop
 * behind those of the template.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  let last = highestTabStop(template)
  const stops = new Map<string, number>()
  const head = locateHead(template)
  return template.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string, at: number) => {
    const value = values[name]?.trim()
    if (value) {
      // `接报时间: {{今天}} 9:00` is put together from parts; what stands alone behind its key is a value.
      const isValue =
        head !== undefined &&
        at < head.inner.end &&
        /: *$/.test(template.slice(Math.max(0, at - 40), at)) &&
        /^ *(?:\r?\n|$)/.test(template.slice(at + whole.length, at + whole.length + 20))
      return escapeSnippet(isValue ? yamlText(value) : value)
    }
    if (mayBeEmpty.has(name)) return ''
    // The same unknown in two places is one tab stop: typed once, it stands in both.
    if (!stops.has(name)) stops.set(name, ++last)
    return `\${${stops.get(name)}:${gap(name)}}`
  })
}

/** In a snippet `$`, `}` and `\` mean something; in a title they do not. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&')
}

/** `${1/…/…/}`: what was typed at stop 1 once more, in another form (7:40 in the head, 7时40分 in the text). */
const mirror =
  /\$\{(\d{1,4})\/(?:\\.|[^/\\]){1,200}\/(?:\\.|\$\{\d{1,4}:[^{}]{0,80}\}|\$(?!\{\d{1,4}:)|[^/\\$]){0,200}\/\w{0,8}\}/g

/** The text of each tab stop. */
const defaultsOf = (snippet: string): ReadonlyMap<string, string> =>
  new Map([...snippet.matchAll(/\$\{(\d+):(【[^【】}]*】)\}/g)].map(hit => [hit[1]!, hit[2]!]))

/** The snippet as plain text, for clients and files that know no tab stops. */
export function plainText(snippet: string): string {
  const defaults = defaultsOf(snippet)
  return snippet
    .replace(mirror, (_, stop: string) => defaults.get(stop) ?? '')
    .replace(
      /\\([$}\\])|\$\{\d+:((?:\\.|[^}\\$]|\$(?!\{\d))*)\}|\$\d+/g,
      (_, escaped: string | undefined, inner: string | undefined) => escaped ?? plainEscapes(inner ?? ''),
    )
}

function plainEscapes(text: string): string {
  return text.replace(/\\(.)/g, '$1')
}

function highestTabStop(template: string): number {
  return Math.max(0, ...[...template.matchAll(/\$\{?(\d+)/g)].map(hit => Number(hit[1])))
}

export interface TemplateSection {
  readonly title: string
  /** Heading and text, up to the next heading of the same level. */
  readonly text: string
}

/** The parts that can be inserted one by one: each `##` section. */
export function sectionsOf(template: string): TemplateSection[] {
  const body = withoutHead(template)
  const starts = [...body.matchAll(/^## .*$/gm)].map(hit => hit.index)
  return starts.map((start, i) => {
    const text = body.slice(start, starts[i + 1] ?? body.length).trim()
    return {
      title: text.split('\n')[0]!.replace(/^## (?:[一二三四五六七八九十]+、)?/, ''),
      text: renumbered(text),
    }
  })
}

/** The template without its front matter and title, for a draft that has its own. */
export function bodyOf(template: string): string {
  const body = withoutHead(template).replace(/^\s*# .*\n+/, '')
  const stays = defaultsOf(body)
  const defaults = defaultsOf(template)
  // What the head would have asked is asked where it is used.
  return body.replace(mirror, (whole, stop: string) =>
    stays.has(stop) ? whole : `\${${stop}:${defaults.get(stop) ?? gap('时分')}}`,
  )
}

function withoutHead(template: string): string {
  return template.replace(/^---\n[\s\S]*?\n---\n/, '')
}

/** Tab stops of a part start at 1 again. */
function renumbered(text: string): string {
  const order = new Map<string, number>()
  return text.replace(/\$\{(\d+)/g, (_, number: string) => {
    if (!order.has(number)) order.set(number, order.size + 1)
    return `\${${order.get(number)}`
  })
}

/** A heading's number in the draft: `## 三、` for the third section. */
const ordinals = '零一二三四五六七八九十'
export function withOrdinal(sectionText: string, ordinal: number): string {
  return sectionText.replace(/^## (?:[一二三四五六七八九十]+、)?/, `## ${ordinals[ordinal] ?? ordinal}、`)
}

/**
 * A file name from a pattern such as `稿件/{日期} {标题}（{类型}）.md`. Characters that some file system forbids become `-`; no
 * step leads out of the folder; names stay under 120 characters.
 */
export function filePath(pattern: string, values: TemplateValues): string {
  const safe = (text: string) =>
    text
      .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
      .replace(/^\.+/, '')
      .trim()
      .slice(0, 60)
  const filled = pattern.replace(/\{([^{}]+)\}/g, (_, name: string) => safe(values[name] ?? '') || safe(name))
  const steps = filled.split(/[\\/]+/).filter(step => step !== '' && step !== '.' && step !== '..')
  const name = steps.pop() ?? 'draft.md'
  return [...steps, /\.(?:md|markdown)$/i.test(name) ? name : `${name}.md`].join('/')
}

function unquoted(value: string): string {
  const inside = value.slice(1, -1)
  if (value.length > 1 && value.startsWith("'") && value.endsWith("'")) return inside.replaceAll("''", "'")
  return value.length > 1 && value.startsWith('"') && value.endsWith('"')
    ? inside.replace(/\\(["\\])/g, '$1')
    : value
}

/** Front matter values of an earlier report that a follow-up takes over. */
export function headValues(text: string): TemplateValues {
  const place = locateHead(text)
  if (!place || place.missing) return {}
  const { source } = readableHead(text.slice(place.inner.start, place.inner.end))
  const values: Record<string, string> = {}
  for (const line of source.split(/\r?\n/)) {
    const entry = /^([^\s:：#-][^:：]*)[:：](.*)/.exec(line)
    if (!entry) continue
    const [, key = '', written = ''] = entry
    const value = written.trim()
    if (value) values[key.trimEnd()] = unquoted(value)
  }
  return values
}
