// Settings: from their one declaration to the manifest, its texts, and the schema of ligao.config.yaml.

import {
  defaultSettings,
  type Language,
  type SettingKey,
  say,
  settingDeclarations,
} from '../../server/src/core'

const keys = Object.keys(settingDeclarations) as SettingKey[]
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** package.json with `contributes.configuration` replaced. */
export function manifestWithSettings(manifest: string): string {
  const parsed = JSON.parse(manifest)
  parsed.contributes.configuration = {
    title: '%configuration.title%',
    properties: Object.fromEntries(
      keys.map((key, order) => [
        `ligao.${key}`,
        {
          ...settingDeclarations[key].schema,
          default: defaultSettings[key],
          scope: settingDeclarations[key].scope,
          order,
          markdownDescription: `%configuration.${key}%`,
        },
      ]),
    ),
  }
  return json(parsed)
}

/** The texts of one language with every `configuration.*` entry renewed and the others left alone. */
export function settingTexts(texts: string, language: Language): string {
  const others = Object.entries(JSON.parse(texts)).filter(([key]) => !key.startsWith('configuration.'))
  return json({
    ...Object.fromEntries(others),
    'configuration.title': language === 'zh' ? '砺稿' : 'Ligao',
    ...Object.fromEntries(
      keys.map(key => [`configuration.${key}`, say(settingDeclarations[key].description, language)]),
    ),
  })
}

export function configSchema(): string {
  return json({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ligao.config.yaml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      keys.map(key => [
        key,
        {
          ...settingDeclarations[key].schema,
          description: settingDeclarations[key].description.join('\n'),
          default: defaultSettings[key],
        },
      ]),
    ),
  })
}
