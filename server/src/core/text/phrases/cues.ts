// One pass over a sentence tells which of the expressions about phrases may match in it at all; most never have to be asked.

import { createGate } from '../gate'
import { centralFormula } from './central'
import { attendance, event, opener, outcome, speechOpener } from './chronicleWords'
import { acclaim, grade, matterLead, matterTail, sanction } from './frame'
import { article, basis, mention, negation, normative, quotation } from './protected'
import { deadline, document, example, person, place } from './substance'

const gate = createGate({
  quotation,
  central: centralFormula,
  negation,
  mention,
  matterLead,
  matterTail,
  sanction,
  article,
  normative,
  basis,
  listed: ['等'],
  acclaim,
  grade,
  person,
  document,
  deadline,
  example,
  place,
  opener,
  speechOpener,
  event,
  outcome,
  attendance,
})

/** The expressions that may match in a text, as bits of `cue`. */
export const cuesOf = gate.scan
export const cue = gate.bit
