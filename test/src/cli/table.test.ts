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

  const wide = [
    { title: 'NETUID', numeric: true },
    { title: 'PRICE TAO/ALPHA', numeric: true },
    { title: 'MECHANISMS', numeric: true, spare: true },
    { title: 'WHAT IT IS' },
  ] as const
  const subnets = [
    ['1', '1.0000', '1', 'the first of all subnets here'],
    ['2', '12.5000', '2', 'another'],
  ]
  const lineWidths = (text: string): number[] => text.split('\n').map((line) => line.length)

  it('puts words below each other where the terminal is narrower than the table', () => {
    const text = renderTable(wide, subnets, { ruled: true, width: 50 })
    expect(Math.max(...lineWidths(text))).toBeLessThanOrEqual(50)
    expect(text).toContain('MECHANISMS')
    expect(text).toContain('12.5000')
  })

  it('leaves spare columns out, and says so, where words do not help', () => {
    const text = renderTable(wide, subnets, { ruled: true, width: 38 })
    expect(Math.max(...lineWidths(text))).toBeLessThanOrEqual(38)
    expect(text.split('\n').at(-1)).toBe('in a wider terminal also: MECHANISMS')
  })

  it('makes blocks of rows where no table fits, and loses nothing', () => {
    expect(
      renderTable(wide, subnets, { ruled: true, width: 20, footer: ['2', '', '3', ''] }),
    ).toMatchInlineSnapshot(`
        "NETUID           1
        PRICE TAO/ALPHA  1.0000
        MECHANISMS       1
        WHAT IT IS       the first of all subnets here

        NETUID           2
        PRICE TAO/ALPHA  12.5000
        MECHANISMS       2
        WHAT IT IS       another

        NETUID           2
        MECHANISMS       3"
      `)
  })

  it('keeps a row on one line when piped, however wide', () => {
    expect(renderTable(wide, subnets, { ruled: false, width: 20 }).split('\n')).toHaveLength(3)
  })
})
