// What lists write on their links, in small letters, and the kind that it means.
const kinds: Readonly<Record<string, string>> = {
  Paper:
    'paper,papers,pdf,arxiv,arxiv paper,paper link,full paper,full text,html,abs,abstract,doi,openreview,proceedings,preprint,publication,link,links,url,here,read,cvf,acm,ieee,springer,acl,biorxiv,论文,论文链接,链接,原文,文章,paper url,ar5iv,arxiv link,paper page,semantic scholar,acl anthology,ps,conference,journal,report,tech report,technical report',
  Code: 'code,codes,github,git,git repo,github repo,github repository,github code,github page,official,official code,official implementation,implementation,pytorch,pytorch code,tensorflow,tf,jax,keras,caffe,matlab,repo,repository,source,source code,colab,notebook,unofficial,third party,star,stars,github stars,github repo stars,代码,源码,仓库,开源代码,code link,gitlab,script',
  Page: 'project,project page,page,website,web,webpage,web page,homepage,home page,home,site,project website,project-page,homepage link,主页,项目,项目主页,官网,project link',
  Demo: 'demo,demos,online demo,live demo,playground,space,hf demo,hf space,演示',
  Video: 'video,videos,youtube,talk,presentation,recording,bilibili,视频',
  Data: 'data,dataset,datasets,dataset link,data link,benchmark,数据,数据集',
  Post: 'blog,blog post,blogpost,post,tweet,twitter,thread,article,medium,博客,解读,知乎,zhihu',
  Slides: 'slides,slide,ppt,幻灯片',
  Poster: 'poster,海报',
  Model:
    'model,models,hf,huggingface,hugging face,checkpoint,checkpoints,weights,model weights,ckpt,hf model,modelscope,模型',
  BibTeX: 'bib,bibtex,cite,citation,引用',
  Supplement: 'supp,supplement,supplementary,supplementary material,appendix,附录',
  Leaderboard: 'leaderboard',
  Documentation: 'docs,doc,documentation,文档',
  Review: 'review,reviews'
}

const byLabel: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, labels]) => labels.split(',').map((label) => [label, kind]))
)

/** A label without brackets, emoji and punctuation round it, in small letters. */
export function bareLabel(text: string): string {
  return text
    .replace(/\p{RGI_Emoji}|\p{Extended_Pictographic}|[\u200d\ufe0f]/gv, ' ')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/[\s_]+/gu, ' ')
    .toLowerCase()
}

/** The kind of link that a label names, `Paper` for `[[pdf]]`; undefined for any other words. */
export function kindOfLabel(text: string): string | undefined {
  const label = bareLabel(text)
  return (
    byLabel.get(label) ??
    byLabel.get(label.replace(/[\s-]*(?:\d+|v\d+|badge|link)$/u, '')) ??
    byLabel.get(label.replace(/^(?:the|our|official|project) /u, ''))
  )
}
