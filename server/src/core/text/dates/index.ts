// Time in Chinese official prose: what an expression is, and when. The public face of this folder.

export { type Ambiguity, type AmbiguityCode, ambiguity, ambiguityCodes } from './ambiguity'
export {
  addWorkdays,
  type CalendarChanges,
  createCalendar,
  type WorkCalendar,
  workdayOnOrAfter,
  workdayOnOrBefore,
} from './calendar'
export type { Alternative, TimeExpression, TimeOptions } from './expression'
export { findTimeExpressions, timeCue } from './find'
export { parseInstant, type ReadInstant, type UnreadInstant } from './parseInstant'
export type { Fault, Precision } from './resolve'
export { type Scan, scanTimes } from './scan'
export { addSpan, parseSpan, type ReadSpan, spanText, type TimeSpan, type UnreadSpan } from './span'
export { type Nature, reasonText } from './verdict'
export {
  defaultZone,
  endOfDay,
  formatChinese,
  formatClock,
  formatDay,
  formatIso,
  humanize,
  instantAt,
  startOfDay,
  wallTime,
  wordingStep,
} from './zone'
