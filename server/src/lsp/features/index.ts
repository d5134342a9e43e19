// The list of everything the server can do. One feature, one file.

import type { Feature } from '../services'
import { codeActions } from './codeActions'
import { configuration } from './configuration'
import { diagnostics } from './diagnostics'

export const features: readonly Feature[] = [configuration, diagnostics, codeActions]
