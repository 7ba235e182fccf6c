/**
 * Charts as SVG text, drawn by echarts without a browser. Nothing in it points outside the file.
 *
 * @module
 */
import { BarChart as Bars, HeatmapChart, LineChart as Lines } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import {
  type BarChart,
  type Chart,
  fitted,
  type HeatMap,
  type LineChart,
  numberText,
} from './chart.ts'

use([
  Bars,
  HeatmapChart,
  Lines,
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
  SVGRenderer,
])

/** One chart with its size. */
export interface SvgChart {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const WIDTH = 960
/** Told apart with any kind of colour vision (Okabe and Ito). */
const COLORS = [
  ...['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#5b4b8a', '#8c8c00'],
  ...['#555555', '#a6611a', '#1f9e9e', '#7f0000'],
]
const HEAT = ['#f4f7fb', '#c6dbef', '#6baed6', '#2171b5', '#08306b']
const INK = '#1b1f24'
const FAINT = '#d0d7de'
/** Without quotes: echarts puts it into an attribute as it is. */
const FONT = 'Inter, Segoe UI, DejaVu Sans, Arial, sans-serif'

export function chartSvg(chart: Chart): SvgChart {
  const fit = chart.kind === 'heat' ? fitted(chart) : chart
  const height = heightOf(fit)
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  try {
    drawing.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      color: COLORS,
      textStyle: { fontFamily: FONT, color: INK },
      title: {
        text: fit.title,
        left: 16,
        top: 12,
        textStyle: { fontSize: 16, fontWeight: 600, color: INK },
      },
      ...optionOf(fit),
    })
    return { svg: drawing.renderToSVGString(), width: WIDTH, height }
  } finally {
    drawing.dispose()
  }
}

/** One SVG with the charts below each other. */
export function stackedSvg(charts: readonly SvgChart[]): string {
  let top = 0
  const placed = charts.map(({ svg, height }) => {
    const part = svg.replace('<svg ', `<svg y="${top}" `)
    top += height
    return part
  })
  const size = `width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${placed.join('\n')}\n</svg>\n`
}

function heightOf(chart: Chart): number {
  if (chart.kind !== 'heat') return 376 + legendHeight(chart)
  return Math.max(220, Math.min(1200, 170 + chart.rows.length * cellHeight(chart.rows.length)))
}

function cellHeight(rows: number): number {
  return rows <= 24 ? 28 : rows <= 64 ? 14 : 7
}

function optionOf(chart: Chart): EChartsCoreOption {
  if (chart.kind === 'lines') return lineOption(chart)
  return chart.kind === 'bars' ? barOption(chart) : heatOption(chart)
}

const LEGEND = {
  type: 'plain',
  top: 42,
  left: 16,
  right: 16,
  icon: 'roundRect',
  itemWidth: 18,
  itemGap: 20,
}
/** Pixels from one line of the legend to the next, and what a letter takes at most. */
const LEGEND_LINE = 34
const LETTER = 7.5

/** The legend breaks its lines by itself; nobody tells the chart below it how many there are. */
function legendHeight({ series }: LineChart | BarChart): number {
  let lines = 1
  let used = 0
  for (const { name } of series) {
    const width = LEGEND.itemWidth + 5 + name.length * LETTER + LEGEND.itemGap
    if (used > 0 && used + width > WIDTH - LEGEND.left - LEGEND.right) {
      lines += 1
      used = 0
    }
    used += width
  }
  return lines * LEGEND_LINE
}

const GRID = { left: 80, right: 32, bottom: 56 }

/** Room for the chart below title and legend. */
function gridBelow(chart: LineChart | BarChart) {
  return { ...GRID, top: LEGEND.top + legendHeight(chart) + 18 }
}

function valueAxis(name: string, vertical: boolean) {
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: vertical ? 56 : 30,
    nameTextStyle: { color: INK },
    axisLabel: { color: INK, formatter: (value: number) => numberText(value) },
    axisLine: { show: true, lineStyle: { color: INK } },
    splitLine: { lineStyle: { color: FAINT } },
  }
}

function lineOption(chart: LineChart): EChartsCoreOption {
  const { series, xTitle, yTitle } = chart
  const xs = series.flatMap(({ points }) => points.map(([x]) => x))
  const longest = Math.max(0, ...series.map(({ points }) => points.length))
  return {
    legend: { ...LEGEND, data: series.map(({ name }) => name), textStyle: { color: INK } },
    grid: gridBelow(chart),
    xAxis: {
      ...valueAxis(xTitle, false),
      min: Math.min(...xs),
      max: Math.max(...xs),
      splitLine: { show: false },
    },
    yAxis: valueAxis(yTitle, true),
    series: series.map(({ name, points, hue }) => ({
      type: 'line',
      name,
      ...(hue === undefined ? {} : { color: COLORS[hue % COLORS.length] }),
      data: points.map(([x, y]) => [x, y]),
      showSymbol: longest <= 40,
      symbolSize: 5,
      lineStyle: { width: 2 },
    })),
  }
}

function barOption(chart: BarChart): EChartsCoreOption {
  const { groups, series, yTitle } = chart
  return {
    legend: { ...LEGEND, data: series.map(({ name }) => name), textStyle: { color: INK } },
    grid: { ...gridBelow(chart), bottom: 72 },
    xAxis: categoryAxis('', groups, 0),
    yAxis: valueAxis(yTitle, true),
    series: series.map(({ name, values }) => ({ type: 'bar', name, data: values, barGap: '8%' })),
  }
}

/** Whether names stand at an angle below an axis. */
function isCrowded(names: readonly string[]): boolean {
  return names.length > 14 || names.some((one) => one.length > 10)
}

function categoryAxis(name: string, names: readonly string[], gap: number) {
  return {
    type: 'category',
    name,
    nameLocation: 'middle',
    nameGap: gap,
    nameTextStyle: { color: INK },
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK } },
    axisLabel: {
      color: INK,
      rotate: isCrowded(names) ? 60 : 0,
      ...(names.length > 48 ? {} : { interval: 0 }),
    },
  }
}

function heatOption({ rows, columns, cells, rowTitle, columnTitle }: HeatMap): EChartsCoreOption {
  const data = cells.flatMap((line, row) => line.map((value, column) => [column, row, value]))
  const values = cells.flat()
  const isSmall = rows.length <= 16 && columns.length <= 16
  const longest = Math.max(0, ...rows.map((name) => name.length))
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [0, Number.NEGATIVE_INFINITY],
  )
  const below = isCrowded(columns) ? 36 + 6 * Math.max(...columns.map((name) => name.length)) : 30
  return {
    grid: { left: Math.min(220, 48 + longest * 7), right: 130, top: 60, bottom: below + 28 },
    xAxis: { ...categoryAxis(columnTitle, columns, below), position: 'bottom' },
    yAxis: {
      ...categoryAxis(rowTitle, rows, Math.min(200, 24 + longest * 7)),
      inverse: true,
      axisLabel: { color: INK, ...(rows.length > 48 ? {} : { interval: 0 }) },
    },
    visualMap: {
      min: low,
      max: high > low ? high : low + 1,
      calculable: false,
      right: 12,
      top: 'middle',
      itemHeight: Math.max(80, Math.min(200, rows.length * 20)),
      precision: 3,
      text: [numberText(high), numberText(low)],
      textStyle: { color: INK },
      inRange: { color: HEAT },
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: isSmall ? { borderColor: '#ffffff', borderWidth: 1 } : {},
        label: {
          show: isSmall,
          formatter: ({ data: cell }: { data?: unknown }) => cellText(cell),
        },
      },
    ],
  }
}

function cellText(cell: unknown): string {
  const value: unknown = Array.isArray(cell) ? cell[2] : undefined
  return typeof value === 'number' && value !== 0 ? numberText(value) : ''
}
