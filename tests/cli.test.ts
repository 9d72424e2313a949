import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}
import {goodPaper, goodPath, paperWith, temporaryList} from './support/list.ts'
import {type Ended, runBuilt} from './support/process.ts'
import {otherPaper} from './support/verdict.ts'

const other = 'papers/2024-long-context.yaml'
const stopped = paperWith('title: Retrieval Head.\n')

/** Runs the command line in a list of some files. */
function run(files: Readonly<Record<string, string>>, ...parameters: string[]): Ended {
  using list = temporaryList(files)
  return runBuilt('cli.js', parameters, {cwd: list.root})
}

describe('exit codes', () => {
  test.each([
    ['lint', goodPaper, 0, 'Read 1 paper. 0 errors, 0 warnings'],
    ['lint', stopped, 1, 'Read 1 paper. 1 error, 0 warnings'],
    ['build', goodPaper, 0, 'Read 1 paper in 1 group. Wrote README.md. 0 errors, 0 warnings'],
    ['build', stopped, 1, 'Read 1 paper in 1 group. Wrote README.md. 1 error, 0 warnings'],
    ['build', 'titel: x', 1, 'Read 0 papers in 0 groups. Nothing was written. 4 errors, 0 warnings'],
    ['check', goodPaper, 1, 'Read 1 paper in 1 group. Nothing was written. 1 error, 0 warnings']
  ])('%s', (command, paper, code, note) => {
    const ended = run({[goodPath]: paper}, command)
    expect(ended).toMatchObject({code, stderr: ''})
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toMatch(/^(.*), \d+\.\d\d s\.$/)
    expect(ended.stdout).toContain(`${note}, `)
  })

  test('a warning alone is no failure', () => {
    const ended = run({[goodPath]: stopped, '.github/paperlist.yml': 'rules: {title: warn}\n'}, 'lint')
    expect(ended).toMatchObject({code: 0, stderr: ''})
    expect(ended.stdout).toContain('0 errors, 1 warning,')
  })

  test('build, then check and build --check, then a change', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    const code = (...parameters: string[]) => runBuilt('cli.js', parameters, {cwd: list.root}).code
    expect(code('build', '--check')).toBe(1)
    expect(existsSync(join(list.root, 'README.md'))).toBe(false)
    expect(code('build')).toBe(0)
    expect(code('check')).toBe(0)
    expect(code('build', '--check')).toBe(0)
    list.write(other, otherPaper)
    expect(code('check')).toBe(1)
  })
})

describe('what the user can mend is one line on stderr, and exit 2', () => {
  const missing = 'ENOENT: no such file or directory, scandir'
  const usage = 'Try `paperlist --help`.'

  test.each([
    [['frob'], `unknown command 'frob'. ${usage}`],
    [['lnt'], `unknown command 'lnt' (Did you mean lint?) ${usage}`],
    [['lint', '--frob'], `unknown option '--frob'. ${usage}`],
    [['lint', '--formt', 'json'], `unknown option '--formt' (Did you mean --format?) ${usage}`],
    [['build', 'papers'], `too many arguments for 'build'. Expected 0 arguments but got 1. ${usage}`],
    [['lint', '--cwd'], `option '--cwd <folder>' argument missing. ${usage}`],
    [
      ['lint', '--format', 'sarif'],
      `option '--format <format>' argument 'sarif' is invalid. Allowed choices are terminal, json, github. ${usage}`
    ],
    [['lint', '--config='], `option '--config <file>' argument '' is invalid. Expected a path. ${usage}`],
    [['lint', '--fr\u{1B}[31mob\nx'], `unknown option '--fr\\u{001B}[31mob x'. ${usage}`],
    [['lint', '--config', 'missing.yml'], 'missing.yml: Unexpected missing file, expected it to exist'],
    [['lint', '--config', 'papers'], 'papers: Unexpected folder, device or pipe, expected a regular file'],
    [['lint', '--config', 'bad.yml'], 'bad.yml:2:3: Unexpected field `titel`, expected one of `name` or `before`'],
    [
      ['lint', '--config', 'rule.yml'],
      expect.stringMatching(/^rule\.yml: Unexpected rule `titel`, expected schema, .* or ignore$/)
    ],
    [['lint', '--config', 'list.yml'], 'list.yml:1:1: Unexpected list, expected fields: `name: value`'],
    [['lint', 'papers/missing.yaml'], 'Cannot find papers/missing.yaml'],
    [['lint', '/'], expect.stringMatching(/^Cannot lint [./]+, which is neither in papers\/ nor a template$/)],
    [
      ['lint', '--explain', 'titel'],
      expect.stringMatching(/^Unexpected rule `titel`, expected schema, .* or generated$/)
    ],
    [['build', '--cwd', '/nowhere'], `Cannot read the folder of papers: ${missing} '/nowhere/papers'`]
  ])('%j', (parameters, message) => {
    const files = {
      [goodPath]: goodPaper,
      'bad.yml': 'groups:\n- titel: x\n  name: x\n',
      'rule.yml': 'rules: {titel: warn}\n',
      'list.yml': '- papers\n'
    }
    const {code, stdout, stderr} = run(files, ...parameters)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(/^paperlist: [^\n]*\n$/)
    expect(stderr.slice('paperlist: '.length, -1)).toEqual(message)
  })

  test('a file that cannot be written', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    mkdirSync(join(list.root, 'README.md'))
    expect(runBuilt('cli.js', ['build'], {cwd: list.root})).toEqual({
      code: 2,
      stdout: '',
      stderr: `paperlist: Cannot write ${list.root}/README.md: a folder, link, device or pipe stands in its place\n`
    })
  })

  test('no command at all shows the help, on stderr', () => {
    const {code, stdout, stderr} = run({})
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(/^Usage: paperlist /)
  })
})

describe('help and version', () => {
  test.each(['lint', 'build', 'check'])('paperlist %s', (command) => {
    const help = run({}, command, '--help')
    expect(help).toMatchObject({code: 0, stderr: ''})
    expect(help.stdout).toMatch(new RegExp(`^Usage: paperlist ${command} `))
    for (const option of ['--cwd', '--config', '--format', '--no-color', '--quiet'])
      expect(help.stdout).toContain(option)
    expect(run({}, command, '--version')).toEqual({code: 0, stdout: `${packageJson.version}\n`, stderr: ''})
  })

  test('paperlist', () => {
    expect(run({}, '--version')).toEqual({code: 0, stdout: `${packageJson.version}\n`, stderr: ''})
    const help = run({}, '--help')
    expect(help).toMatchObject({code: 0, stderr: ''})
    expect(help.stdout).toMatch(/^Usage: paperlist /)
    for (const command of ['lint', 'build', 'check']) expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  test('lint --explain needs no list', () => {
    const {code, stdout, stderr} = run({}, 'lint', '--explain', 'title', '--cwd', '/nowhere')
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(/^## title\n\nThe title is one line/)
  })
})

describe('--format json', () => {
  test('is one document, and nothing else', () => {
    const files = {[goodPath]: paperWith('title: Retrieval Head.\nvenue: NIPS 2017\n'), 'papers/a.txt': ''}
    const {code, stdout, stderr} = run(
      {...files, '.github/paperlist.yml': 'rules: {venue: warn, stray-file: info}\n'},
      'lint',
      '--format',
      'json'
    )
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    const url = 'https://github.com/IAAR-Shanghai/Awesome-Attention-Heads/blob/main/docs/rules.md'
    expect(JSON.parse(stdout)).toEqual([
      {
        path: goodPath,
        messages: [
          {
            ruleId: 'title',
            severity: 'error',
            reason: 'Unexpected full stop at the end of the title, expected `Retrieval Head`',
            line: 1,
            column: 8,
            endLine: 1,
            endColumn: 23,
            url: `${url}#title`
          },
          {
            ruleId: 'venue',
            severity: 'warning',
            reason: 'Unexpected venue `NIPS 2017`, expected `NeurIPS 2017`',
            line: 11,
            column: 8,
            endLine: 11,
            endColumn: 17,
            url: `${url}#venue`
          }
        ]
      },
      {
        path: 'papers/a.txt',
        messages: [
          {
            ruleId: 'stray-file',
            severity: 'info',
            reason: 'Unexpected file `a.txt`, expected only paper files, which end in `.yaml`',
            line: null,
            column: null,
            endLine: null,
            endColumn: null,
            url: `${url}#stray-file`
          }
        ]
      }
    ])
  })

  test.each(['lint', 'build'])('%s of a list with nothing wrong is an empty array', (command) => {
    expect(run({[goodPath]: goodPaper}, command, '--format', 'json')).toEqual({code: 0, stdout: '[]\n', stderr: ''})
  })

  test('a failure prints no document', () => {
    expect(run({}, 'lint', 'nowhere', '--format', 'json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'paperlist: Cannot find nowhere\n'
    })
  })
})

describe('--format github', () => {
  test('is one command a finding, and nothing else', () => {
    const config = {'.github/paperlist.yml': 'rules: {title: warn, file-name: info}\n'}
    const files = {
      'papers/2023-retrieval-head.yaml': paperWith('title: Retrieval Head.\nvenue: NIPS 2017\n'),
      ...config
    }
    expect(run(files, 'lint', '--format', 'github')).toEqual({
      code: 1,
      stderr: '',
      stdout: `::notice file=papers/2023-retrieval-head.yaml,title=file-name::Unexpected \`2023\` at the start of the file name, expected \`2024\`; \`2024-retrieval-head.yaml\` would do
::warning file=papers/2023-retrieval-head.yaml,line=1,endLine=1,col=8,endColumn=23,title=title::Unexpected full stop at the end of the title, expected \`Retrieval Head\`
::error file=papers/2023-retrieval-head.yaml,line=11,endLine=11,col=8,endColumn=17,title=venue::Unexpected venue \`NIPS 2017\`, expected \`NeurIPS 2017\`
`
    })
  })

  test('nothing wrong prints nothing', () => {
    expect(run({[goodPath]: goodPaper}, 'lint', '--format', 'github')).toEqual({code: 0, stdout: '', stderr: ''})
  })
})

describe('the terminal', () => {
  test('names the file once, and each finding with its place, severity and rule', () => {
    const {stdout} = run({[goodPath]: stopped}, 'lint')
    const [file, finding, ...rest] = stdout.split('\n')
    expect(file).toBe(goodPath)
    expect(finding?.trim().replaceAll(/\s+/g, ' ')).toBe(
      '1:8-1:23 error Unexpected full stop at the end of the title, expected `Retrieval Head` title'
    )
    expect(rest[0]).toBe('')
    expect(rest[1]).toBe('✖ 1 error')
  })

  test('a pipe gets no colours, whatever NO_COLOR and --no-color say', () => {
    using list = temporaryList({[goodPath]: stopped})
    const outputs = [
      runBuilt('cli.js', ['lint'], {cwd: list.root}),
      runBuilt('cli.js', ['lint', '--no-color'], {cwd: list.root}),
      runBuilt('cli.js', ['lint'], {cwd: list.root, env: {NO_COLOR: '1'}})
    ].map(({stdout}) => stdout.replace(/\d+\.\d\d s/, 'N s'))
    expect(outputs[0]).not.toContain('\u{1B}')
    expect(new Set(outputs).size).toBe(1)
  })

  test('what a file says cannot move the cursor', () => {
    using list = temporaryList({'papers/2024-\u{1B}[31mred.yaml': 'title: \u{1B}[2Jx\n'})
    const {code, stdout} = runBuilt('cli.js', ['lint'], {cwd: list.root})
    expect(code).toBe(1)
    expect(stdout).not.toContain('\u{1B}')
    expect(stdout).toContain('papers/2024-\\u{001B}[31mred.yaml')
  })
})

test('a reader that has heard enough is no failure', () => {
  const papers = Array.from({length: 500}, (_, index) => [`papers/2024-${index}.yaml`, 'titel: x\n'])
  using list = temporaryList(Object.fromEntries(papers))
  const cli = join(import.meta.dirname, '../dist/cli.js')
  const piped = `"${process.execPath}" "${cli}" lint --format json | head -c 1`
  const {stdout, stderr} = spawnSync('sh', ['-c', piped], {cwd: list.root, encoding: 'utf8'})
  expect({stdout, stderr}).toEqual({stdout: '[', stderr: ''})
})

describe('--quiet', () => {
  const files = {[goodPath]: paperWith('title: Retrieval Head.\nvenue: NIPS 2017\n')}

  test('leaves errors only, without a last line', () => {
    const config = {'.github/paperlist.yml': 'rules: {venue: warn}\n'}
    const {code, stdout, stderr} = run({...files, ...config}, 'lint', '--quiet')
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(stdout).toContain('Unexpected full stop')
    expect(stdout).not.toMatch(/NIPS|Read 1 paper/)
  })

  test('nothing wrong says nothing', () => {
    expect(run({[goodPath]: goodPaper}, 'build', '--quiet')).toEqual({code: 0, stdout: '', stderr: ''})
  })
})

describe('--cwd and --config', () => {
  test('paths, the configuration and what is written are from the folder of the list', () => {
    using outer = temporaryList({
      'lists/heads/papers/2024-retrieval-head.yaml': stopped,
      'lists/heads/conf/mine.yml': 'rules: {title: off}\n',
      'lists/heads/README.md': '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'
    })
    const at = (...parameters: string[]) =>
      runBuilt('cli.js', [...parameters, '--format', 'json', '--cwd', 'lists/heads'], {cwd: outer.root})
    expect(at('lint')).toMatchObject({code: 1, stderr: ''})
    expect(at('lint', '--config', 'conf/mine.yml')).toEqual({code: 0, stdout: '[]\n', stderr: ''})
    expect(at('lint', 'papers/2024-retrieval-head.yaml')).toMatchObject({code: 1, stderr: ''})
    expect(at('build', '--config', 'conf/mine.yml')).toEqual({code: 0, stdout: '[]\n', stderr: ''})
    expect(outer.read('lists/heads/README.md')).toContain('<strong>Retrieval Head.</strong>')
    expect(existsSync(join(outer.root, 'README.md'))).toBe(false)
  })
})
