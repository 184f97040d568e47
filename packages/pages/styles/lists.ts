/** Home page, lists, directories. */
export const lists = `
.page-head { margin-bottom: 1.5rem; }
.lead { color: var(--muted); margin: 0 0 1rem; }
.empty { padding: 1.25rem; background: var(--wash); color: var(--muted); }
.entries { list-style: none; padding: 0; margin: 0; border-top: 2px solid var(--red); }
.entries li { margin: 0; padding: .875rem 0; border-bottom: 1px solid var(--line); }
.entries a { font-size: 1.125rem; line-height: 1.6; text-decoration: none; }
.entries a:hover { text-decoration: underline; }
.entry-facts { margin: .125rem 0 0; display: flex; flex-wrap: wrap; gap: 0 1.25em; font-size: .9375rem; color: var(--muted); }
.pages, .subscribe { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.25rem; margin: 1.75rem 0 0; }
.pages > span, .subscribe > span { color: var(--muted); }
.pages ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; }
.pages li { margin: 0; }
.pages a, .subscribe a { display: inline-block; padding-block: .25rem; }
.link-grid {
  list-style: none; padding: 0; margin: 0; display: grid; gap: 0 1.5rem;
  grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
}
.link-grid li { margin: 0; border-bottom: 1px solid var(--line); }
.link-grid a { display: block; padding: .5rem 0; text-decoration: none; }
.link-grid a:hover { text-decoration: underline; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.home-head { margin: 1.25rem 0 1.75rem; }
.motto { margin: 0; font: 700 clamp(1.375rem, 1rem + 2vw, 2rem)/1.5 var(--serif); letter-spacing: .06em; }
.motto-source { margin: 0; font-size: .9375rem; color: var(--muted); }
.doors { list-style: none; padding: 0; margin: 0; display: grid; gap: .75rem; }
.doors li { margin: 0; display: flex; }
.doors a {
  flex: 1; padding: .875rem 1rem; background: var(--wash); border-left: 4px solid var(--red); color: var(--ink);
  text-decoration: none;
}
.doors a:hover .door-name { text-decoration: underline; }
.door-name { display: block; font: 700 1.125rem/1.5 var(--serif); }
.door-intro { display: block; font-size: .9375rem; line-height: 1.6; color: var(--muted); }
.soon {
  display: inline-block; margin-left: .5em; padding: 0 .5em; border: 1px solid currentcolor; border-radius: 2px;
  font: 400 .8125rem/1.5 var(--sans); color: var(--red);
}
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
.plain-links { list-style: none; padding: 0; margin: 0; }
.plain-links a { font-weight: 700; }
.plain-links p { margin: 0 0 .75rem; font-size: .9375rem; line-height: 1.65; color: var(--muted); }
.aside .subscribe { margin-top: 0; }
@media (min-width: 40rem) { .doors { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); } }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 3.5rem; }
  .doors { grid-template-columns: repeat(5, 1fr); }
  .doors a { border-left: 0; border-top: 4px solid var(--red); padding: 1rem 1.125rem 1.25rem; }
}
`;
