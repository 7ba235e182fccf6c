/**
 * What-if over Yuma consensus: load a subnet, run it, compare, sweep, draw.
 *
 * @module
 */
export { compareVariants } from './compare.ts'
export { csvText } from './csv.ts'
export { drawComparison, drawRun, drawSweep } from './draw.ts'
export { checkWritable } from './files.ts'
export { inactivityNote } from './inactivity.ts'
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
export { onlyJob } from './load.ts'
export { parseMetric } from './metrics.ts'
export { checkPlotTarget } from './plots/index.ts'
export { compareSections, compareTable, runSections, runTable, sweepTable } from './sections.ts'
export { warmedUp } from './simulate.ts'
export { loadSource } from './source.ts'
export { pointCount, sweep } from './sweep.ts'
