// The explicit list of rules: what is not here does not run.

import type { Rule } from '../engine/rule'
import { frontMatter } from './front-matter'
import { unusedSuppression } from './unused-suppression'

export const rules: readonly Rule[] = [frontMatter, unusedSuppression]
