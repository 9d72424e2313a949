import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const at = 'https://openaccess.thecvf.com'
const paper = `${at}/content/CVPR2024/html/A_B_CVPR_2024_paper.html | cvf:A_B_CVPR_2024_paper | CVPR · Paper | - | cvf`

test.each([
  [`${at}/content/CVPR2024/html/A_B_CVPR_2024_paper.html`, paper],
  [`${at}/content/CVPR2024/papers/A_B_CVPR_2024_paper.pdf`, paper],
  ['http://openaccess.thecvf.com/content/CVPR2024/html/A_B_CVPR_2024_paper.html#a', paper],
  [
    `${at}/content_ICCV_2019/html/A_B_ICCV_2019_paper.html`,
    `${at}/content_ICCV_2019/html/A_B_ICCV_2019_paper.html | cvf:A_B_ICCV_2019_paper | ICCV · Paper | - | cvf`
  ],
  [
    `${at}/content/WACV2023/papers/A_B_WACV_2023_paper.pdf`,
    `${at}/content/WACV2023/html/A_B_WACV_2023_paper.html | cvf:A_B_WACV_2023_paper | WACV · Paper | - | cvf`
  ],
  [
    `${at}/content/CVPR2024W/XAI/html/A_B_CVPRW_2024_paper.html`,
    `${at}/content/CVPR2024W/XAI/html/A_B_CVPRW_2024_paper.html | cvf:A_B_CVPRW_2024_paper | CVPRW · Paper | - | cvf`
  ],
  [
    `${at}/content_CVPRW_2019/papers/XAI/A_B_CVPRW_2019_paper.pdf`,
    `${at}/content_CVPRW_2019/html/XAI/A_B_CVPRW_2019_paper.html | cvf:A_B_CVPRW_2019_paper | CVPRW · Paper | - | cvf`
  ],
  [`${at}/CVPR2024`, `${at}/CVPR2024 | - | CVF · Paper | - | cvf`]
])('%s', (url, facts) => {
  expect(known(url)).toBe(facts)
})
