/** What a build can find that no rule looks for, for the page of rules. */
export const buildChecks = [
  {
    id: 'budget',
    about: 'A page stays under the size that GitHub shows',
    why: 'From `pages.budget` (450 KiB) on a page is a warning. From 500 KiB on, where GitHub cuts a README off, nothing is written.'
  },
  {
    id: 'generated',
    about: 'What is committed is what the papers make',
    why: '`paperlist build --check` and `paperlist check` compare without writing. `paperlist build` brings the files up to date.'
  }
] as const
