// Pages are made of `html` templates: every value in them is escaped unless it is `Html` itself, so that nothing that was handed in
// can become markup by being forgotten.

export class Html {
  constructor(readonly text: string) {}
}

export type Value = string | number | Html | undefined | null | false | readonly Value[]

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => signs[sign]!)

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, i) => part + (i < values.length ? textOf(values[i]) : '')).join(''))
}

function textOf(value: Value): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(textOf).join('')
  return escaped(String(value))
}
