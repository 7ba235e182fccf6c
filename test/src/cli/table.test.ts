/** Goal: one line per row when piped, rules on a terminal. Method: both renderings of one table. */
import { describe, expect, it } from 'vitest'
import { renderTable } from '../../../src/cli/table.ts'

const columns = ['Name', { title: 'Amount', numeric: true }] as const
const rows = [
  ['alice', '1.5'],
  ['τ wide', '1000.25'],
]

describe('renderTable', () => {
  it('prints plain columns when nothing is drawn', () => {
    expect(renderTable(columns, rows, { ruled: false, title: 'Wallets' })).toMatchInlineSnapshot(`
      "Wallets
      Name     Amount
      alice       1.5
      τ wide  1000.25"
    `)
  })

  it('draws rules on a terminal and sets the footer last', () => {
    const text = renderTable(columns, rows, { ruled: true, footer: ['Total', '1001.75'] })
    expect(text).toContain('│')
    expect(text.split('\n').at(-2)).toContain('1001.75')
  })

  it('prints only the head for no rows', () => {
    expect(renderTable(columns, [], { ruled: false })).toBe('Name  Amount')
  })
})
