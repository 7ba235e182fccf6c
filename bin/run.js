#!/usr/bin/env node
/**
 * Production entry: the built program.
 *
 * @module
 */
import module from 'node:module'
import process from 'node:process'

// Node 22 and later keep compiled code between runs; Node 20 has no such cache.
module.enableCompileCache?.()

const { main } = await import('../dist/main.js')
await main(process.argv.slice(2))
