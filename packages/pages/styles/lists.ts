/** Home page, lists, directories. */
export const lists = `
.page-head { margin-bottom: 1.5rem; }
.lead { color: var(--muted); margin: 0 0 1rem; max-width: 46rem; }
.empty { padding: 1.25rem; background: var(--wash); color: var(--muted); }
.entries { list-style: none; padding: 0; margin: 0; border-top: 2px solid var(--red); }
.entries li { margin: 0; padding: .875rem 0; border-bottom: 1px solid var(--line); }
.entries a { font-size: 1.125rem; line-height: 1.6; text-decoration: none; text-wrap: pretty; }
.entries a:hover { text-decoration: underline; }
.entry-facts { margin: .25rem 0 0; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25em; font-size: .9375rem; color: var(--muted); }
.entry-facts .validity { font-size: .8125rem; line-height: 1.5; }
.pages, .subscribe { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.25rem; margin: 1.75rem 0 0; }
.pages > span, .subscribe > span { color: var(--muted); }
.pages ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; }
.pages li { margin: 0; }
.pages a, .subscribe a { display: inline-block; padding-block: .25rem; }
.link-grid {
  list-style: none; padding: 0; margin: 0; display: grid; gap: 0 1.5rem;
  grid-template-columns: repeat(auto-fill, minmax(min(11rem, 45%), 1fr));
}
.link-grid li { margin: 0; border-bottom: 1px solid var(--line); }
.link-grid a { display: block; padding: .5rem 0; text-decoration: none; }
.link-grid a:hover { text-decoration: underline; }
.results { list-style: none; padding: 0; margin: 0; }
.results li { margin: 0; padding: .875rem 0; border-bottom: 1px solid var(--line); }
.results a { font-size: 1.125rem; line-height: 1.6; }
.results .excerpt { margin: .25rem 0 0; line-height: 1.7; overflow-wrap: anywhere; }
.results mark { background: none; color: var(--red); font-weight: 700; }
.facets h2 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
.facets ul { list-style: none; padding: 0; margin: 0; }
.facets li { margin: 0; }
.facets li a { display: inline-block; padding-block: .125rem; text-decoration: none; }
.facets li a:hover { text-decoration: underline; }
.facets .count { color: var(--muted); font-size: .9375rem; }
.duties { list-style: none; padding: 0; margin: 0; border-top: 2px solid var(--red); counter-reset: duty; }
.duties > li { margin: 0; padding: .75rem 0; border-bottom: 1px solid var(--line); display: grid; gap: .25rem 2rem; }
.duties p { margin: 0; }
.duties ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.duties ul li { margin: 0; }
.duties a { display: inline-block; padding-block: .125rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.home-head { margin: 1.5rem 0 2rem; }
.motto { margin: 0; font: 700 clamp(1.375rem, 1rem + 2vw, 2.125rem)/1.5 var(--serif); letter-spacing: .08em; }
.motto-source { margin: 0; font-size: .9375rem; color: var(--muted); }
.doors { list-style: none; padding: 0; margin: 0; display: grid; border: 1px solid var(--line); border-top: 2px solid var(--red); }
.doors li { margin: 0; display: flex; border-bottom: 1px solid var(--line); }
.doors li:last-child { border-bottom: 0; }
.doors a { flex: 1; padding: .75rem 1rem; color: var(--ink); text-decoration: none; }
.doors a:hover { background: var(--wash); }
.doors a:hover .door-name { text-decoration: underline; text-decoration-thickness: 1px; }
.door-name { display: block; font: 700 1.125rem/1.5 var(--serif); }
.door-intro { display: block; font-size: .9375rem; line-height: 1.6; color: var(--muted); }
.soon {
  display: inline-block; margin-left: .5em; padding: 0 .5em; border: 1px solid currentcolor; border-radius: 2px;
  font: 400 .8125rem/1.5 var(--sans); color: var(--red);
}
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
.plain-links { list-style: none; padding: 0; margin: 0; border-top: 2px solid var(--red); }
.plain-links li { margin: 0; padding: .75rem 0; border-bottom: 1px solid var(--line); }
.plain-links a { font: 700 1.0625rem/1.6 var(--serif); text-decoration: none; }
.plain-links a:hover { text-decoration: underline; }
.plain-links p { margin: 0; font-size: .9375rem; line-height: 1.65; color: var(--muted); }
.aside .subscribe { margin-top: 0; }
.embed-code { margin-top: 1.25rem; }
.embed-code summary { cursor: pointer; padding-block: .25rem; color: var(--link); }
.embed main { padding: .75rem 1rem; }
.embed h1 { margin: 0 0 .5rem; font-size: 1.25rem; border-bottom: 2px solid var(--red); }
.embed h1 a { color: var(--ink); text-decoration: none; }
.embed-entries { list-style: none; padding: 0; margin: 0; }
.embed-entries li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.embed-entries a { text-decoration: none; }
.embed-entries a:hover { text-decoration: underline; }
.embed-entries time { color: var(--muted); font-size: .9375rem; }
@media (min-width: 40rem) { .doors { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); } }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 4rem; }
  .doors { grid-template-columns: repeat(5, 1fr); }
  .doors li { border-bottom: 0; border-right: 1px solid var(--line); }
  .doors li:last-child { border-right: 0; }
  .doors a { padding: 1rem 1.125rem 1.125rem; }
  .duties > li { grid-template-columns: 3fr 2fr; }
}
`;
