/**
 * A page with the charts and the numbers behind them. One file: no script, nothing is loaded.
 *
 * @module
 */
import type { SvgChart } from './svg.ts'

/** A table of the page. */
export interface PageTable {
  readonly title: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const STYLE = `
body { font: 15px/1.5 Inter, "Segoe UI", "DejaVu Sans", Arial, sans-serif; color: #1b1f24;
  background: #f6f8fa; margin: 0 auto; padding: 24px; max-width: 1010px; }
h1 { font-size: 22px; margin: 0 0 4px; } p { margin: 0 0 16px; color: #57606a; }
figure, table { background: #fff; border: 1px solid #d0d7de; border-radius: 6px; margin: 0 0 20px; }
figure { padding: 8px; } figure svg { width: 100%; height: auto; display: block; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 8px 0; font-size: 16px; }
th, td { padding: 4px 10px; text-align: right; border-top: 1px solid #d0d7de; }
th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left; }`

export function htmlPage(
  title: string,
  subtitle: string,
  charts: readonly SvgChart[],
  tables: readonly PageTable[],
): string {
  const figures = charts.map(({ svg }) => `<figure>${svg}</figure>`)
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<meta name="viewport" content="width=device-width">',
    `<style>${STYLE}</style></head><body>`,
    `<h1>${escaped(title)}</h1><p>${escaped(subtitle)}</p>`,
    ...figures,
    ...tables.map(tableHtml),
    '</body></html>\n',
  ].join('\n')
}

function tableHtml({ title, titles, rows }: PageTable): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  const body = rows.map((row) => line('td', row)).join('\n')
  return `<table><caption>${escaped(title)}</caption>\n${line('th', titles)}\n${body}\n</table>`
}

/** Names come from files and chains. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
