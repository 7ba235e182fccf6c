/**
 * What-if over Yuma consensus: load a subnet, run it, compare, sweep, draw.
 *
 * @module
 */
export { applyChanges, type Change, parseVariant } from './changes.ts'
export { compareNeurons, compareVariants, type Variant, type VariantRun } from './compare.ts'
export { csvText, readCsv } from './csv.ts'
export { type Drawn, drawComparison, drawRun, drawSweep } from './draw.ts'
export {
  comparisonJson,
  parseSweptKeys,
  recordedFailure,
  runJobs,
  saveNative,
  stepsJson,
  sweepJson,
  variantsOf,
} from './jobs.ts'
export { type Job, type Loaded, loadFile, loadText, onlyJob } from './load.ts'
export { parseMetric } from './metrics.ts'
export { checkPlotTarget } from './plots/index.ts'
export { compareSections, compareTable, runSections, runTable, sweepTable } from './sections.ts'
export type { Setup } from './setup.ts'
export { type Frame, nextInput, simulate, warmedUp } from './simulate.ts'
export { loadSource } from './source.ts'
export { pointCount, sweep } from './sweep.ts'
