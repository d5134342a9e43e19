// The file behind an address that is written in a draft. For the hosts of the core (server and terminal): the core knows no files.

/** Only files beside the draft: what a web address is, the editor sees by itself. */
export function resolveAddress(uri: string, address: string): string | undefined {
  if (!uri.startsWith('file:') || address === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(address))
    return undefined
  const [path = '', query = ''] = address.replace(/^<|>$/g, '').split(/(?=[?#])(.*)/s)
  try {
    const steps = decoded(path.replace(/\\/g, '/')).split('/')
    return new URL(steps.map(encodeURIComponent).join('/') + query, uri).href
  } catch {
    return undefined
  }
}

/** 完成100%.png is written as it is by people, and as 完成100%25.png by programs. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
