import type {Progress} from '../links/run.ts'

/** Milliseconds before the first line: short work needs none. */
const patience = 1000
const between = 100

/** A line that is written over itself while work goes on. */
export interface ProgressLine {
  readonly update: (progress: Progress) => void
  readonly clear: () => void
}

/**
 * Shows how far a run has come.
 *
 * @param write to a terminal
 */
export function showProgress(write: (text: string) => void): ProgressLine {
  let next = performance.now() + patience
  let isShown = false
  return {
    update(progress) {
      const now = performance.now()
      if (now < next) return
      next = now + between
      isShown = true
      write(`\r\u001B[K${lineOf(progress)}`)
    },
    clear() {
      if (isShown) write('\r\u001B[K')
    }
  }
}

function lineOf({done, left, outcomes, slowest}: Progress): string {
  const counts = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`)
  const waiting = slowest ? `, most for ${slowest.replace(/[^\w.:-]/g, '?').slice(0, 40)}` : ''
  return `${done} done, ${left} left${waiting} (${counts.join(', ')})`
}
