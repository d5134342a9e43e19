// The list of everything the server can do. One feature, one file.

import type { Feature } from '../services'
import { allowTerm } from './allowTerm'
import { checkFiles } from './checkFiles'
import { codeActions } from './codeActions'
import { codeLens } from './codeLens'
import { completion } from './completion'
import { configuration } from './configuration'
import { diagnostics } from './diagnostics'
import { dueItems } from './dueItems'
import { earlier } from './earlier'
import { explain } from './explain'
import { folding } from './folding'
import { hover } from './hover'
import { inlayHints } from './inlayHints'
import { links } from './links'
import { problemMatrix } from './problemMatrix'
import { reportCard } from './reportCard'
import { ruleDocs } from './ruleDocs'
import { settingsInfo } from './settingsInfo'
import { status } from './status'
import { symbols } from './symbols'

export const features: readonly Feature[] = [
  configuration,
  diagnostics,
  codeActions,
  hover,
  completion,
  symbols,
  folding,
  links,
  codeLens,
  inlayHints,
  status,
  reportCard,
  explain,
  checkFiles,
  dueItems,
  ruleDocs,
  settingsInfo,
  allowTerm,
  earlier,
  problemMatrix,
]
