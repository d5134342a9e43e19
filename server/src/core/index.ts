// The one public face of the core.

export {
  type ConfigFile,
  configFileName,
  keyAtOffset,
  type Layer,
  type MergedSettings,
  mergeSettings,
  nearestKey,
  parseConfigFile,
  placeOfKey,
  ruleProblems,
} from './config/layers'
export {
  defaultSettings,
  parseSettings,
  type SettingKey,
  type SettingProblem,
  type Settings,
  settingDeclarations,
} from './config/settings'
export { type Change, type Draft, editDraft, openDraft, type PlacedBlock } from './document/document'
export {
  type FrontMatter,
  type FrontMatterEntry,
  readFrontMatter,
} from './document/frontMatter'
export {
  type FrontMatterKey,
  frontMatterKeys,
  keyBySpelling,
  longestOpening,
  mayHaveHead,
} from './document/head'
export { allSections, type Section } from './document/outline'
export { drafters, type People, type Person, personText } from './document/people'
export { sameValue } from './document/sameValue'
export { Text } from './document/text'
export { type AnalysisRequest, createAnalyzer, type Report } from './engine/analyze'
export { spanOfPlace } from './engine/locate'
export { mostFindings } from './engine/notes'
export type { Example, ImageFile, Message, Rule } from './engine/rule'
export { ruleNames, written as writtenName } from './engine/ruleNames'
export { readSuppressions, suppressionComment, unsuppressable } from './engine/suppression'
export { viewOf } from './engine/view'
export type { Classification } from './report/classify'
export { type EarlierReport, fingerprintOf } from './report/earlier'
export { type KindId, kindById, kinds, readKind, type Stage, stageLabel } from './report/kinds'
export {
  type MatrixEntry,
  type MatrixMeasure,
  type MatrixRow,
  matrixMarkdown,
  type ProblemMatrix,
  problemMatrix,
} from './report/problemMatrix'
export { dimensionNames, type Score } from './report/score'
export { type DocumentSignals, documentSignals } from './report/signals'
export { rules } from './rules'
export { pieceAt } from './search'
export {
  type ClauseModel,
  type ClauseWeights,
  type EmptyClause,
  readClauseModel,
} from './text/clauses/model'
export { allowEdit } from './text/phrases/lexiconEdit'
export {
  joinLexicons,
  type LexiconFile,
  lexiconFileName,
  readLexiconFile,
  type UnitLexicon,
  withLexicon,
} from './text/phrases/lexiconFile'
export type { Segmenter, Word } from './text/segmentation'
export * from './types'
