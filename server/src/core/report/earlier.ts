// What is kept of an earlier report to recognise its paragraphs again: hashes, never its text. And which reports of a
// workspace count as earlier ones of a draft: not its own versions, not what it continues, not what it collects.

import { type Draft, openDraft } from '../document/document'
import type { FrontMatter } from '../document/frontMatter'
import { withoutCentral } from '../text/phrases/central'
import { figuresOf, type Shingles, type Sketch, shinglesOf, sketchOf } from '../text/similarity/shingles'
import { classify } from './classify'
import type { KindId } from './kinds'

export interface EarlierParagraph {
  readonly sketch: Sketch
  readonly shingles: Shingles
  readonly figures: readonly string[]
}

/** Who a report is, as far as its relation to another one goes. */
export interface ReportIdentity {
  readonly title: string
  /** As written in its front matter; '' when there is none. */
  readonly date: string
  readonly path: string
  readonly kind: KindId
  /** 事发时间, as written; '' when there is none. */
  readonly event: string
  readonly status: string
}

export interface EarlierReport extends ReportIdentity {
  readonly paragraphs: readonly EarlierParagraph[]
}

/** Shorter paragraphs repeat by nature: 后续情况将及时续报。 */
export const shortestParagraph = 50

/** Of a longer report the rest is left out: nobody copies from page forty alone. */
const mostParagraphs = 60
/** Years of annual reports in one file are no report. */
const longestText = 200_000

export function identityOf(
  frontMatter: FrontMatter | undefined,
  heading: string | undefined,
  path: string,
  kind: KindId,
): ReportIdentity {
  const text = (key: '标题' | '成稿日期' | '事发时间' | '状态') => frontMatter?.entries.get(key)?.text ?? ''
  return {
    title: text('标题') || heading || path.split(/[\\/]/).pop() || path,
    date: text('成稿日期'),
    path,
    kind,
    event: text('事发时间'),
    status: text('状态'),
  }
}

export function fingerprint(draft: Draft, path: string): EarlierReport {
  const { kind } = classify(draft, { path })
  const heading = draft.blocks.find(({ block }) => block.context.type === 'heading')?.block.text
  return {
    ...identityOf(draft.frontMatter, heading, path, kind),
    paragraphs: draft.blocks
      .filter(
        ({ block }) =>
          block.context.type === 'paragraph' &&
          !block.context.quoted &&
          block.text.length >= shortestParagraph,
      )
      .slice(0, mostParagraphs)
      .map(({ block }) => ({ text: withoutCentral(block.text), figures: figuresOf(block.text) }))
      .filter(({ text }) => text.length >= shortestParagraph)
      .map(({ text, figures }) => ({ sketch: sketchOf(text), shingles: shinglesOf(text), figures })),
  }
}

/** For hosts that go through a folder: undefined for what is no report, or holds nothing that could be met again. */
export function fingerprintOf(text: string, path: string): EarlierReport | undefined {
  if (text.length > longestText) return undefined
  const draft = openDraft(text)
  if (!classify(draft, { path }).isReport) return undefined
  const report = fingerprint(draft, path)
  return report.paragraphs.length > 0 ? report : undefined
}

/** Days within which two reports of one title are versions of one another, not this year's and last year's. */
const daysOfVersions = 7
/** What gathers reports of other kinds may repeat them: that is its business. */
const collecting: ReadonlySet<KindId> = new Set(['bulletin', 'summary', 'overview'])

/** Is the other report one that this draft should not repeat? */
export function isEarlier(own: ReportIdentity, other: ReportIdentity): boolean {
  if (other.path === own.path || other.status === '退回') return false
  const [day, otherDay] = [dayOf(own.date), dayOf(other.date)]
  if (day !== undefined && otherDay !== undefined && otherDay > day) return false
  if (collecting.has(own.kind) && other.kind !== own.kind) return false
  if (own.kind === 'emergency' && other.kind === 'emergency' && isSameEvent(own, other)) return false
  if (plainTitle(own.title) !== plainTitle(other.title)) return true
  return day !== undefined && otherDay !== undefined && day - otherDay > daysOfVersions
}

/** 初报、续报、终报 of one event say again what is known. */
function isSameEvent(own: ReportIdentity, other: ReportIdentity): boolean {
  const [event, otherEvent] = [own.event, other.event].map(text => text.replace(/\D+/g, ' ').trim())
  return (event !== '' && event === otherEvent) || plainTitle(own.title) === plainTitle(other.title)
}

/** 关于梨园村山体滑坡的续报（第2次） and 梨园村山体滑坡初报 are one title. */
function plainTitle(title: string): string {
  return title
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/初报|首报|续报|终报|结案报告|情况报告|有关情况|的?报告$|修改稿|定稿|初稿|送审稿|副本/g, '')
    .replace(/第?[一二三四五六七八九十\d]{1,6}(?:次|版|稿)/g, '')
    .replace(/^关于|的$/g, '')
    .replace(/[\s\p{P}]/gu, '')
}

/** Days since 1970, of 2026-07-01, 2026年7月1日 and 2026/7/1 alike. */
function dayOf(date: string): number | undefined {
  const [, year, month, day] = /(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/.exec(date) ?? []
  return year === undefined
    ? undefined
    : Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000)
}
