// One value of a head, written so that YAML reads back the very same text.

/** A value as YAML reads it back: plain where that is safe, quoted where a colon, a hash or a bracket would change it. */
export function yamlText(value: string): string {
  const text = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  const plain =
    /^[\p{L}\p{N}【《“]/u.test(text) &&
    !/[#:,[\]{}&*!|>'"%@`\\]/.test(text.replace(/(?<=\d):(?=\d)/g, '')) &&
    !/^(?:true|false|null|yes|no|on|off|inf|nan)$/i.test(text)
  return plain ? text : JSON.stringify(text)
}
