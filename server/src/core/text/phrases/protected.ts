// Where a phrase is right as it stands: quoted, a title or name, law, negated or only mentioned, a subheading.

import { anyOf, expressionOf } from '../../knowledge/cue'
import * as law from '../../knowledge/law.generated'
import * as stanceWords from '../../knowledge/stance.generated'
import type { ClassId } from '../../lexicon/types'
import type { Span } from '../../types'
import { startOfClause } from './clause'

const longestQuotation = 40
export const quotation = /“([^“”]*)”|「[^」]*」|『[^』]*』|《[^》]*》/g
/** Who speaks stands before the mark: the words are then the speaker's, however long. */
const attribution =
  /(?:指出|强调|要求|表示|认为|写道|提出|规定|明确|介绍|介绍说|坦言|回忆|告诉记者|[说称道问答]|批示|指示)(?:说|道)?[：，,:]?$/

/** The stretches of a sentence in which nothing is reported. `terms` are names of the user's own: campaigns, projects, meetings. */
export function protectedZones(text: string, terms: readonly string[] = []): Span[] {
  const zones: Span[] = []
  for (const hit of text.matchAll(quotation)) {
    const end = hit.index + hit[0].length
    const spoken = hit[1] !== undefined
    if (
      !spoken ||
      hit[1]!.length <= longestQuotation ||
      attribution.test(text.slice(Math.max(0, hit.index - 8), hit.index))
    )
      zones.push({ start: hit.index, end })
  }
  for (const term of terms) {
    if (!term) continue
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      zones.push({ start: at, end: at + term.length })
  }
  return zones
}

export function isInside(span: Span, zones: readonly Span[]): boolean {
  return zones.some(zone => zone.start <= span.start && span.end <= zone.end)
}

export const article = anyOf([law.provision, law.legalForm])

/** A provision, a sentence that cites one or is written like one: its wording is not the writer's. */
export function isLegalText(text: string): boolean {
  return article.test(text)
}

export const normative = /应当|必须依法|不得|国家|县级以上|依法/
const duty = /应当|必须依法|不得/
/** Who acts in laws and in no report: the state as such, governments and bodies by their rank. */
const lawgiver =
  /(?:^|[，；：。])(?:国家(?!级|标准|[^，]{0,4}[局委部])|(?:县级以上|地方|各级|[省市县]级|国务院)[^，；。]{0,16}(?:人民政府|主管部门|部门|机关))/
const normativeClasses: ReadonlySet<ClassId> = new Set(['A', 'C', 'D', 'E', 'F', 'H', 'J', 'M'])
const own = /我|本[镇县乡局区市村]/
/** How far a duty or a lawgiver is looked for. */
const longestRule = 160

/**
 * “经营者应当建立健全……制度” is how rules are written, up to the end of the sentence, unless “我镇应当” makes it the writer's own
 * promise; and so is what the state as such does.
 */
export function isNormative(classId: ClassId, text: string, start: number): boolean {
  if (!normativeClasses.has(classId)) return false
  const before = text.slice(Math.max(0, start - longestRule), start)
  return (duty.test(before) || lawgiver.test(before)) && !own.test(before)
}

export const negation = expressionOf(stanceWords.negated)
export const mention =
  /[”’]?(?:、[^，。；]{0,20})?(?:式的?|一类的?|之类的?|这类|这种|这样的|等)(?:空话|套话|口号|官话|废话|表述|字眼|词|说法)/y

/** The phrase is denied; 无不 and 无一不 deny twice. */
export function isNegated(text: string, { start }: Span): boolean {
  return negation.test(clauseBefore(text, start, 14))
}

/** The phrase is talked about, not used. */
export function isMentioned(text: string, { end }: Span): boolean {
  mention.lastIndex = end
  return mention.test(text)
}

export const basis =
  /^[\s　]*为[^。]{2,120}?[，、](?:根据|依据|依照|按照)《|^[\s　]*为[^。]{2,120}?，(?:经[^，。]{2,20}同意，)?(?:特?制定本|现(?:就|将))/
const purposeWords: ReadonlySet<ClassId> = new Set(['A', 'C', 'D', 'F', 'M'])

/** “为加强……管理，根据《……》，制定本办法” is the prescribed opening of rules and notices. */
export function isStatutoryPurpose(classId: ClassId, text: string, start: number): boolean {
  if (!purposeWords.has(classId)) return false
  const opening = basis.exec(text)
  return opening !== null && start < opening[0].length
}

const silentInHeadings: ReadonlySet<ClassId> = new Set(['A', 'C', 'F', 'M', 'N', 'O', 'P', 'Q'])

/** Subheadings are formulas by custom; what counts is the text under them. */
export function isSilentInHeading(classId: ClassId): boolean {
  return silentInHeadings.has(classId)
}

/** What stands before `start` in the same clause, at most `most` code units of it. */
function clauseBefore(text: string, start: number, most: number): string {
  return text.slice(Math.max(startOfClause(text, start), start - most), start)
}
