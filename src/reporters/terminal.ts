import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {reporter} from 'vfile-reporter'
import type {Finding} from '../finding.ts'
import {visible} from '../quote.ts'
import {byFile} from './files.ts'
import type {Reporter} from './reporter.ts'

/** For a person, by vfile's own reporter. */
export const terminal: Reporter = {
  name: 'terminal',
  render(findings, {color}) {
    const files = [...byFile(findings)].map(([path, messages]) => {
      const file = new VFile({path: visible(path)})
      file.messages.push(...messages.map(message))
      return file
    })
    return files.length === 0 ? '' : reporter(files, {color, quiet: true})
  }
}

function message({reason, place, ruleId, severity}: Finding): VFileMessage {
  const made = new VFileMessage(visible(reason), {place, ruleId})
  made.fatal = severity === 'info' ? undefined : severity === 'error'
  return made
}
