// The explicit list of rules: what is not here does not run.

import type { Rule } from '../engine/rule'
import { ambiguousDeadline } from './ambiguous-deadline'
import { attachment } from './attachment'
import { brokenEmphasis } from './broken-emphasis'
import { chronicleStyle } from './chronicle-style'
import { claimWithoutData } from './claim-without-data'
import { classifiedContent } from './classified-content'
import { duplicateContent } from './duplicate-content'
import { figureMismatch } from './figure-mismatch'
import { figureWithoutBaseline } from './figure-without-baseline'
import { frontMatter } from './front-matter'
import { genericDocument } from './generic-document'
import { genericPhrase } from './generic-phrase'
import { headingNumbering } from './heading-numbering'
import { impossibleDate } from './impossible-date'
import { leftoverPlaceName } from './leftover-place-name'
import { measureWithoutDeadline } from './measure-without-deadline'
import { measureWithoutOwner } from './measure-without-owner'
import { missingElement } from './missing-element'
import { missingImage } from './missing-image'
import { missingSection } from './missing-section'
import { oneSidedPositive } from './one-sided-positive'
import { overdueCommitment } from './overdue-commitment'
import { overdueReport } from './overdue-report'
import { pastedResidue } from './pasted-residue'
import { personalInformation } from './personal-information'
import { problemWithoutCause } from './problem-without-cause'
import { problemWithoutMeasure } from './problem-without-measure'
import { problemWithoutSubstance } from './problem-without-substance'
import { reportDueSoon } from './report-due-soon'
import { sparseData } from './sparse-data'
import { titleForm } from './title-form'
import { unfilledPlaceholder } from './unfilled-placeholder'
import { unusedSuppression } from './unused-suppression'
import { vagueParagraphRule } from './vague-paragraph'
import { vagueQuantity } from './vague-quantity'
import { wrongWord } from './wrong-word'

export const rules: readonly Rule[] = [
  frontMatter,
  overdueReport,
  reportDueSoon,
  overdueCommitment,
  impossibleDate,
  ambiguousDeadline,
  attachment,
  duplicateContent,
  brokenEmphasis,
  claimWithoutData,
  classifiedContent,
  figureMismatch,
  figureWithoutBaseline,
  headingNumbering,
  leftoverPlaceName,
  missingElement,
  missingImage,
  pastedResidue,
  personalInformation,
  sparseData,
  titleForm,
  unfilledPlaceholder,
  genericPhrase,
  vagueParagraphRule,
  genericDocument,
  chronicleStyle,
  measureWithoutDeadline,
  measureWithoutOwner,
  missingSection,
  oneSidedPositive,
  problemWithoutCause,
  problemWithoutMeasure,
  problemWithoutSubstance,
  unusedSuppression,
  vagueQuantity,
  wrongWord,
]
