/**
 * `npm run bench [-- NAME... [--write]]`: measures and prints medians against aims. `--write` puts
 * the table into `bench/README.md`.
 *
 * @module
 */
import { resolve } from 'node:path'
import process from 'node:process'
import { type Figure, load, machine, type Scenario, table, writeBetweenMarks } from './figures.ts'
import { balance } from './scenarios/balance.ts'
import { blocks } from './scenarios/blocks.ts'
import { database } from './scenarios/database.ts'
import { epoch } from './scenarios/epoch.ts'
import { node } from './scenarios/node.ts'
import { startUp } from './scenarios/start-up.ts'
import { transfer } from './scenarios/transfer.ts'

const scenarios: readonly Scenario[] = [startUp, balance, node, blocks, epoch, transfer, database]

const words = process.argv.slice(2)
const names = words.filter((word) => !word.startsWith('-'))
const isWriting = words.includes('--write')
const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name))
if (unknown.length > 0 || words.some((word) => word.startsWith('-') && word !== '--write')) {
  console.error(
    `usage: npm run bench -- [${scenarios.map(({ name }) => name).join('|')}]... [--write]`,
  )
  process.exit(2)
}
if (isWriting && names.length > 0) {
  console.error('--write keeps one table of everything: give no names with it')
  process.exit(2)
}

const chosen = names.length === 0 ? scenarios : scenarios.filter(({ name }) => names.includes(name))
const figures: Figure[] = []
const where = machine()
console.error(where)
for (const scenario of chosen) {
  console.error(`measuring ${scenario.name} ...`)
  figures.push(...(await scenario.measure()))
}
const result = table(figures)
console.log(result)
if (isWriting) {
  const date = new Date().toISOString().slice(0, 10)
  const heading = `Measured on ${date}: ${where} at the start, ${load()} at the end.`
  writeBetweenMarks(resolve('bench', 'README.md'), `\n${heading}\n\n${result}\n`)
}
