// One file has one name here, however a client or Node writes its address.

import { URI } from 'vscode-uri'

/** Addresses seen lately: the same few come with every key. */
const seen = new Map<string, string>()
const mostSeen = 4096

/**
 * The address of a file in the one form that VS Code writes: percent-encoded in capitals, `( ) ' + @ &` and the colon behind
 * a drive letter encoded, the drive letter small. Node, Neovim and others write the same file differently; maps of files
 * are keyed by this. An address that is none stays as it is.
 */
export function fileKey(uri: string): string {
  const known = seen.get(uri)
  if (known !== undefined) return known
  const key = canonical(uri)
  if (seen.size >= mostSeen) seen.clear()
  seen.set(uri, key)
  return key
}

/** The same for a path of this machine. */
export const uriOfPath = (path: string): string => URI.file(path).toString()

/** Whether a file lies in one of these folders. */
export function isBelow(uri: string, folders: readonly string[]): boolean {
  const key = fileKey(uri)
  return folders.some(folder => key.startsWith(`${fileKey(folder).replace(/\/$/, '')}/`))
}

function canonical(uri: string): string {
  if (!/^[a-z][a-z\d+.-]*:/i.test(uri)) return uri
  try {
    return URI.parse(uri).toString()
  } catch {
    return uri
  }
}

export function withoutEndSlashes(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '/') end--
  return text.slice(0, end)
}
