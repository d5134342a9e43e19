// Units and people that already stand in front matters: of the open documents at once, of the workspace's files read once
// and kept for a while.

import type { Instant } from '../../core'
import { type FrontMatterEntry, type FrontMatterKey, readFrontMatter } from '../../core'
import type { Services } from '../services'

export type NameKind = 'unit' | 'person' | 'recipient'

const keysOf: Readonly<Record<NameKind, readonly FrontMatterKey[]>> = {
  unit: ['单位'],
  person: ['拟稿人', '审核人', '签发人'],
  recipient: ['报送对象'],
}

export type Names = Readonly<Record<NameKind, ReadonlySet<string>>>

const mostFiles = 200
const keptFor = 10 * 60_000
const longestHead = 16 * 1024

export interface NameIndex {
  /** Names of a kind, those of the document first. */
  of(kind: NameKind): Promise<readonly string[]>
}

export function createNames({ documents, runtime, folders, log }: Services): NameIndex {
  let scanned: { at: Instant; names: Promise<Names> } | undefined
  const scan = async (): Promise<Names> => {
    const names = empty()
    for (const folder of folders()) {
      const files = await runtime.files.list(folder, ['.md', '.markdown'], mostFiles)
      const texts = await Promise.all(files.map(uri => runtime.files.read(uri)))
      for (const text of texts) if (text) collect(text.slice(0, longestHead), names)
    }
    return names
  }
  const workspace = (): Promise<Names> => {
    const now = runtime.clock.now()
    if (!scanned || now - scanned.at > keptFor || now < scanned.at)
      scanned = {
        at: now,
        names: scan().catch(error => {
          log('names', error)
          return empty()
        }),
      }
    return scanned.names
  }
  return {
    async of(kind) {
      const names = empty()
      for (const document of documents.all())
        if (document.role === 'draft') collect(document.text.slice(0, longestHead), names)
      return [...new Set([...names[kind], ...(await workspace())[kind]])]
    },
  }
}

const empty = () => ({ unit: new Set<string>(), person: new Set<string>(), recipient: new Set<string>() })

function collect(text: string, into: ReturnType<typeof empty>) {
  const head = readFrontMatter(text)
  if (!head) return
  for (const kind of Object.keys(keysOf) as NameKind[])
    for (const key of keysOf[kind]) for (const name of namesIn(head.entries.get(key))) into[kind].add(name)
}

function namesIn(entry: FrontMatterEntry | undefined): string[] {
  const names = entry?.people
    ? entry.people.people.map(({ name }) => name)
    : (entry?.list.map(value =>
        value
          .replace(/^['"]|['"]$/g, '')
          .replace(/[:：（(].*$/, '')
          .trim(),
      ) ?? [])
  return names.filter(name => name.length >= 2 && name.length <= 30)
}
