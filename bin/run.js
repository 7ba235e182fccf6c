#!/usr/bin/env node
/**
 * Production entry: the built program.
 *
 * @module
 */
import process from 'node:process'
import { main } from '../dist/main.js'

await main(process.argv.slice(2))
