/**
 * Weight matrices as CSV, and tables of results as CSV.
 *
 * A matrix alone is n lines of n numbers. With a first line of titles it may say more:
 * `uid,name,stake,rootStake,0,1,2,...` where `uid` is first, `name`, `stake` and `rootStake` may be
 * left out, and then comes one column for each uid.
 *
 * @module
 */
import { UIDS_MAX } from '../../../local-chain/yuma/index.ts'
import { invalidEpoch } from './errors.ts'

/** What a file of weights says, cells still as text. */
export interface CsvMatrix {
  /** Columns, so neurons. */
  readonly n: number
  /** By uid; undefined where the file has no line for it. */
  readonly rows: readonly (readonly string[] | undefined)[]
  readonly names?: readonly string[]
  readonly stake?: readonly string[]
  readonly rootStake?: readonly string[]
}

const TITLES = ['name', 'stake', 'rootStake'] as const

/**
 * @param file  its name, for errors
 * @throws TaoError INVALID_EPOCH  ragged, a blank line, titles out of order, a uid twice
 */
export function readCsv(text: string, file: string): CsvMatrix {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\s+$/, '')
    .split(/\r?\n/)
    .map((line, i) => cellsOf(line, `${file}, line ${i + 1}`))
  const [first = []] = lines
  if (text.trim() === '') throw invalidEpoch(file, 'is empty')
  return first[0] === 'uid' ? withTitles(lines, file) : bare(lines, file)
}

/** Cells of a line; quotes around a cell are taken off, as spreadsheets set them. */
function cellsOf(line: string, place: string): string[] {
  if (line.trim() === '') throw invalidEpoch(place, 'is blank')
  const cells = line.split(',').map((cell) => cell.trim().replace(/^"([^"]*)"$/, '$1'))
  if (cells.some((cell) => cell.includes('"'))) {
    throw invalidEpoch(place, 'has a quote or a comma inside a cell, which no number or name has')
  }
  const other = cells.length === 1 ? /[;\t]/.exec(line)?.[0] : undefined
  if (other !== undefined) {
    const found = other === ';' ? 'semicolons' : 'tabs'
    throw invalidEpoch(place, `separates cells by ${found}; they must be separated by commas`)
  }
  return cells
}

function bare(lines: readonly string[][], file: string): CsvMatrix {
  const n = lines.length
  checkSize(n, file)
  lines.forEach((cells, row) => {
    sameWidth(cells, n, `${file}, row ${row} (line ${row + 1})`, 'the matrix has as many rows')
  })
  return { n, rows: lines }
}

function withTitles(lines: readonly string[][], file: string): CsvMatrix {
  const [titles = [], ...body] = lines
  const extra = titles.slice(1).filter((title) => isTitle(title))
  const columns = titles.slice(1 + extra.length)
  const n = columns.length
  checkSize(n, file)
  columns.forEach((title, uid) => {
    if (title !== String(uid)) {
      const rule = `column ${1 + extra.length + uid} must be titled ${uid}, not ${title}`
      throw invalidEpoch(`${file}, line 1`, rule)
    }
  })
  const byUid: string[][] = []
  body.forEach((cells, i) => {
    const place = `${file}, line ${i + 2}`
    sameWidth(cells, titles.length, place, 'line 1 has as many titles')
    const [uid = ''] = cells
    if (!/^[0-9]{1,4}$/.test(uid) || Number(uid) >= n) {
      throw invalidEpoch(place, `uid ${JSON.stringify(uid)} is not from 0 to ${n - 1}`)
    }
    if (byUid[Number(uid)] !== undefined) throw invalidEpoch(place, `uid ${uid} has a line already`)
    byUid[Number(uid)] = cells
  })
  if (extra.length > 0) everyUid(byUid, n, file)
  const column = (title: string): string[] =>
    Array.from(byUid, (cells) => cells[1 + extra.indexOf(title as (typeof TITLES)[number])] ?? '')
  return {
    n,
    rows: Array.from({ length: n }, (_, uid) => byUid[uid]?.slice(1 + extra.length)),
    ...Object.fromEntries(extra.map((title) => [keyOf(title), column(title)])),
  }
}

function isTitle(title: string): title is (typeof TITLES)[number] {
  return TITLES.some((known) => known === title)
}

function keyOf(title: (typeof TITLES)[number]): string {
  return title === 'name' ? 'names' : title
}

function everyUid(byUid: readonly string[][], n: number, file: string): void {
  for (let uid = 0; uid < n; uid += 1) {
    if (byUid[uid] === undefined) throw invalidEpoch(file, `there is no line for uid ${uid}`)
  }
}

function checkSize(n: number, file: string): void {
  if (n > UIDS_MAX) throw invalidEpoch(file, `has ${n} neurons; at most ${UIDS_MAX} are possible`)
  if (n === 0) throw invalidEpoch(file, 'has no columns of weights')
}

function sameWidth(cells: readonly string[], width: number, place: string, why: string): void {
  if (cells.length === width) return
  const rule = `has ${cells.length} columns instead of ${width} (${why}): ragged matrix`
  throw invalidEpoch(place, rule)
}

/** Lines of a table; a cell that needs quotes gets them. */
export function csvText(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return [titles, ...rows].map((cells) => cells.map(cell).join(',')).join('\n')
}
