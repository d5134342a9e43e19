// The file behind an address that is written in a draft.

/** Only files beside the draft: what a web address is, the editor sees by itself. */
export function resolveAddress(uri: string, address: string): string | undefined {
  if (!uri.startsWith('file:') || address === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(address))
    return undefined
  try {
    return new URL(encodeURI(decodeURI(address.replace(/^<|>$/g, '').replace(/\\/g, '/'))), uri).href
  } catch {
    return undefined
  }
}
