// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.NNNN from April 2007, five digits from
// 2015, and archive/YYMMNNN before.
export const arxivForm = String.raw`\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7}`

const arxiv = new RegExp(`^(?:${arxivForm})$`, 'i')
// https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html
const doi = /^10\.\d{4,9}\/\S+$/

/** Whether a text is an arXiv identifier, without a version. */
export function isArxivIdentifier(text: string): boolean {
  return arxiv.test(text)
}

/** Whether a text is a DOI. */
export function isDoi(text: string): boolean {
  return doi.test(text)
}

// https://info.arxiv.org/help/doi.html
const arxivDoi = new RegExp(String.raw`^10\.48550\/arxiv\.(${arxivForm})(?:v\d+)?\/?$`, 'i')

/** The arXiv identifier that a DOI is made from, without a version; undefined for any other DOI. */
export function arxivOfDoi(text: string): string | undefined {
  return arxivDoi.exec(text)?.[1]
}

/**
 * What a DOI stands for, comparable across sites: an arXiv or Anthology paper by that name, else the
 * DOI itself, without case (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html).
 */
export function doiIdentifier(text: string): string | undefined {
  const lower = text.toLowerCase()
  if (!isDoi(lower)) return undefined
  const preprint = arxivOfDoi(lower)
  if (preprint) return `arxiv:${preprint}`
  // https://aclanthology.org/faq/doi/
  const anthology = /^10\.(?:18653\/v1|3115\/v1)\/(.+)$/.exec(lower)?.[1]
  return anthology ? `acl:${anthology}` : `doi:${lower}`
}
