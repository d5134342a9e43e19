// Automatic numbers of Word as they are printed: 一、 （一） 1. ① … The text of a paragraph does not hold them.
import { Parser } from 'htmlparser2'

interface Level {
  start: number
  format: string
  /** `%1、`: the number of the first level and a mark. */
  text: string
}

export interface Numbering {
  /** The next label of a list at a level, from 0; empty where it has none. */
  label(list: string, level: number): string
}

const digits = '零一二三四五六七八九'

function chinese(value: number): string {
  if (value >= 100) return String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return digits[ones]!
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let [rest, text] = [Math.min(value, 89), '']
  for (const [amount, letters] of steps) for (; rest >= amount; rest -= amount) text += letters
  return text
}

const letter = (value: number): string => String.fromCharCode(65 + ((value - 1) % 26))

export function numberAs(format: string, value: number): string {
  if (/^(?:chinese|japaneseCounting|ideographTraditional|taiwaneseCounting|koreanCounting)/i.test(format))
    return chinese(value)
  if (/^decimalEnclosedCircle/.test(format) && value >= 1 && value <= 20)
    return String.fromCharCode(0x245f + value)
  if (format === 'upperLetter') return letter(value)
  if (format === 'lowerLetter') return letter(value).toLowerCase()
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  return format === 'decimalZero' && value < 10 ? `0${value}` : String(value)
}

/** `xml` is word/numbering.xml; empty for a document without lists. */
export function readNumbering(xml: string): Numbering {
  const shapes = new Map<string, Map<number, Level>>()
  const lists = new Map<string, { shape: string; starts: Map<number, number> }>()
  let shape: Map<number, Level> | undefined
  let list: { shape: string; starts: Map<number, number> } | undefined
  let level = 0
  let open: Level | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? ''
        if (name === 'w:abstractNum') {
          shape = new Map()
          shapes.set(attributes['w:abstractNumId'] ?? '', shape)
        } else if (name === 'w:num') {
          list = { shape: '', starts: new Map() }
          lists.set(attributes['w:numId'] ?? '', list)
        } else if (name === 'w:abstractNumId' && list) list.shape = value
        else if (name === 'w:lvlOverride') level = Number(attributes['w:ilvl'])
        else if (name === 'w:startOverride' && list) list.starts.set(level, Number(value))
        else if (name === 'w:lvl' && shape && !list) {
          open = { start: 1, format: 'decimal', text: '' }
          shape.set(Number(attributes['w:ilvl']), open)
        } else if (open && name === 'w:start') open.start = Number(value) || 0
        else if (open && name === 'w:numFmt') open.format = value
        else if (open && name === 'w:lvlText') open.text = value
      },
      onclosetag(name) {
        if (name === 'w:lvl') open = undefined
        if (name === 'w:abstractNum') shape = undefined
        if (name === 'w:num') list = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  const counted = new Map<string, (number | undefined)[]>()
  return {
    label(id, at) {
      const own = lists.get(id)
      const levels = own && shapes.get(own.shape)
      const here = levels?.get(at)
      if (!own || !levels || !here || here.format === 'none') return ''
      if (here.format === 'bullet') return '·'
      const key = own.starts.size > 0 ? id : `shape ${own.shape}`
      const counts = counted.get(key) ?? []
      counted.set(key, counts)
      const start = own.starts.get(at) ?? here.start
      counts[at] = counts[at] === undefined ? start : counts[at]! + 1
      counts.length = at + 1
      return here.text.replace(/%([1-9])/g, (_, digit: string) => {
        const other = Number(digit) - 1
        return numberAs(
          levels.get(other)?.format ?? 'decimal',
          counts[other] ?? levels.get(other)?.start ?? 1,
        )
      })
    },
  }
}
