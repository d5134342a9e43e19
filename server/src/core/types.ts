// The vocabulary every part of the core shares: places, severities, bilingual text, findings.

/** A half-open range of UTF-16 code units: `start` is in, `end` is out. What it counts from is said where it is used. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One text for the writer in both languages: Chinese first. `{name}` marks a value that is filled in. */
export type Bilingual = readonly [zh: string, en: string]

export type Language = 'zh' | 'en'

/** From "must not leave the house" to "think about it"; the same four steps as LSP. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/** The complaint of the field that a rule cures (ARCHITECTURE.md, glossary). */
export type Family = 'generic' | 'data' | 'analysis' | 'deadline' | 'form'

/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** Replace `start`..`end` by `text`. */
export interface Edit extends Span {
  readonly text: string
}

export interface Fix {
  /** What the light bulb says. */
  readonly title: Bilingual
  readonly edits: readonly Edit[]
  /** The texts hold snippet tab stops (`${1:…}`): the writer has to fill something in. */
  readonly snippet?: boolean
  /** Safe fixes keep meaning and Markdown structure, so "fix all" may apply them unasked. */
  readonly safe?: boolean
}

/** One line for all that a rule found: `{count}` places, the first of them as `{excerpts}`. */
export interface Gathered {
  /** Of the line, once the draft has a body; before that it is a hint. */
  readonly severity: Severity
  readonly stopsHandIn?: true
  readonly what: Bilingual
  readonly why: Bilingual
  readonly doNext: Bilingual
}

/** What a rule tells the writer, ready to show. Spans and edits count from the start of the document. */
export interface Finding extends Span {
  readonly rule: string
  /** The other rules that speak in this finding; their sentences and fixes are part of it. */
  readonly also?: string | readonly string[]
  /** What each rule says at its own place, where there is more than one. */
  readonly reasons?: readonly Finding[]
  /** It is about the draft as a whole; the place is only where it is shown. */
  readonly wholeDraft?: true
  /** How it is told together with all else that its rule found. */
  readonly gathered?: Gathered
  /** The draft cannot be handed in while it stands, whatever its severity. */
  readonly stopsHandIn?: true
  readonly family: Family
  readonly severity: Severity
  /** What is wrong. */
  readonly what: Bilingual
  /** Why it matters. */
  readonly why: Bilingual
  /** What to do about it. */
  readonly doNext: Bilingual
  readonly fixes: readonly Fix[]
  /** Other places that belong to the finding, such as the parts of a sum. */
  readonly related?: readonly (Span & { readonly note: Bilingual })[]
}

/** A finding as it is shown: one for a sentence, whatever its reasons. */
export interface ShownFinding extends Finding {
  /** Unique in its report: the rule, with `#2`, `#3` … where the rule leads several findings. */
  readonly id: string
  readonly reasons: readonly Finding[]
}

/** Something the writer must know about the check itself: what was left out, which rule failed. */
export interface Note {
  readonly code: 'truncated' | 'too-many-findings' | 'rule-failed' | 'garbled'
  readonly text: Bilingual
}

/** Templates taken apart once: text, name, text, name, … text. */
const parts = new Map<string, readonly string[]>()

/** Fills `{name}` in both languages. Unknown names stay as they are, so that a slip is visible and tests catch it. */
export function fill(text: Bilingual, values: Readonly<Record<string, string | number>> = {}): Bilingual {
  const put = (template: string) => {
    let pieces = parts.get(template)
    if (!pieces) {
      pieces = template.split(/\{(\w+)\}/)
      parts.set(template, pieces)
    }
    if (pieces.length === 1) return template
    let filled = pieces[0]!
    for (let i = 1; i < pieces.length; i += 2)
      filled += `${values[pieces[i]!] ?? `{${pieces[i]}}`}${pieces[i + 1]}`
    return filled
  }
  return [put(text[0]), put(text[1])]
}

/** The text in the language asked for. */
export function say(text: Bilingual, language: Language): string {
  return text[language === 'zh' ? 0 : 1]
}
