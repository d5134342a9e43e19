// The explicit list of rules: what is not here does not run.

import type { Rule } from '../engine/rule'
import { brokenEmphasis } from './broken-emphasis'
import { claimWithoutData } from './claim-without-data'
import { classifiedContent } from './classified-content'
import { frontMatter } from './front-matter'
import { headingNumbering } from './heading-numbering'
import { leftoverPlaceName } from './leftover-place-name'
import { pastedResidue } from './pasted-residue'
import { personalInformation } from './personal-information'
import { unfilledPlaceholder } from './unfilled-placeholder'
import { unusedSuppression } from './unused-suppression'

export const rules: readonly Rule[] = [
  frontMatter,
  brokenEmphasis,
  claimWithoutData,
  classifiedContent,
  headingNumbering,
  leftoverPlaceName,
  pastedResidue,
  personalInformation,
  unfilledPlaceholder,
  unusedSuppression,
]
