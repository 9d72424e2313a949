// Venues by the names that lists give them; a year, a track or a workshop may stand beside.
const names = [
  'Robotics: Science and Systems(?: \\(RSS\\))?',
  'NeurIPS|NIPS|Neurips|ICML|ICLR|AAAI|IJCAI|UAI|AISTATS|COLT|COLM|ALT|CoRL|ICRA|IROS|RSS|RA-L|RAL|HRI|ICAPS|AAMAS|ECAI|ACML|AutoML|LoG|MLSys|SysML|TMLR|JMLR|MLJ|NeSy|CoLLAs',
  'AACL|TACL|ACL|EMNLP|NAACL|EACL|COLING|CoNLL|LREC|SemEval|BlackboxNLP|IJCNLP|INLG|SIGDIAL|NLPCC|CCL|WMT|RANLP',
  'CVPR|ICCV|ECCV|WACV|BMVC|ACCV|3DV|TPAMI|PAMI|IJCV|TIP|TMM|TCSVT|SIGGRAPH(?: Asia)?|ACM ?MM|MM|ICME|ICIP|ICASSP|Interspeech|INTERSPEECH|ISMIR|TASLP|WASPAA|MICCAI|MIDL|ISBI|TMI|MedIA|CGF|TOG|TVCG|PG|ICPR|ICDAR|FG',
  'KDD|SIGKDD|WWW|TheWebConf|SIGIR|CIKM|WSDM|RecSys|ECIR|ICDM|SDM|PAKDD|ECML|TKDE|TOIS|TKDD|TIST|VLDB|PVLDB|SIGMOD|ICDE|EDBT|CIDR|TNNLS|TNN|TCYB|LOG|CHIIR|UMAP|DASFAA',
  'ASPLOS|ISCA|HPCA|MICRO|OSDI|SOSP|NSDI|ATC|USENIX(?: Security| ATC)?|EuroSys|SC|PPoPP|DAC|ICCAD|DATE|FPGA|FCCM|SIGCOMM|MobiCom|MobiSys|SenSys|SoCC|HPDC|ICS|IPDPS|Middleware|CGO|PLDI|OOPSLA|POPL|ICSE|FSE|ESEC\\/FSE|ASE|ISSTA|TSE|TOSEM|MSR|ICPC|SANER|CCS|NDSS|S&P|EuroS&P|SaTML|ACSAC|PoPETs|TIFS|TDSC',
  "CHI|UIST|CSCW|IUI|VIS|VR|ISMAR|DIS|FAccT|AIES|EAAMO|L4DC|CDC|ICAR|ISER|T-RO|TRO|Humanoids|CASE|ICDCS|INFOCOM|ICC|GLOBECOM|TWC|JSAC|TCAD|TPDS|TC|CICC|ISSCC|COMPSAC|PETS|LAK|EDM|L@S|GECCO|CEC|IEEE Access|PNAS|Nature(?: [A-Z][A-Za-z]+){0,2}|Science(?: Robotics| Advances|(?=\\s*['’(\\d])|$)|Cell|Neuron|Patterns|Transformer Circuits(?: Thread)?|Distill"
].join('|')
const suffix = String.raw`(?:[\s,-]*(?:\(?(?:Findings|Workshops?|Oral|Spotlight|Poster|Main|Demo|Industry|Long|Short|Tutorial|Survey Track|Datasets and Benchmarks|D&B|Best Paper|Outstanding Paper|Highlight|TMLR|Track)\)?))*`
const prefix = String.raw`(?:(?:Findings of(?: the)?|Findings|Proc\.|Proceedings of(?: the)?|ACM|IEEE|ACM\/IEEE|IEEE\/CVF|NeurIPS|Under review at|Accepted (?:by|at|to))\s+)?`
const year = String.raw`(?:\s*[-–,:]?\s*\(?['’]?(?:(?:19|20)\d\d|\d\d)\)?(?![\d.])|['’]\d\d)?`
const form = new RegExp(
  String.raw`(?<![\p{L}\p{N}@/-])${prefix}(?:\*?(?:${names}))(?:-(?:Findings|W|Workshop|SRW|Industry))?${year}(?![\p{L}\p{N}])${suffix}${year}`,
  'gu'
)
const words =
  /\b(?:Conference|Workshop|Workshops|Proceedings|Journal|Transactions|Symposium|Findings|Letters|Review|Annals|Magazine|Lecture Notes|Advances in|Thesis|Dissertation|Intelligence Research|Computation)\b/u

/** A venue in a text, at UTF-16 offsets of it. */
export interface FoundVenue {
  readonly start: number
  readonly end: number
  readonly venue: string
}

/** Known venues in a text, with the year beside them. */
export function findVenues(text: string): FoundVenue[] {
  return [...text.matchAll(form)].map((match) => {
    const venue = match[0].replace(/[\s,(–-]+$/u, '').replace(/^\*/, '')
    return {start: match.index, end: match.index + match[0].length, venue: venue.replace(/\s+/gu, ' ')}
  })
}

/** Whether a text as a whole names a venue, one that is not among the known ones too. */
export function isVenue(text: string): boolean {
  const [first] = findVenues(text)
  return (first !== undefined && first.start <= 2) || words.test(text)
}

/** The word by which a text says that there is no venue yet. */
export function preprintIn(text: string): string | undefined {
  return /\b(?:arxiv(?: preprint)?|pre-?print|biorxiv|medrxiv|under review|in submission|tech(?:nical)? report|ssrn)\b(?:[\s,]*(?:19|20)\d\d(?!\d|\.\d))?/iu.exec(
    text
  )?.[0]
}

/** What stands where a venue would and says that there is none yet. */
export function isPreprint(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:arxiv|preprint|pre-print|biorxiv|medrxiv|under review|in submission|technical report|tech report|ssrn)\b/iu.test(
    text
  )
}
