// The client's words: Chinese in the source, English in l10n/bundle.l10n.en.json. VS Code itself loads no bundle for an
// English display language, and Ligao speaks Chinese there too unless told otherwise, so the choice is made here.

import { config, t } from '@vscode/l10n'
import english from '../../l10n/bundle.l10n.en.json'

export { t }

let language: 'zh' | 'en' = 'zh'

/** `language` is the setting `ligao.language`, `display` the display language of VS Code. */
export function chooseLanguage(setting: string, display: string): 'zh' | 'en' {
  language = setting === 'auto' ? (display.startsWith('zh') ? 'zh' : 'en') : setting === 'en' ? 'en' : 'zh'
  config({ contents: language === 'en' ? english : {} })
  return language
}

/** For texts that carry both languages with them. */
export const say = (text: { readonly zh: string; readonly en: string }): string => text[language]
