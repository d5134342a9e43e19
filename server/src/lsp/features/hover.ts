// Hover: the card of a finding, what a key of the front matter means, what a setting does and where its value comes from.

import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node'
import {
  type FrontMatterKey,
  keyAtOffset,
  type Language,
  parseConfigFile,
  type Rule,
  rules,
  type SettingKey,
  type Span,
  say,
  settingDeclarations,
} from '../../core'
import { findingCard } from '../cards'
import { keyMeanings } from '../data/frontMatter'
import type { OpenDocument } from '../documents'
import { offsetAt, rangeOf } from '../lines'
import { checkedReport, type Feature, guarded, type Services } from '../services'
import { codeSpan, escapeMarkdown, shortened } from '../words'

/** More cards than this on one place nobody reads. */
const mostCards = 3

export const hover: Feature = services => {
  services.connection.onHover(guarded(services, 'hover', null, params => hoverAt(services, params)))
  return { capabilities: { hoverProvider: true } }
}

async function hoverAt(services: Services, params: HoverParams): Promise<Hover | null> {
  const document = services.documents.get(params.textDocument.uri)
  if (!document) return null
  const offset = offsetAt(document.lines, params.position)
  if (document.role === 'config') return settingHover(services, document, offset)
  const checked = await checkedReport(services, document.uri)
  if (!checked) return null
  const { check, language } = checked
  const found = check.report.findings.filter(each => covers(each, offset)).slice(0, mostCards)
  const meaning = keyHover(document, offset, language)
  const byId = new Map<string, Rule>((services.runtime.rules ?? rules).map(rule => [rule.id, rule]))
  const cards = found.map(each =>
    findingCard(
      each,
      byId.get(each.rule),
      language,
      services.linkOf(each.rule),
      services.client.options.messageOverHover === true,
    ),
  )
  const narrowest = [...found].sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  const span = narrowest ?? meaning?.span
  if (!span) return null
  return shown(services, document, [...cards, ...(meaning ? [meaning.text] : [])].join('\n\n---\n\n'), span)
}

const covers = ({ start, end }: Span, offset: number) => start <= offset && offset <= Math.max(end, start)

function shown(services: Services, document: OpenDocument, text: string, span: Span): Hover {
  const range = rangeOf(document.lines, span)
  return services.client.markdownHover
    ? { contents: { kind: MarkupKind.Markdown, value: text }, range }
    : { contents: { kind: MarkupKind.PlainText, value: withoutMarkup(text) }, range }
}

function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/(?<!\\)(?:\*\*|`)/g, '')
    .replace(/\\([\\`*_{}[\]<>#|~])/g, '$1')
}

function keyHover(
  { draft }: OpenDocument,
  offset: number,
  language: Language,
): { text: string; span: Span } | undefined {
  for (const [key, entry] of draft.frontMatter?.entries ?? []) {
    if (!covers(entry.key, offset)) continue
    const { meaning, example } = keyMeanings[key as FrontMatterKey]
    const lead = language === 'zh' ? '例：' : 'Example: '
    return { text: `**${key}**\n\n${say(meaning, language)}\n\n${lead}\`${example}\``, span: entry.key }
  }
  return undefined
}

async function settingHover(
  services: Services,
  document: OpenDocument,
  offset: number,
): Promise<Hover | null> {
  const file = parseConfigFile(document.text)
  const path = keyAtOffset(file, offset)
  const place = path === undefined ? undefined : file.places.get(path)
  if (path === undefined || !place) return null
  const [key = '', rule] = path.split('.')
  if (!Object.hasOwn(settingDeclarations, key)) return null
  const settings = await services.settings.of(document.uri)
  const language = services.languageOf(settings)
  const { description, schema } = settingDeclarations[key as SettingKey]
  const named = key === 'rules' ? (services.runtime.rules ?? rules).find(each => each.id === rule) : undefined
  const value = named ? (settings.settings.rules[named.id] ?? {}) : settings.settings[key as SettingKey]
  const origin = settings.origins[named ? `rules.${named.id}` : key] ?? settings.origins[key] ?? 'default'
  const words = language === 'zh' ? zh : en
  const lines = [
    named ? `**rules.${named.id}** ${escapeMarkdown(say(named.title, language))}` : `**${key}**`,
    say(description, language),
    `${words.now}${codeSpan(shortened(JSON.stringify(value), 200))}  \n${words.from}${layerName(origin, document.uri, words)}`,
  ]
  const { enum: choices } = schema as { enum?: readonly string[] }
  if (choices) lines.push(`${words.choices}${choices.map(each => `\`${each}\``).join(' ')}`)
  return shown(services, document, lines.join('\n\n'), { start: place.key.start, end: place.key.end })
}

const zh = {
  now: '现在的值：',
  from: '来自：',
  choices: '可选：',
  default: '默认值',
  editor: 'VS Code 设置',
  here: '本文件（已保存的内容）',
}
const en: typeof zh = {
  now: 'Current value: ',
  from: 'From: ',
  choices: 'One of: ',
  default: 'the default',
  editor: 'the settings of VS Code',
  here: 'this file, as saved',
}

/** The address as people write it, where it can be. */
function readable(uri: string): string {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}

function layerName(origin: string, uri: string, words: typeof zh): string {
  if (origin === 'default') return words.default
  if (origin === 'editor') return words.editor
  return origin === uri ? words.here : codeSpan(readable(origin))
}
