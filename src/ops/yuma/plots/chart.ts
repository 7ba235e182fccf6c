/**
 * What is plotted, apart from how: curves, bars and heat maps as plain data.
 *
 * @module
 */

/** Curves over a common axis. */
export interface LineChart {
  readonly kind: 'lines'
  readonly title: string
  readonly xTitle: string
  readonly yTitle: string
  readonly series: readonly {
    readonly name: string
    /** Position of its colour, where it is not the first free one. */
    readonly hue?: number
    /** Null where there is no value. */
    readonly points: readonly (readonly [x: number, y: number | null])[]
  }[]
}

/** Bars in groups. */
export interface BarChart {
  readonly kind: 'bars'
  readonly title: string
  readonly yTitle: string
  readonly groups: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
}

/** A matrix as shades. */
export interface HeatMap {
  readonly kind: 'heat'
  readonly title: string
  readonly rowTitle: string
  readonly columnTitle: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** By row and column. */
  readonly cells: readonly (readonly number[])[]
}

export type Chart = LineChart | BarChart | HeatMap

/** Cells of a side of a heat map beyond which neighbours are drawn as one. */
const SIDE_MAX = 160

/**
 * A heat map that fits a screen: where a side is too long, neighbours become one cell that shows the
 * largest of them, and the title says so.
 */
export function fitted(map: HeatMap, columnsMax = SIDE_MAX): HeatMap {
  const tall = Math.ceil(map.rows.length / SIDE_MAX)
  const wide = Math.ceil(map.columns.length / columnsMax)
  if (tall <= 1 && wide <= 1) return map
  const rows = pooled(map.rows, tall)
  const columns = pooled(map.columns, wide)
  const cells = rows.map(() => columns.map(() => 0))
  map.cells.forEach((line, row) => {
    line.forEach((value, column) => {
      const found = cells[Math.floor(row / tall)]
      const at = Math.floor(column / wide)
      if (found !== undefined) found[at] = Math.max(found[at] ?? 0, value)
    })
  })
  return { ...map, rows, columns, cells, title: `${map.title}, largest of ${tall} x ${wide}` }
}

function pooled(names: readonly string[], k: number): string[] {
  if (k <= 1) return [...names]
  return names.filter((_, i) => i % k === 0).map((name) => `${name} ..`)
}

/** A number for people: short, without a tail of rounding. */
export function numberText(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e6 || size < 1e-4) return value.toExponential(2)
  return String(Number(value.toPrecision(4)))
}
