// The client's words: Chinese in the source, English in l10n/bundle.l10n.en.json. VS Code itself loads no bundle for an
// English display language, and Ligao speaks Chinese there too unless told otherwise, so the choice is made here.

import { config, t } from '@vscode/l10n'
import english from '../../l10n/bundle.l10n.en.json'

export { t }

/** `language` is the setting `ligao.language`, `display` the display language of VS Code. */
export function chooseLanguage(language: string, display: string): 'zh' | 'en' {
  const chosen =
    language === 'auto' ? (display.startsWith('zh') ? 'zh' : 'en') : language === 'en' ? 'en' : 'zh'
  config({ contents: chosen === 'en' ? english : {} })
  return chosen
}
