// What people get is the .vsix: installed, it does what the working tree does.
import assert from 'node:assert/strict'
import { extensions, Uri, workspace } from 'vscode'
import { EXTENSION_ID } from '../../support/vscode'
import '../smoke.test'

describe('packed', () => {
  it('is the installed package, not the working tree', () => {
    const extension = extensions.getExtension(EXTENSION_ID)
    assert.match(extension?.extensionPath ?? '', /[\\/]extensions[\\/]ligao\.ligao-/)
  })

  it('brings all that its manifest names', async () => {
    const root = extensions.getExtension(EXTENSION_ID)!.extensionUri
    const manifest = await workspace.fs.readFile(Uri.joinPath(root, 'package.json'))
    const named = pathsIn(JSON.parse(Buffer.from(manifest).toString('utf8')))
    assert.ok(named.includes('./dist/extension.js'))
    for (const path of named) await workspace.fs.stat(Uri.joinPath(root, path))
  })
})

/** Every string of the manifest that is a path of a file in the package. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(\.\/)?[\w-]+(\/[\w.-]+)*\/[\w.-]+\.\w+$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : []
}
