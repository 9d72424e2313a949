/** What the cells of a column hold. */
export type Column = 'title' | 'date' | 'venue' | 'links' | 'tags' | 'summary' | 'authors' | 'number' | 'other'

const names: Readonly<Record<Exclude<Column, 'other'>, RegExp>> = {
  title:
    /^(?:titles?|papers? (?:title|name)|papers?(?: & summary| and summary)?|title & authors?|title and authors?|articles?|publications?|works?|标题|论文|论文标题|论文与摘要|题目|名称)$/u,
  date: /^(?:date|dates|year|time|month|published|publish(?:ed)? date|publication date|release(?:d| date)?|submitted|时间|日期|年份|发布时间|发表时间)$/u,
  venue:
    /^(?:venues?|pub|pubs|pub & date|pub & year|pub and date|published in|publisher|conference|conferences|journal|conf|conference\/journal|venue & year|venue\/year|source|where|会议|期刊|来源|发表|会议\/期刊)$/u,
  links:
    /^(?:links?|pdf|arxiv|code|codes|github|website|web ?site|project|project page|page|demo|data|dataset|video|resources?|repo|repository|url|urls|homepage|official|model weights|checkpoints?|blog|slides|code link|paper link|github link|链接|代码|主页|地址|开源|项目)$/u,
  tags: /^(?:tags?|keywords?|categor(?:y|ies)|topics?|tasks?|types?|fields?|areas?|domains?|modalit(?:y|ies)|techniques?|标签|关键词|类别|类型|任务|领域|方向)$/u,
  summary:
    /^(?:tl ?;? ?dr|summary|abstract|introduction|intro|description|notes?|comments?|highlights?|overview|contributions?|key ?idea|brief|摘要|简介|概述|介绍|总结|说明)$/u,
  authors: /^(?:authors?|作者)$/u,
  number: /^(?:no|#|id|idx|index|num|number|rank|序号|编号)$/u
}

/** What the header of a column promises. */
export function columnOf(header: string): Column {
  const name = header
    .replace(/\p{RGI_Emoji}|\p{Extended_Pictographic}/gv, ' ')
    .replace(/[.:：*]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
  for (const [column, form] of Object.entries(names)) {
    if (form.test(name)) return isColumn(column) ? column : 'other'
  }
  return 'other'
}

function isColumn(name: string): name is Column {
  return name in names
}

// Columns that name what a row is about where none is called a title.
const subjects = /^(?:methods?|models?|names?|name & title|method & paper|approach|algorithm|方法|模型)$/iu

/** The columns of a table. Of several that could hold the title the first word for it counts, and `Paper` may hold links. */
export function columnsOf(headers: readonly string[]): Column[] {
  const columns = headers.map(columnOf)
  const isPaper = (index: number) => /^(?:papers?|论文|publications?|articles?)$/iu.test((headers[index] ?? '').trim())
  const titles = columns.flatMap((column, index) => (column === 'title' ? [index] : []))
  const own =
    titles.find((index) => !isPaper(index)) ?? titles[0] ?? headers.findIndex((name) => subjects.test(name.trim()))
  return columns.map((column, index) => {
    if (index === own) return 'title'
    return column === 'title' ? 'links' : column
  })
}
