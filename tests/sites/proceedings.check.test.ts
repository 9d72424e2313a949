import {describe, expect, test} from 'vitest'
import {judge, title} from '../support/judge.ts'
import {always, type Host} from '../support/loopback.ts'
import {amazonWall, cloudflare, page, proceedings} from '../support/publishers.ts'

const other = 'A Survey of Quantum Chromodynamics on the Lattice'
const notThis = `mismatch: the page is \`${other}\`, not \`${title}\``
const verified = 'verified: the page names this paper'
const gone = 'broken: asked twice, and the answer was 404'
const hash = '0123456789abcdef0123456789abcdef'

const hosts: Readonly<Record<string, Host>> = {
  'aclanthology.org': proceedings({'/P19-1580/': title, '/2024.acl-long.1/': other}),
  'ojs.aaai.org': proceedings({
    '/index.php/AAAI/article/view/17605': title,
    '/index.php/AAAI/article/view/1': other
  }),
  'proceedings.mlr.press': proceedings({'/v202/a23b.html': title, '/v202/c23d.html': other}),
  'proceedings.neurips.cc': proceedings({
    [`/paper_files/paper/2023/hash/${hash}-Abstract-Conference.html`]: title,
    [`/paper_files/paper/2023/hash/${hash.replace('0', 'f')}-Abstract-Conference.html`]: other
  }),
  'openaccess.thecvf.com': proceedings({
    '/content/CVPR2024/html/A_B_CVPR_2024_paper.html': title,
    '/content/CVPR2024/html/C_D_CVPR_2024_paper.html': other
  }),
  'huggingface.co': ({url}) => {
    if (url.pathname === '/papers/2404.15574') {
      return {body: page('Paper page', {'og:title': `Paper page - ${title}`})}
    }
    if (url.pathname === '/datasets/a/b') return {body: page('a/b · Datasets at Hugging Face')}
    if (url.pathname === '/busy/busy') return {status: 429, headers: {'retry-after': '3600'}}
    if (url.pathname === '/private/gone') return {status: 401, body: page('401', {}, 'Repository not found')}
    return {status: 404}
  },
  'ieeexplore.ieee.org': always({status: 418}),
  'www.semanticscholar.org': always(amazonWall),
  'www.science.org': always(cloudflare),
  'challenge.example': always({body: page('Just a moment...', {}, 'Checking your browser')}),
  'datadome.example': always({status: 403, headers: {'x-datadome': 'protected'}}),
  'protected.example': always({headers: {'x-datadome': 'protected'}, body: page(title, {citation_title: title})}),
  'grand.example': ({url}) => (url.pathname === '/challenge/2024' ? {body: page(title)} : {status: 404}),
  'www.linkedin.com': always({status: 999}),
  'paywall.example': always({status: 402}),
  'sent.example': ({url}) =>
    url.pathname === '/challenge'
      ? {body: page('Are you human?')}
      : {status: 302, headers: {location: 'https://sent.example/challenge?to=/paper'}}
}

describe('pages that name their paper, and those that do not', async () => {
  const expected: [url: string, verdict: string][] = [
    ['https://aclanthology.org/P19-1580/', verified],
    ['https://aclanthology.org/2024.acl-long.1/', notThis],
    ['https://aclanthology.org/P19-9999/', gone],
    ['https://ojs.aaai.org/index.php/AAAI/article/view/17605', verified],
    ['https://ojs.aaai.org/index.php/AAAI/article/view/1', notThis],
    ['https://ojs.aaai.org/index.php/AAAI/article/view/2', gone],
    ['https://proceedings.mlr.press/v202/a23b.html', verified],
    ['https://proceedings.mlr.press/v202/c23d.html', notThis],
    ['https://proceedings.mlr.press/v202/e23f.html', gone],
    [`https://proceedings.neurips.cc/paper_files/paper/2023/hash/${hash}-Abstract-Conference.html`, verified],
    [
      `https://proceedings.neurips.cc/paper_files/paper/2023/hash/${hash.replace('0', 'f')}-Abstract-Conference.html`,
      notThis
    ],
    [
      `https://proceedings.neurips.cc/paper_files/paper/2023/hash/${hash.replace('0', 'e')}-Abstract-Conference.html`,
      gone
    ],
    ['https://openaccess.thecvf.com/content/CVPR2024/html/A_B_CVPR_2024_paper.html', verified],
    ['https://openaccess.thecvf.com/content/CVPR2024/html/C_D_CVPR_2024_paper.html', notThis],
    ['https://openaccess.thecvf.com/content/CVPR2024/html/E_F_CVPR_2024_paper.html', gone],
    ['https://huggingface.co/papers/2404.15574', verified],
    ['https://huggingface.co/papers/2404.99999', gone],
    ['https://ieeexplore.ieee.org/document/1', 'blocked: status 418, which robots get for live pages too'],
    ['https://www.semanticscholar.org/paper/1', 'blocked: a challenge to robots, with status 202'],
    ['https://www.science.org/doi/10.1126/science.1', 'blocked: a challenge to robots, with status 403'],
    ['https://challenge.example/paper', 'blocked: a challenge to robots, with status 200'],
    ['https://datadome.example/paper', 'blocked: status 403, which robots get for live pages too'],
    ['https://protected.example/paper', verified],
    ['https://grand.example/challenge/2024', 'alive: answered well; the page does not say which paper it is'],
    ['https://grand.example/challenge/2023', gone],
    ['https://www.linkedin.com/in/a', 'blocked: status 999, which robots get for live pages too'],
    ['https://paywall.example/', 'blocked: status 402, which robots get for live pages too'],
    ['https://sent.example/paper', 'blocked: a challenge to robots, with status 200']
  ]
  const withoutPaper: [url: string, verdict: string][] = [
    ['https://huggingface.co/datasets/a/b', 'alive: answered well'],
    ['https://huggingface.co/gone/gone', gone],
    ['https://huggingface.co/private/gone', 'blocked: status 401, which robots get for live pages too'],
    ['https://huggingface.co/busy/busy', 'transient: too many requests, said the server three times']
  ]
  const judged = await judge(
    hosts,
    expected.map(([url]) => url),
    {withoutPaper: withoutPaper.map(([url]) => url)}
  )

  test.each([...expected, ...withoutPaper])('%s', (url, verdict) => {
    expect(judged.verdict(url)).toBe(verdict)
  })
})
