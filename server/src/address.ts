// The file behind an address that is written in a draft. For the hosts of the core (server and terminal): the core knows no files.
//
// A draft may come from anyone, and its pictures are looked at as soon as it is opened. So an address may name a file of this
// machine and nothing else: on Windows, to look at \\host\share is to send the user's name and password hash to that host,
// and to open COM1 is to touch a device.

/** Only files beside the draft: what a web address is, the editor sees by itself. Undefined for hosts and devices. */
export function resolveAddress(uri: string, address: string): string | undefined {
  const [whole, ...others] = addressesOf(uri, address)
  // 1#机组.png is a name, 附件.md#第二部分 is a place in a file: the ending tells.
  const [path = ''] = bare(address).split(/[?#]/, 1)
  return /\.[a-z\d]{1,8}$/i.test(path) ? (others[0] ?? whole) : whole
}

/**
 * Every file that an address may mean, the likeliest first: `#` and `?` may be letters of a name (1#机组.png), as hand-in and
 * export read them, or begin an anchor. At most two; none for what is no file of this machine.
 */
export function addressesOf(uri: string, address: string): string[] {
  if (!uri.startsWith('file:') || address === '' || /^[a-z][a-z\d+.-]*:|^#/i.test(address)) return []
  const name = bare(address)
  const at = name.search(/[?#]/)
  const whole = fileBeside(uri, name, '')
  const cut = at > 0 ? fileBeside(uri, name.slice(0, at), name.slice(at)) : undefined
  return [whole, cut].filter(each => each !== undefined)
}

const bare = (address: string): string => address.replace(/^<|>$/g, '')

function fileBeside(uri: string, name: string, anchor: string): string | undefined {
  const path = decoded(name).replace(/\\/g, '/')
  if (isForeign(path)) return undefined
  try {
    const found = new URL(path.split('/').map(encodeURIComponent).join('/') + anchor, uri)
    // What the draft's own share holds is beside it; another host never is.
    if (found.protocol !== 'file:' || found.host !== new URL(uri).host) return undefined
    return leavesForSystem(found.pathname, uri) ? undefined : found.href
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

/** Windows opens a device for these in any folder, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])[ ]*(?:[.:]|$)/i

/**
 * Whether a path, decoded and with forward slashes, names a host (`//host/share`), a device (`//./COM1`, `//?/`, `CON`) or another
 * drive (`/D:/`), all as Windows would read it. Judged alike on every system: a draft travels.
 */
export function isForeign(path: string): boolean {
  return /^\/\/|^\/?[a-z]:|\0/i.test(path) || path.split('/').some(step => device.test(step))
}

/** Folders that are no disk: opening a name in /net makes the system mount that host. */
const systemFolders = ['/net/', '/dev/', '/proc/', '/Network/']

const leavesForSystem = (pathname: string, draft: string): boolean =>
  systemFolders.some(folder => pathname.startsWith(folder) && !new URL(draft).pathname.startsWith(folder))
