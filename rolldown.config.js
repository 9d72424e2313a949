import {defineConfig} from 'rolldown'

// @actions/core brings an HTTP client for tokens that nothing here asks for. Without its side effects
// it falls out of the bundle; a test looks for what is left of it.
const withoutSideEffects = /[\\/]node_modules[\\/](?:undici|tunnel|@actions[\\/]http-client)[\\/]/

/** @param {Record<string, string>} input */
function bundle(input, /** @type {string} */ dir) {
  return defineConfig({
    input,
    platform: 'node',
    transform: {target: 'node20.19'},
    output: {dir, format: 'esm', chunkFileNames: 'chunks/[name].js', minify: true, cleanDir: true},
    treeshake: {moduleSideEffects: (id) => !withoutSideEffects.test(id)}
  })
}

export default [
  bundle({cli: 'src/cli.ts', action: 'src/action.ts'}, 'dist'),
  bundle(
    {
      generate: 'scripts/generate.ts',
      bench: 'scripts/bench.ts',
      corpora: 'scripts/corpora.ts',
      fuzz: 'scripts/fuzz.ts'
    },
    'dist/development'
  )
]
