import {join} from 'node:path'
import {clearLeftovers, stampOf, writeWhole} from '../../src/io/write.ts'

/** The two texts that the writer puts in turn at its path, of different lengths. */
export const texts: readonly string[] = ['old\n'.repeat(150_000), 'new text\n'.repeat(100_000)]

/** Writes a file over and over again, until somebody kills it. */
export function writeForever(root: string, path: string): never {
  for (let turn = 0; ; turn += 1) {
    const before = stampOf(join(root, path))
    clearLeftovers(join(root, path))
    writeWhole(root, [{path, text: texts[turn % 2] ?? '', before}])
    if (turn === 0) process.stdout.write('ready')
  }
}

const [root] = process.argv.slice(2)
if (process.argv[1]?.endsWith('program.mjs') && root) writeForever(root, 'README.md')
