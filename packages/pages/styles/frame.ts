/** What surrounds every page: masthead, navigation, position, footer. */
export const frame = `
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0; top: 0; z-index: 1; padding: .75rem 1.25rem; background: var(--paper); color: var(--ink); }
.masthead { padding-block: 1.125rem 1.25rem; }
.site-header { background: var(--brand); }
.brand { display: inline-block; color: #fff; text-decoration: none; line-height: 1.3; }
.brand-owner { display: block; font-size: .9375rem; letter-spacing: .06em; }
.brand-name { display: block; font: 700 clamp(1.625rem, 1.3rem + 1.6vw, 2.25rem)/1.3 var(--serif); letter-spacing: .1em; }
.site-header :focus-visible { outline-color: #fff; }
.site-nav { background: var(--brand-deep); }
.site-nav ul { list-style: none; margin-block: 0; display: grid; grid-template-columns: repeat(3, 1fr); }
.site-nav li { margin: 0; }
.site-nav a {
  display: block; padding: .5rem .25rem; min-height: 2.75rem; color: #fff; text-align: center; text-decoration: none;
  border-bottom: 3px solid transparent;
}
.site-nav a:hover { text-decoration: underline; }
.site-nav [aria-current] { border-bottom-color: #f3d9a4; font-weight: 700; }
.crumbs { font-size: .9375rem; }
.crumbs ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; }
.crumbs li { margin: 0; }
.crumbs li:not(:last-child)::after { content: "›"; margin-inline: .5em; color: var(--muted); }
.crumbs a { display: inline-block; padding-block: .25rem; color: var(--muted); }
.site-footer {
  background: var(--wash); border-top: 1px solid var(--line); padding-block: 1.75rem 2.25rem;
  font-size: .9375rem; color: var(--muted);
}
.site-footer p { margin: 0 0 .25rem; }
.site-footer .footer-sponsor { color: var(--ink); }
.footer-codes { list-style: none; padding: 0; margin: .25rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.footer-codes li { margin: 0; }
@media (min-width: 48rem) {
  .wrap { padding-inline: 2rem; }
  .masthead { padding-block: 1.75rem; }
  .site-nav ul { display: flex; gap: 2.5rem; }
  .site-nav a { padding: .625rem 0; }
  main { padding-block: 1.5rem 5rem; }
}
`;
