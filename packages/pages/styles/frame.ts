/** What surrounds every page: masthead, search, navigation, position, footer. */
export const frame = `
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0; top: 0; z-index: 1; padding: .75rem 1.25rem; background: var(--paper); color: var(--ink); }
.site-header { background: var(--wash); }
.masthead { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 2rem; padding-block: .875rem; }
.brand { display: flex; align-items: center; gap: .75rem; color: var(--ink); text-decoration: none; line-height: 1.3; margin-right: auto; }
.seal {
  flex: none; width: 3rem; height: 3rem; display: grid; place-content: center; background: var(--brand); color: #fff;
  border-radius: 3px; font: 700 1.125rem/1.1 var(--serif); text-align: center; letter-spacing: .02em;
  box-shadow: inset 0 0 0 2px var(--brand), inset 0 0 0 3px #fff;
}
.brand-owner { display: block; font-size: .9375rem; letter-spacing: .08em; color: var(--muted); }
.brand-name { display: block; font: 700 1.5rem/1.3 var(--serif); letter-spacing: .12em; }
.search { display: flex; }
search { flex: 1 1 100%; min-width: 0; }
.search input {
  flex: 1; min-width: 0; min-height: 2.75rem; padding: .25rem .75rem; background: var(--paper); border: 1px solid var(--muted);
  border-right: 0; border-radius: 3px 0 0 3px;
}
.search button, .search-again button {
  min-height: 2.75rem; padding: .25rem 1.25rem; border: 0; border-radius: 0 3px 3px 0; background: var(--brand); color: #fff;
  cursor: pointer;
}
.search button:hover, .search-again button:hover { background: var(--brand-deep); }
.comfort { display: flex; gap: .25rem 1rem; border: 0; margin: 0; padding: 0; font-size: .9375rem; color: var(--muted); }
.comfort label { display: flex; align-items: center; gap: .375em; min-height: 1.75rem; cursor: pointer; }
.comfort input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--brand); }
.search-again { display: flex; gap: .5rem; max-width: 36rem; margin-bottom: 1rem; }
.search-again input {
  flex: 1; min-width: 0; min-height: 2.75rem; padding: .25rem .75rem; background: var(--paper); border: 1px solid var(--muted);
  border-radius: 3px;
}
.search-again button { border-radius: 3px; }
.own-form label { display: block; }
.own-form input, .own-form select {
  box-sizing: border-box; width: 100%; max-width: 30rem; min-height: 2.75rem; padding: .25rem .75rem; font: inherit;
  color: inherit; background: var(--paper); border: 1px solid var(--muted); border-radius: 3px;
}
.own-form button {
  min-height: 2.75rem; padding: .25rem 1.25rem; border: 0; border-radius: 3px; background: var(--brand); color: #fff;
  cursor: pointer;
}
.own-form button:hover { background: var(--brand-deep); }
.site-nav { background: var(--brand); }
.site-nav ul { list-style: none; margin-block: 0; display: grid; grid-template-columns: repeat(3, 1fr); }
.site-nav li { margin: 0; }
.site-nav a {
  display: block; padding: .5rem .25rem; min-height: 2.75rem; color: #fff; text-align: center; text-decoration: none;
  border-bottom: 3px solid transparent;
}
.site-nav a:hover { background: var(--brand-deep); }
.site-nav [aria-current] { border-bottom-color: #f3d9a4; font-weight: 700; }
.site-nav :focus-visible, .search button:focus-visible { outline-color: #fff; outline-offset: -3px; }
.crumbs { font-size: .9375rem; }
.crumbs ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; }
.crumbs li { margin: 0; }
.crumbs li:not(:last-child)::after { content: "›"; margin-inline: .5em; color: var(--muted); }
.crumbs a { display: inline-block; padding-block: .25rem; color: var(--muted); }
.site-footer {
  background: var(--wash); border-top: 3px double var(--line); padding-block: 1.75rem 2.25rem;
  font-size: .9375rem; color: var(--muted);
}
.site-footer p { margin: 0 0 .25rem; }
.site-footer .footer-sponsor { color: var(--ink); }
.site-footer ul { list-style: none; padding: 0; margin: .375rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.site-footer li { margin: 0; }
.site-footer a { color: inherit; display: inline-block; padding-block: .125rem; }
@media (min-width: 48rem) {
  .wrap { padding-inline: 2rem; }
  .masthead { padding-block: 1.25rem; }
  search { flex: 0 1 22rem; }
  .site-nav ul { display: flex; gap: .5rem; }
  .site-nav li:first-child a { padding-inline: 0; margin-right: 1rem; }
  .site-nav a { padding: .5625rem 1rem; }
  main { padding-block: 1.5rem 5rem; }
}
`;
