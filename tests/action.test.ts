import {describe, expect, test} from 'vitest'
import {commit, git} from './support/git.ts'
import {goodPaper, goodPath, paperWith, type TemporaryList, temporaryList} from './support/list.ts'
import {runBuilt} from './support/process.ts'
import {otherPaper} from './support/verdict.ts'

const other = 'papers/2024-long-context.yaml'
const stopped = paperWith('title: Retrieval Head.\n')

/** What a step of a workflow did. */
interface Step {
  readonly code: number | null
  readonly log: string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** Runs the Action as the runner does: inputs by their names, and the files that the step may write to. */
function run(list: TemporaryList, inputs: Readonly<Record<string, string>>): Step {
  // Not below the folder of the list, so that the list stays as it is.
  using files = temporaryList({output: '', summary: ''})
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const {code, stdout, stderr} = runBuilt('action.js', [], {
    cwd: list.root,
    env: {
      ...Object.fromEntries(given),
      GITHUB_OUTPUT: `${files.root}/output`,
      GITHUB_STEP_SUMMARY: `${files.root}/summary`
    }
  })
  expect(stderr).toBe('')
  const outputs = [...files.read('output').matchAll(/^(\w+)<<(\S+)\n(.*)\n\2$/gm)]
  return {
    code,
    log: stdout.trimEnd().split('\n'),
    outputs: Object.fromEntries(outputs.map(([, name = '', , value = '']) => [name, value])),
    summary: files.read('summary')
  }
}

describe('commands', () => {
  test('lint', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    expect(run(list, {command: 'lint'})).toEqual({
      code: 0,
      log: ['Read 1 paper.'],
      outputs: {papers: '1', errors: '0', warnings: '0', changed: 'false'},
      summary: '## paperlist\n\nRead 1 paper. 0 errors, 0 warnings.\n'
    })
  })

  test('check is the one where nothing is said', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    const {code, log, outputs} = run(list, {})
    expect(code).toBe(1)
    expect(log).toEqual([
      '::error title=generated,file=README.md::Unexpected missing file, expected what the papers make; `paperlist build` writes it',
      'Read 1 paper in 1 group. Nothing was written.'
    ])
    expect(outputs).toEqual({papers: '1', errors: '1', warnings: '0', changed: 'false'})
  })

  test('build, twice', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    expect(run(list, {command: 'build'})).toMatchObject({code: 0, outputs: {changed: 'true'}})
    expect(list.read('README.md')).toContain('Retrieval Head Mechanistically')
    expect(run(list, {command: 'build'})).toMatchObject({code: 0, outputs: {changed: 'false'}})
    expect(run(list, {command: 'check'})).toMatchObject({code: 0})
  })

  test('build writes in spite of an error that does not stop it, and fails', () => {
    using list = temporaryList({[goodPath]: stopped})
    expect(run(list, {command: 'build'})).toMatchObject({code: 1, outputs: {errors: '1', changed: 'true'}})
  })

  test.each(['frob', 'constructor', 'Lint'])('%s is none', (command) => {
    using list = temporaryList({[goodPath]: goodPaper})
    expect(run(list, {command})).toEqual({
      code: 1,
      log: [`::error::Unexpected command ${command}, expected lint, build, check`],
      outputs: {},
      summary: ''
    })
  })

  test('a list that is not there, and a configuration that is not valid', () => {
    using list = temporaryList({'mine.yml': 'titel: x\n'})
    expect(run(list, {'working-directory': 'nowhere'})).toMatchObject({
      code: 1,
      log: [expect.stringMatching(/^::error::Cannot read the folder of papers: ENOENT/)]
    })
    expect(run(list, {config: 'mine.yml'})).toMatchObject({
      code: 1,
      log: ['::error::mine.yml:1:1: Unexpected field `titel`, expected `title`']
    })
  })
})

describe('annotations', () => {
  test('stand at the value, with the rule as their title', () => {
    using list = temporaryList({
      [goodPath]: paperWith(
        'title: Retrieval Head.\nvenue: NIPS 2017\ntags:\n  - Retrieval Head\n  - Retrieval Head\n'
      ),
      '.github/paperlist.yml': 'rules: {venue: warn, tag-hygiene: info}\n'
    })
    expect(run(list, {command: 'lint'}).log).toEqual([
      `::error title=title,file=${goodPath},line=1,endLine=1,col=8,endColumn=23::Unexpected full stop at the end of the title, expected \`Retrieval Head\``,
      `::warning title=venue,file=${goodPath},line=12,endLine=12,col=8,endColumn=17::Unexpected venue \`NIPS 2017\`, expected \`NeurIPS 2017\``,
      `::notice title=tag-hygiene,file=${goodPath},line=5,endLine=5,col=5,endColumn=19::Unexpected second \`Retrieval Head\`, expected each tag once`,
      'Read 1 paper.'
    ])
  })

  test('have paths from the root of the repository where the list is in a folder of it', () => {
    using list = temporaryList({'lists/heads/README.md': '', [`lists/heads/${goodPath}`]: 'title: [\n'})
    expect(run(list, {command: 'lint', 'working-directory': 'lists/heads'}).log[0]).toMatch(
      `::error title=schema,file=lists/heads/${goodPath},line=`
    )
  })

  test('are ten of a kind at most; the rest is counted, and in the summary', () => {
    const papers = Array.from({length: 13}, (_, index) => {
      const links = `links:\n  - https://openreview.net/forum?id=a${index}\n`
      return [`papers/2024-head-${index}.yaml`, paperWith(`title: Head ${index}.\nvenue: NIPS 2017\n${links}`)]
    })
    using list = temporaryList({...Object.fromEntries(papers), '.github/paperlist.yml': 'rules: {venue: warn}\n'})
    const {log, outputs, summary} = run(list, {command: 'lint'})
    expect(log.map((line) => line.split(' ')[0])).toEqual([
      ...Array.from({length: 10}, () => '::error'),
      '3',
      ...Array.from({length: 10}, () => '::warning'),
      '3',
      'Read'
    ])
    expect(log[10]).toBe('3 more of severity error in the job summary.')
    expect(log[21]).toBe('3 more of severity warning in the job summary.')
    expect(outputs).toMatchObject({papers: '13', errors: '13', warnings: '13'})
    expect(summary.match(/^\| papers\/2024-head-\d+\.yaml<span>:<\/span>\d+:\d+ \|/gm)).toHaveLength(26)
  })

  test('what a file says cannot be a command', () => {
    using list = temporaryList({[goodPath]: paperWith('links:\n  - "x\\n::error::forged"\n')})
    expect(run(list, {command: 'lint'}).log).toEqual([
      `::error title=link-form,file=${goodPath},line=6,endLine=6,col=5,endColumn=25::Unexpected link \`x\\u{000A}::error::forged\`, expected a public http or https address`,
      'Read 1 paper.'
    ])
  })
})

describe('the summary', () => {
  test('shows the papers that came since base as the README will', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    git(list, 'init', '--quiet')
    commit(list)
    git(list, 'tag', 'base')
    list.write(other, otherPaper)
    commit(list)
    const {code, summary} = run(list, {command: 'lint', base: 'base'})
    expect(code).toBe(0)
    const [head = '', preview = ''] = summary.split('### How the new papers will look\n\n')
    expect(head).toBe('## paperlist\n\nRead 2 papers. 0 errors, 0 warnings.\n\n')
    run(list, {command: 'build'})
    const rows = /<tr id="2024-long-context">.*?<\/tr>\n<tr>.*?<\/tr>/s.exec(list.read('README.md'))?.[0]
    expect(rows).toContain('<strong>Long Context</strong>')
    expect(preview).toContain(rows)
    expect(preview).not.toContain('2024-retrieval-head')
  })

  test('has no preview without new papers', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    git(list, 'init', '--quiet')
    commit(list)
    expect(run(list, {command: 'lint', base: 'HEAD'}).summary).toBe(
      '## paperlist\n\nRead 1 paper. 0 errors, 0 warnings.\n'
    )
  })

  test('does without a preview where git does not know base, and says so', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    git(list, 'init', '--quiet')
    commit(list)
    const {code, log, summary} = run(list, {command: 'lint', base: 'nope'})
    expect(code).toBe(0)
    expect(log[0]).toMatch(/^::warning::No preview of the new papers\. Cannot ask git: fatal: .*nope/)
    expect(summary).toBe('## paperlist\n\nRead 1 paper. 0 errors, 0 warnings.\n')
  })

  test('may be missing', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    const env = {INPUT_COMMAND: 'lint', GITHUB_OUTPUT: `${list.root}/output`}
    list.write('output', '')
    expect(runBuilt('action.js', [], {cwd: list.root, env})).toEqual({code: 0, stdout: 'Read 1 paper.\n', stderr: ''})
  })
})
