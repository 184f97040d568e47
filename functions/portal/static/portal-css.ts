/** One stylesheet for the whole portal: a phone first, then what wider screens add. */
export const portalCss = /* css */ `
:root {
  --ink: #1b2733;
  --quiet: #51606e;
  --line: #d3dce4;
  --faint: #f4f7f9;
  --blue: #1d5a96;
  --blue-deep: #143f6b;
  --blue-faint: #eaf1f8;
  --green: #1c6a3e;
  --green-faint: #ecf6ef;
  --amber: #7f4d00;
  --amber-faint: #fdf5e5;
  --red: #a3211b;
  --red-faint: #fcefee;
  --radius: 6px;
  --font: -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif;
}
* { box-sizing: border-box; }
html { font: 17px/1.7 var(--font); color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: anywhere; }
.wide { width: 100%; max-width: 68rem; margin-inline: auto; padding-inline: 1.1rem; }
.narrow { max-width: 38rem; }
[hidden] { display: none !important; }

a { color: var(--blue); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { color: var(--blue-deep); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid #e0a100; outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999rem; background: #fff; padding: 0.6rem 1rem; z-index: 1; }
.skip:focus { left: 0.5rem; top: 0.5rem; }

.masthead { background: var(--blue-deep); color: #fff; }
.masthead .wide { display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; align-items: center; padding-block: 0.8rem; }
.masthead .name { color: #fff; text-decoration: none; font-size: 1.12rem; font-weight: 600; letter-spacing: 0.03em; }
.masthead .county { font-weight: 400; opacity: 0.85; margin-right: 0.6em; }
.masthead .quiet { color: #d0deec; }
.signed-in { display: flex; gap: 1rem; align-items: center; margin-left: auto; font-size: 0.9rem; }
.signed-in .plain, .signed-in a { color: #fff; }

.main-nav { border-bottom: 1px solid var(--line); background: var(--faint); }
.main-nav ul { list-style: none; margin-block: 0; display: flex; flex-wrap: wrap; }
.main-nav a { display: block; padding: 0.7rem 0 0.55rem; margin-right: 1.6rem; color: var(--ink); text-decoration: none;
  border-bottom: 3px solid transparent; }
.main-nav a:hover { border-color: var(--line); }
.main-nav a[aria-current] { color: var(--blue-deep); font-weight: 600; border-color: var(--blue); }

main { flex: 1; padding-block: 2rem 4rem; }
.foot { border-top: 1px solid var(--line); background: var(--faint); color: var(--quiet); font-size: 0.85rem; }
.foot p { margin-block: 0; padding-block: 0.9rem; }

h1 { font-size: 1.6rem; line-height: 1.35; margin: 0 0 1.2rem; font-weight: 600; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 2.4rem 0 0.8rem; font-weight: 600; }
h3 { font-size: 1.02rem; margin: 1.6rem 0 0.5rem; font-weight: 600; }
p { margin: 0 0 1rem; }
.lead { font-size: 1.05rem; color: var(--quiet); max-width: 44rem; }
.quiet, .hint { color: var(--quiet); }
.small, .hint { font-size: 0.88rem; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font-family: ui-monospace, Consolas, monospace; font-size: 0.92em; }

.card { border: 1px solid var(--line); border-radius: var(--radius); padding: 1.2rem 1.3rem; margin: 0 0 1.2rem; background: #fff; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.empty { color: var(--quiet); border: 1px dashed var(--line); border-radius: var(--radius); padding: 1.6rem; text-align: center; }

button, .button { font: inherit; font-weight: 600; display: inline-block; min-height: 2.8rem; padding: 0.5rem 1.5rem;
  color: #fff; background: var(--blue); border: 1px solid var(--blue); border-radius: var(--radius); text-decoration: none;
  cursor: pointer; }
button:hover, .button:hover { background: var(--blue-deep); border-color: var(--blue-deep); color: #fff; }
button:disabled { background: #8a99a8; border-color: #8a99a8; cursor: default; }
button.secondary, .button.secondary { background: #fff; color: var(--blue); }
button.secondary:hover, .button.secondary:hover { background: var(--blue-faint); color: var(--blue-deep); }
button.danger { background: #fff; color: var(--red); border-color: var(--red); }
button.danger:hover { background: var(--red); color: #fff; }
button.plain { background: none; border: 0; color: var(--blue); padding: 0.2rem; min-height: 1.5rem; font-weight: 400;
  text-decoration: underline; text-underline-offset: 0.2em; }
button.plain:hover { text-decoration-thickness: 2px; }
button.small, .button.small { min-height: 2.1rem; padding: 0.15rem 0.8rem; font-size: 0.88rem; font-weight: 400; }
.actions { display: flex; flex-wrap: wrap; gap: 0.8rem; align-items: center; margin: 1.6rem 0 0; }
.heading { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-bottom: 1.2rem; }
.heading h1, .heading h2 { margin: 0; margin-right: auto; }

.field { border: 0; padding: 0; margin: 0 0 1.6rem; min-width: 0; }
.field > label:not(.choice), .field > legend { font-weight: 600; display: block; margin-bottom: 0.25rem; padding: 0; }
.field .hint { margin: 0 0 0.4rem; }
.field .error { color: var(--red); font-weight: 600; margin: 0 0 0.4rem; }
.field.wrong { border-left: 4px solid var(--red); padding-left: 0.9rem; }
input[type='text'], input[type='email'], input[type='date'], input[type='number'], input[type='file'], select, textarea {
  display: block; font: inherit; width: 100%; min-height: 2.8rem; padding: 0.45rem 0.7rem; color: inherit; background: #fff;
  border: 1px solid #7b8996; border-radius: var(--radius); }
input[type='file'] { padding: 0.6rem; border-style: dashed; background: var(--faint); }
input:focus-visible, select:focus-visible, textarea:focus-visible { outline-offset: 0; border-color: var(--ink); }
.wrong input, .wrong select, .wrong textarea { border-color: var(--red); }
textarea { line-height: 1.6; resize: vertical; }
.choice { display: flex; gap: 0.7rem; padding: 0.4rem 0; align-items: flex-start; cursor: pointer; }
.choice input { width: 1.3rem; height: 1.3rem; margin: 0.25rem 0 0; flex: none; accent-color: var(--blue); }
.choice .hint { display: block; margin: 0; }
.pair { display: grid; gap: 0 1.2rem; }
.row-form { display: flex; flex-wrap: wrap; gap: 0.8rem; align-items: flex-end; margin-top: 1.4rem; }
.row-form .field { margin: 0; flex: 1 1 14rem; max-width: 24rem; }
.code-input { font-size: 1.5rem !important; letter-spacing: 0.4em; max-width: 13rem; font-variant-numeric: tabular-nums; }

.notice { border: 1px solid var(--line); border-left: 5px solid var(--blue); background: var(--blue-faint);
  border-radius: var(--radius); padding: 0.9rem 1.1rem; margin: 0 0 1.6rem; }
.notice-kind { display: block; color: var(--blue-deep); }
.notice p:last-child, .notice ul:last-child { margin-bottom: 0; }
.notice ul { margin-top: 0.2rem; padding-left: 1.3rem; }
.notice.success { border-left-color: var(--green); background: var(--green-faint); }
.notice.success .notice-kind { color: var(--green); }
.notice.warning { border-left-color: #d18b00; background: var(--amber-faint); }
.notice.warning .notice-kind { color: var(--amber); }
.notice.error { border-left-color: var(--red); background: var(--red-faint); }
.notice.error .notice-kind { color: var(--red); }

.table-wrap { overflow-x: auto; margin: 0 0 1.6rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
caption { text-align: left; color: var(--quiet); font-size: 0.88rem; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.7rem 1rem 0.7rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--quiet); font-weight: 400; font-size: 0.88rem; border-bottom-width: 2px; white-space: nowrap; }
tbody tr:hover { background: var(--faint); }
td.buttons { text-align: right; padding-right: 0; }
td.buttons form { display: inline; }
td.lines { white-space: pre-line; }
td.short { min-width: 6em; }
td ul.plain { list-style: none; margin: 0; padding: 0; }
table.catalogue td:nth-last-child(-n + 3) { white-space: nowrap; }

.facts { display: grid; grid-template-columns: 1fr; margin: 0 0 1.6rem; }
.facts dt { color: var(--quiet); font-size: 0.88rem; }
.facts dd { margin: 0 0 0.7rem; }

.tag { display: inline-block; border-radius: 3px; padding: 0 0.5em; font-size: 0.86rem; line-height: 1.6; white-space: nowrap;
  background: #e9eef2; color: var(--ink); }
.tag.blue { background: var(--blue-faint); color: var(--blue-deep); }
.tag.green { background: var(--green-faint); color: var(--green); }
.tag.amber { background: #faeac8; color: var(--amber); }
.tag.red { background: #f9dedc; color: var(--red); }

.text { border: 1px solid var(--line); border-radius: var(--radius); background: var(--faint); padding: 1.2rem 1.3rem;
  max-height: 36rem; overflow: auto; white-space: pre-wrap; line-height: 1.9; }
mark { background: #ffe79a; color: inherit; padding: 0 0.1em; border-bottom: 2px solid #d18b00; }
mark.block { background: #f9c9c5; border-color: var(--red); }
mark.note { background: #e2ecf6; border-color: var(--blue); }

.history { list-style: none; padding: 0; margin: 0 0 1.6rem; border-left: 2px solid var(--line); }
.history li { position: relative; padding: 0 0 1rem 1.4rem; }
.history li::before { content: ''; position: absolute; left: -6px; top: 0.6em; width: 10px; height: 10px; border-radius: 50%;
  background: #fff; border: 2px solid var(--blue); }
.history .reason { display: block; }
.history .quiet { font-size: 0.88rem; display: block; }

.sending { list-style: none; padding: 0; }
.sending:empty { display: none; }
.sending li { padding: 0.7rem 0; border-bottom: 1px solid var(--line); }
progress { display: block; width: 100%; height: 0.6rem; margin-top: 0.4rem; accent-color: var(--blue); }

.mail { border: 1px solid var(--line); border-radius: var(--radius); margin: 0 0 0.8rem; }
.mail summary { padding: 0.8rem 1.1rem; cursor: pointer; }
.mail summary .quiet { display: block; }
.mail pre { font: inherit; white-space: pre-wrap; margin: 0; padding: 1rem 1.1rem; border-top: 1px solid var(--line); background: var(--faint); }

@media (min-width: 44rem) {
  .wide { padding-inline: 1.6rem; }
  .facts { grid-template-columns: minmax(7rem, max-content) 1fr; border-top: 1px solid var(--line); }
  .facts dt, .facts dd { padding: 0.55rem 1.6rem 0.55rem 0; margin: 0; border-bottom: 1px solid var(--line); font-size: 1rem; }
  .pair { grid-template-columns: 1fr 1fr; }
  main { padding-block: 2.6rem 5rem; }
  h1 { font-size: 1.9rem; }
}
@media (prefers-reduced-motion: no-preference) { a, button, .button { transition: background-color 0.12s, border-color 0.12s; } }
@media print { .masthead, .main-nav, .foot, .actions { display: none; } }
`;
