// Shows what of the knowledge fires in a sentence, for whoever adds a line.

import type { Area } from './read'

/** One line for each entry that is found: its name, the words it is found in, and why it exists. */
export function tryText(areas: readonly Area[], text: string): string {
  const lines: string[] = []
  for (const { name, title, entries } of areas) {
    const found = entries.flatMap(({ id, source, why }) => {
      const words = new Set([...text.matchAll(new RegExp(source, 'g'))].map(([word]) => word).filter(Boolean))
      return words.size
        ? [`  ${id.slice(name.length + 1).padEnd(24)} “${[...words].join('”“')}”  ${why}`]
        : []
    })
    if (found.length) lines.push(`${name}（${title}）`, ...found)
  }
  return lines.length ? lines.join('\n') : '没有条目对上这句话。'
}
