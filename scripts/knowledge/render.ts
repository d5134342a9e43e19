// The generated modules of the core: one for each area of server/knowledge, one export for each entry.

import type { Area, Entry } from './read'

/** degree-adverb → degreeAdverb, the name that the code imports. */
export const exportName = ({ id }: Entry): string =>
  id.slice(id.indexOf('.') + 1).replace(/-([a-z0-9])/g, (_, char: string) => char.toUpperCase())

export const generatedName = ({ name }: Area): string => `${name}.generated.ts`

export function renderArea(area: Area): string {
  const exports = area.entries.map(entry => {
    const { id, source, plain, with: attributes, begins } = entry
    const why = area.shown ? entry.why : undefined
    const cue = JSON.stringify({ id, source, plain, with: attributes, begins, why })
    return `/** ${entry.why.replaceAll('*/', '*\u200b/')} */\nexport const ${exportName(entry)}: Cue = ${cue}\n`
  })
  return `// GENERATED from server/knowledge/${area.name}.yaml. Do not edit: change the YAML and run \`npm run generate\`.
// ${area.title}

import type { Cue } from './cue'

${exports.join('\n')}
/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
${area.entries.map(entry => `  ${exportName(entry)},`).join('\n')}
]
`
}
