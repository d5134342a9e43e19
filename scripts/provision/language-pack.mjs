// Makes a private VS Code profile speak another language as far as extensions are concerned: the official language pack
// comes from a marketplace, which is not asked here, so this one translates nothing of VS Code's own words, but with it
// `vscode.env.language`, package.nls.*.json and the l10n bundles are those of the language.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function writeLanguagePack(userDataDir, locale) {
  const folder = join(userDataDir, 'ligao-language-pack')
  const file = join(folder, `${locale}.i18n.json`)
  const translations = JSON.stringify({ version: '1.0.0', contents: {} })
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, translations)
  const pack = {
    hash: createHash('sha256').update(translations).digest('hex').slice(0, 32),
    extensions: [{ extensionIdentifier: { id: 'ligao.language-pack' }, version: '1.0.0' }],
    translations: { vscode: file },
    label: locale,
  }
  writeFileSync(join(userDataDir, 'languagepacks.json'), JSON.stringify({ [locale]: pack }))
}
