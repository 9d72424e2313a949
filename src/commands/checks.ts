/** What a build can find that no rule looks for, for the page of rules. */
export const buildChecks = [
  {
    id: 'budget',
    about: 'A page stays under the size that GitHub shows',
    why: 'From `pages.budget` (450 KiB) on, the build moves the older groups of papers to pages of their own. What still is as long, since its prose or a single paper is, is a warning, and from 500 KiB on, where GitHub cuts a README off, nothing is written.'
  },
  {
    id: 'generated',
    about: 'What is committed is what the papers make',
    why: '`paperlist build --check` and `paperlist check` compare without writing. `paperlist build` brings the files up to date, and removes the pages that it no longer makes; a file in the place of a page that it has not made itself is an error.'
  }
] as const
