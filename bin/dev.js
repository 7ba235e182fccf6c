#!/usr/bin/env node
/**
 * Development entry: builds what changed, then runs it.
 *
 * @module
 */
import process from 'node:process'
import { ensureBuilt } from '../scripts/build.mjs'

await ensureBuilt()
const { main } = await import('../dist/main.js')
await main(process.argv.slice(2))
