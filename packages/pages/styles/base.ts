/**
 * Tokens and plain elements. Fonts are the reader's own: a Song face for titles and documents, as on paper, and
 * the system's Hei face for the rest. Text colours have a contrast of at least 4.5:1 on their grounds.
 */
const highContrast = `
    --paper: #fff; --wash: #fff; --ink: #000; --muted: #000; --line: #000; --red: #8a0000; --link: #00218a;
    --brand: #000; --brand-deep: #000; --notice: #fff; --notice-line: #000; --good: #00461a; color-scheme: light;`;

export const base = `
:root {
  --paper: #fff;
  --wash: #f8f6f2;
  --ink: #211f1c;
  --muted: #5f594f;
  --line: #dfd9ce;
  --red: #9b1c1f;
  --brand: #9b1c1f;
  --brand-deep: #7d1416;
  --link: #174a85;
  --good: #23633f;
  --notice: #fdf5e4;
  --notice-line: #b37412;
  --serif: "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif;
  --sans: -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC",
    "Source Han Sans SC", system-ui, sans-serif;
  --measure: 42rem;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191817;
    --wash: #232120;
    --ink: #ece8e1;
    --muted: #b3aca1;
    --line: #45413c;
    --red: #f08d87;
    --link: #9cc3f5;
    --good: #8fd0a8;
    --notice: #33291a;
    --notice-line: #d9a24a;
  }
}
@media (prefers-contrast: more) { :root {${highContrast} } }
:root.contrast {${highContrast} }
:root:has(#contrast:checked) {${highContrast} }
:root.large { font-size: 131.25%; }
:root:has(#large:checked) { font-size: 131.25%; }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.75 var(--sans);
  line-break: strict;
  overflow-wrap: anywhere;
  text-spacing-trim: trim-start;
  text-autospace: normal;
}
main { flex: 1; width: 100%; padding-block: 1.25rem 4rem; }
main:focus { outline: none; }
.wrap { width: 100%; max-width: 70rem; margin-inline: auto; padding-inline: 1.125rem; }
h1, h2, h3 { font-family: var(--serif); font-weight: 700; line-height: 1.45; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); margin: 1rem 0 .75rem; letter-spacing: .01em; }
h2 { font-size: 1.3125rem; margin: 2.5rem 0 .875rem; }
h3 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
p { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.5em; margin: 0 0 1rem; }
li { margin-bottom: .375rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .25em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--notice-line); outline-offset: 2px; border-radius: 2px; }
table { border-collapse: collapse; }
time, dd { font-variant-numeric: tabular-nums; }
input, button { font: inherit; color: inherit; }
code, pre { font-family: ui-monospace, Consolas, monospace; font-size: .9375rem; }
pre { overflow-x: auto; padding: .75rem 1rem; background: var(--wash); border: 1px solid var(--line); }
`;
