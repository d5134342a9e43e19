// Addresses of pictures and files in a text that moves from one folder to another: they go on meaning the same file.

/** `path` of both files with `/` between the steps, such as `/w/线索/a.md`. */
export function relinked(markdown: string, fromFile: string, toFile: string): string {
  const move = (target: string) => movedTarget(target, fromFile, toFile)
  const moveIfFile = (target: string) => (namesFile(target) ? move(target) : target)
  return markdown
    .replace(
      /(\[(?:[^[\]\\\n]|\\.|\[[^[\]\n]{0,200}\]){0,300}\]\([ \t]*)(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*){0,5})/g,
      (_, before: string, target: string, at: number) =>
        before + (markdown[at - 1] === '!' ? move(target) : moveIfFile(target)),
    )
    .replace(
      /^( {0,3}\[(?!\^)[^[\]\n]{1,200}\]:[ \t]*)(<[^<>\n]*>|\S+)/gm,
      (_, before: string, target: string) => before + moveIfFile(target),
    )
    .replace(
      /(<img\b[^<>]{0,500}?\bsrc[ \t]*=[ \t]*)("[^"\n]*"|'[^'\n]*')/gi,
      (_, before: string, target: string) => before + target[0] + move(target.slice(1, -1)) + target[0],
    )
}

/**
 * `云政发[2026](12号)` and `[注]: 含3户。` have the form of links in Chinese prose and are none: a file has an ending or stands in
 * a folder.
 */
const namesFile = (target: string): boolean =>
  /^<.*>$/.test(target) ||
  (/[/\\]|\.[A-Za-z0-9]{1,8}$/.test(target.split(/[?#]/, 1)[0]!) && !/[。，；！？]$/.test(target))

/** What is no file beside the text (web addresses, anchors, paths from the root) stays as it is. */
export function movedTarget(target: string, fromFile: string, toFile: string): string {
  const bracketed = /^<(.*)>$/s.exec(target)
  const raw = (bracketed?.[1] ?? target).replace(/\\(?![!-/:-@[-`{-~])/g, '/')
  if (raw === '' || /^(?:[a-z][a-z0-9+.-]*:|\/|#|\\)/i.test(raw)) return target
  const to = stepsOf(toFile).slice(0, -1)
  const encode = bracketed ? (step: string) => step : encodeStep
  const route = stepsOf(fromFile)
    .slice(0, -1)
    .map(step => ({ step, shown: encode(step) }))
  for (const shown of raw.split('/')) {
    if (shown === '..') route.pop()
    else if (shown !== '.' && shown !== '') route.push({ step: decoded(shown), shown })
  }
  const differs = route.findIndex(({ step }, i) => step !== to[i])
  const shared = Math.min(differs < 0 ? route.length : differs, to.length, route.length - 1)
  const moved = [...to.slice(shared).map(() => '..'), ...route.slice(shared).map(({ shown }) => shown)].join(
    '/',
  )
  return bracketed ? `<${moved}>` : moved
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

const stepsOf = (path: string): string[] => path.split('/').filter(step => step !== '')

/** Chinese stays readable; what would end the address is encoded. */
const encodeStep = (step: string): string =>
  step.replace(/[\s()<>%?#\\]/g, char => encodeURIComponent(char).replace('(', '%28').replace(')', '%29'))
