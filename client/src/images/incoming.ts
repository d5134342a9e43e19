// Which pictures a paste or a drop brings: as files with their content, or as addresses of files.

import * as vscode from 'vscode'
import { isPicture } from './names'

export interface Incoming {
  readonly name: string
  readonly type: string
  /** Where it lies already, as far as known. */
  readonly uri: vscode.Uri | undefined
  /** Its content, where that came along. */
  readonly file: vscode.DataTransferFile | undefined
}

/** The pictures; empty when there is none or anything else beside them, which is not ours to deal with. */
export async function picturesIn(data: vscode.DataTransfer): Promise<Incoming[]> {
  const files: Incoming[] = []
  for (const [type, item] of data) {
    const file = item.asFile()
    if (!file) continue
    if (!isPicture(file.name, type)) return []
    files.push({ name: file.name, type, uri: file.uri, file })
  }
  if (files.length > 0) return files
  const uris = await urisIn(data)
  const linked = uris.map(uri => ({ name: nameOf(uri), type: '', uri, file: undefined }))
  return linked.every(({ name, uri }) => uri.scheme === 'file' && isPicture(name)) ? linked : []
}

export const hasUris = async (data: vscode.DataTransfer): Promise<boolean> => (await urisIn(data)).length > 0

async function urisIn(data: vscode.DataTransfer): Promise<vscode.Uri[]> {
  const list = (await data.get('text/uri-list')?.asString()) ?? ''
  return list.split(/\r?\n/).flatMap(line => {
    if (line.trim() === '' || line.startsWith('#')) return []
    try {
      return [vscode.Uri.parse(line.trim(), true)]
    } catch {
      return []
    }
  })
}

const nameOf = (uri: vscode.Uri): string => uri.path.replace(/^.*\//, '')
