// Time limits of the report itself. The public face of this folder.

export { chooseLimit, citationOf, limitById, limits, readGrade } from './choose-limit'
export { type ReadTimes, readTimes, timesOf } from './read-times'
export { type DeadlineRequest, inEnglish, reportDeadline } from './report-deadline'
export { type Timeliness, timelinessOf } from './timeliness'
export type * from './types'
