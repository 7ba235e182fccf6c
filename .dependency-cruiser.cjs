/**
 * The arrows between the rooms (src/README.md, local-chain/README.md). A new arrow is a decision:
 * change this file and say why in the same commit.
 *
 * @module
 */

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or miss a third. Types and lazy imports may loop.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    ),
    forbid(
      'primitives-stand-alone',
      'Amounts and account ids are shared by both halves, so they know neither.',
      { path: '^src/primitives' },
      { path: '^(src/(?!primitives)|local-chain|commands)' },
    ),
    forbid(
      'chain-knows-no-client',
      'The node speaks the public protocol only: nothing of the CLI reaches into it or out of it.',
      { path: '^local-chain' },
      { path: '^(src/(?!primitives)|commands|bin)' },
    ),
    forbid(
      'frame-below-runtime',
      'frame is the language that pallets are written in.',
      { path: '^local-chain/frame' },
      { path: '^local-chain/(?!frame)' },
    ),
    forbid(
      'yuma-is-pure',
      'The epoch is a pure function over arrays.',
      { path: '^local-chain/yuma' },
      { path: '^local-chain/(?!yuma|frame)' },
    ),
    forbid(
      'runtime-below-node',
      'The runtime runs the same in every node, so it does not know which one runs it.',
      { path: '^local-chain/runtime' },
      { path: '^local-chain/(node|index)' },
    ),
    forbid(
      'one-door-into-the-chain',
      'Clients use the chain through its index, as a library user would; who holds a data folder is told without loading it.',
      { path: '^(src|commands)' },
      { path: '^local-chain/(?!(index|data-dir|yuma/index)\\.ts$)' },
    ),
    forbid(
      'wallet-is-offline',
      'Keys are handled without a chain.',
      { path: '^src/wallet' },
      { path: '^(src/(?!primitives|wallet)|commands|local-chain)' },
    ),
    forbid(
      'chain-client-below-ops',
      'Connecting and submitting know no command.',
      { path: '^src/chain' },
      { path: '^(src/(ops|neuron|cli)|commands)' },
    ),
    forbid(
      'ops-never-print',
      'What commands do is usable as a library: no terminal in it.',
      { path: '^src/(ops|neuron)' },
      { path: '^(src/cli|commands)' },
    ),
    forbid(
      'cli-knows-no-domain',
      'The command base serves every command, so it holds none of their work.',
      { path: '^src/cli' },
      { path: '^(src/(ops|neuron)|commands|local-chain)' },
    ),
    forbid(
      'nothing-from-tests',
      'Shipped code does not lean on tests, scripts or measurements.',
      { path: '^(src|commands|local-chain|bin)', pathNot: '^bin/dev\\.js$' },
      { path: '^(test|bench|scripts)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
}
