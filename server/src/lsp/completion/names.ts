// Units and people that stand in the drafts of the workspace: in their heads, and in their text as those who are to do
// something. Of the open documents at once, of the workspace's files read once and kept for a while.

import type { Instant } from '../../core'
import { type FrontMatterEntry, type FrontMatterKey, readFrontMatter } from '../../core'
import { ownerOf } from '../../core/facts/analysis/owners'
import type { OpenDocument } from '../documents'
import { lineEnd } from '../lines'
import type { Services } from '../services'

/** `owner`: who is to do something, in the text as well as units in the head. */
export type NameKind = 'unit' | 'person' | 'recipient' | 'owner'

const keysOf: Readonly<Record<Exclude<NameKind, 'owner'>, readonly FrontMatterKey[]>> = {
  unit: ['单位'],
  person: ['拟稿人', '审核人', '签发人'],
  recipient: ['报送对象'],
}

export type Names = Readonly<Record<NameKind, ReadonlySet<string>>>

const mostFiles = 200
const keptFor = 10 * 60_000
const longestHead = 16 * 1024

export interface NameIndex {
  /** Names of a kind, those of the open documents first. */
  of(kind: NameKind): Promise<readonly string[]>
}

export interface WorkspaceNames {
  /** All names but those on a line that is being written: half a word is no name. */
  beside(document: OpenDocument, line: number): NameIndex
}

export function createNames({ documents, runtime, folders, log, onAnswered }: Services): WorkspaceNames {
  let scanned: { at: Instant; names: Promise<Names> } | undefined
  const scan = async (): Promise<Names> => {
    const names = empty()
    for (const folder of folders()) {
      const files = await runtime.files.list(folder, ['.md', '.markdown'], mostFiles)
      // One after the other: whoever types in between is not kept waiting by two hundred heads.
      for (const uri of files)
        collect(beginning((await runtime.files.read(uri).catch(() => undefined)) ?? ''), names)
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
  // With the first report in sight they are looked for, so that the first list comes as fast as any other.
  onAnswered((_, check) => {
    if (check.report.isReport && !scanned) void workspace()
  })
  return {
    beside: (written, line) => ({
      async of(kind) {
        const names = empty()
        for (const document of documents.all())
          if (document.role === 'draft')
            collect(document === written ? withoutLine(written, line) : beginning(document.text), names)
        return [...new Set([...names[kind], ...(await workspace())[kind]])]
      },
    }),
  }
}

const beginning = (text: string) => text.slice(0, longestHead)

function withoutLine({ text, lines }: OpenDocument, line: number): string {
  return beginning(text.slice(0, lines.starts[line]) + text.slice(lineEnd(lines, line)))
}

const empty = (): Record<NameKind, Set<string>> => ({
  unit: new Set(),
  person: new Set(),
  recipient: new Set(),
  owner: new Set(),
})

function collect(text: string, into: Record<NameKind, Set<string>>) {
  collectOwners(text, into)
  const head = readFrontMatter(text)
  if (!head) return
  for (const kind of Object.keys(keysOf) as (keyof typeof keysOf)[])
    for (const key of keysOf[kind]) for (const name of namesIn(head.entries.get(key))) into[kind].add(name)
  for (const unit of into.unit) into.owner.add(unit)
}

const assigned = /[^。；\n]{0,200}(?:牵头|负责|承办|责任(?:单位|部门))[^。；\n]{0,200}/g
const person =
  /(?:责任人|责任领导|包保领导|联系人|负责人)(?:为|是)?[:：][ \t]*([一-鿿]{2,4}|[一-鿿]某{1,2})(?=[，。；、（(\s|]|$)/gm

/** 由镇水利站牵头, 责任单位：县交通局: read as the rules on measures read them. */
function collectOwners(text: string, { owner, person: people }: Record<NameKind, Set<string>>) {
  for (const [sentence] of text.matchAll(assigned)) {
    const [kind, name] = ownerOf(sentence.slice(0, 200))
    if (kind !== 'named') continue
    for (const each of name.split('、'))
      if (/^[一-鿿]{2,16}$/.test(each) && !/[各每]/.test(each[0]!)) owner.add(each)
  }
  for (const [, name] of text.matchAll(person)) people.add(name!)
}

function namesIn(entry: FrontMatterEntry | undefined): string[] {
  const names = entry?.people
    ? entry.people.people.map(({ name }) => name)
    : (entry?.list.map(value =>
        value
          .replace(/^['"]|['"]$/g, '')
          .replace(/[:：（(][\s\S]*$/, '')
          .trim(),
      ) ?? [])
  return names.filter(name => name.length >= 2 && name.length <= 30 && !/[【】]/.test(name))
}
