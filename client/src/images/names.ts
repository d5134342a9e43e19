// What a picture that goes into a draft is called, and how its address is written. No VS Code in here, so it is tested
// alone.

import { withoutEnd, withoutStart } from '../submission/text/edges'

/** Where pictures of a draft are put: a folder beside it. */
export const pictureFolder = '图片'

/** What Markdown, Word and browsers show. A HEIC photograph is none: it has to be converted first. */
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
}
const picture = /\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?)$/i

/** Is a file of this name, or of this type where the name tells nothing, a picture? */
export function isPicture(name: string, type = ''): boolean {
  return picture.test(name) || (!/\.\w{1,8}$/.test(name) && type.toLowerCase() in extensions)
}

/** Names given by clipboards, cameras and chat programs: they say nothing of what is seen. */
const nameless =
  /^(?:image|img|picture|photo|screenshot|screen shot|pasted image|clipboard|untitled|dsc|dscn|pxl|mmexport|wechat ?img|wx_camera|qq图片|微信图片|微信截图|企业微信截图|屏幕截图|屏幕快照|截图|截屏|图片|照片|图像|未命名|无标题)?[\s_\-–—.()（）\d:：at年月日时分秒]*$/i

/**
 * The file name for a picture: its own where that says something, else 稿件名-图1. No character in it that a file system
 * forbids or that would have to be masked in Markdown, and never one of `taken`.
 */
export function pictureName(
  given: string,
  type: string,
  draft: string,
  taken: { has(name: string): boolean },
): string {
  const base = given.replace(/^.*[\\/]/, '')
  const extension = (
    picture.exec(base)?.[0].slice(1) ??
    extensions[type.toLowerCase()] ??
    'png'
  ).toLowerCase()
  const own = safe(base.replace(picture, ''))
  if (own !== '' && !nameless.test(own)) return free(number => (number === 1 ? own : `${own}-${number}`))
  const stem = safe(draft.replace(/^.*[\\/]/, '').replace(/\.(?:md|markdown)$/i, '')) || '稿件'
  return free(number => `${stem}-图${number}`)

  function free(named: (number: number) => string): string {
    for (let number = 1; ; number++) {
      const name = `${named(number)}.${extension}`
      if (!taken.has(sameName(name))) return name
    }
  }
}

/** Two names that some file system takes for one are one here. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

const longest = 40

function safe(name: string): string {
  const plain = withoutStart(
    withoutEnd(name.normalize('NFC').replace(/[\\/:*?"<>|#%&()[\]{}$^`'\s\u0000-\u001f\u007f]+/g, '-'), '-.'),
    '-.',
  )
  // Names that Windows keeps for itself.
  const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i.test(plain) ? `图-${plain}` : plain
  return withoutEnd([...kept].slice(0, longest).join(''), '-.')
}

/** The way from a folder to a file in or under it, both as paths with `/`; undefined when the file lies elsewhere. */
export function pathUnder(folder: string, file: string): string | undefined {
  const root = `${withoutEnd(folder, '/')}/`
  return file.startsWith(root) && file.length > root.length ? file.slice(root.length) : undefined
}

/** A path as the address of a picture in Markdown: as it reads, masked only where it would not be understood. */
export function addressOf(path: string): string {
  const coded = path.replace(/[%#?<>\\]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return /[\s()]/.test(coded) ? `<${coded}>` : coded
}
