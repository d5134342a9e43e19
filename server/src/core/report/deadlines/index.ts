// Time limits of the report itself. The public face of this folder.

export { chooseLimit, citationOf, limitById, limits, readGrade } from './chooseLimit'
export { type ReadTimes, readTimes, timesOf } from './readTimes'
export { type DeadlineRequest, inEnglish, reportDeadline } from './reportDeadline'
export { type Timeliness, timelinessOf } from './timeliness'
export type * from './types'
