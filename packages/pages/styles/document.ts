/** Documents, interpretations and pages of running text, set as official documents are: Song, indented, 2 lines. */
export const documentStyle = `
.document > h1 { text-align: center; margin: 1.5rem auto 1.75rem; max-width: 26em; }
.facts { margin: 0 0 1.5rem; border-top: 2px solid var(--red); display: grid; font-size: 1rem; }
.facts > div { display: flex; border-bottom: 1px solid var(--line); }
.facts dt { flex: 0 0 7.5em; padding: .5rem .75rem; background: var(--wash); color: var(--muted); }
.facts dd { margin: 0; padding: .5rem .75rem; min-width: 0; }
.jumps { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.jumps a { padding-block: .25rem; }
.notice { padding: .75rem 1rem; background: var(--notice); border-left: 4px solid var(--notice-line); }
.subject { padding: .75rem 1rem; background: var(--wash); border-left: 4px solid var(--red); }
.subject-label { display: block; font-size: .9375rem; color: var(--muted); }
.text { max-width: 44rem; margin: 2.5rem auto; font-family: var(--serif); font-size: 1.125rem; line-height: 2; }
.text p { margin: 0 0 .5rem; text-align: justify; text-indent: 2em; }
.text h2 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; text-indent: 1.6em; text-wrap: wrap; }
.text h3 { font-size: 1.125rem; margin: 1.25rem 0 .5rem; text-indent: 1.78em; text-wrap: wrap; }
.text .text-number, .text .text-title { text-align: center; text-indent: 0; }
.text .text-number { margin-bottom: 1.25rem; padding-bottom: .75rem; border-bottom: 2px solid var(--red); }
.text .text-title { font-weight: 700; }
.text .text-addressee { text-indent: 0; }
.text .text-closing { text-align: right; text-indent: 0; padding-right: 2em; }
.text .text-mark { margin-top: .75rem; }
.table-scroll { overflow-x: auto; margin: 1rem 0; }
.text td { border: 1px solid var(--line); padding: .375rem .625rem; font-size: 1rem; line-height: 1.7; min-width: 4em; }
.related { max-width: 44rem; margin: 2.5rem auto 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.related h2 { margin: 0 0 .5rem; font-size: 1.1875rem; }
.files { list-style: none; padding: 0; margin: 0; }
.files li { margin: 0; padding: .375rem 0; }
.file-facts { margin-left: .75em; font-size: .9375rem; color: var(--muted); white-space: nowrap; }
.prose { max-width: 46rem; }
.prose .link-grid { max-width: none; }
.counts { margin: 1rem 0; min-width: min(100%, 24rem); }
.counts caption { text-align: left; font-weight: 700; padding-bottom: .5rem; }
.counts th, .counts td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
.counts thead th { border-top: 2px solid var(--red); background: var(--wash); color: var(--muted); }
.counts td, .counts thead th:last-child { text-align: right; font-variant-numeric: tabular-nums; }
@media (min-width: 48rem) {
  .document .facts { grid-template-columns: 1fr 1fr; column-gap: 2rem; }
}
`;
