import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const hash = '3f5ee243547dee91fbd053c1c4a845aa'
const at = 'https://proceedings.neurips.cc/paper_files/paper'
const paper = `${at}/2017/hash/${hash}-Abstract.html | neurips:${hash} | NeurIPS · Paper | - | neurips`
const inTrack = `${at}/2023/hash/${hash}-Abstract-Conference.html | neurips:${hash} | NeurIPS · Paper | - | neurips`

test.each([
  [`${at}/2017/hash/${hash}-Abstract.html`, paper],
  [`${at}/2017/file/${hash}-Paper.pdf`, paper],
  [`https://proceedings.neurips.cc/paper/2017/hash/${hash}-Abstract.html`, paper],
  [`https://proceedings.neurips.cc/paper/2017/file/${hash}-Paper.pdf`, paper],
  [`http://papers.nips.cc/paper/2017/hash/${hash}-Abstract.html`, paper],
  [`https://papers.nips.cc/paper_files/paper/2017/hash/${hash}-Abstract.html`, paper],
  [`https://papers.neurips.cc/paper/2017/hash/${hash}-Abstract.html`, paper],
  [`${at}/2023/hash/${hash}-Abstract-Conference.html`, inTrack],
  [`${at}/2023/file/${hash}-Paper-Conference.pdf`, inTrack],
  [
    `${at}/2023/hash/${hash}-Abstract-Datasets_and_Benchmarks.html`,
    `${at}/2023/hash/${hash}-Abstract-Datasets_and_Benchmarks.html | neurips:${hash} | NeurIPS · Paper | - | neurips`
  ],
  // Its supplement is another thing, and so is the form of the first years, which has no hash.
  [
    `${at}/2023/file/${hash}-Supplemental-Conference.pdf`,
    `${at}/2023/file/${hash}-Supplemental-Conference.pdf | - | NeurIPS · Paper | - | neurips`
  ],
  [
    'https://papers.nips.cc/paper/7181-attention-is-all-you-need',
    'https://papers.nips.cc/paper/7181-attention-is-all-you-need | - | NeurIPS · Paper | - | neurips'
  ]
])('%s', (url, facts) => {
  expect(known(url)).toBe(facts)
})
