/** `npm run bench:catalogue`: templates as different offices fill them, row by row; exit code 1 if a row is not right. */
import { check } from './check.ts';
import { templates } from './templates.ts';

let [rows, right, extra] = [0, 0, 0];
for (const template of templates) {
  const outcome = check(template);
  console.log(`${template.fileName}（${template.about}）：${outcome.right}/${outcome.rows} 行正确`);
  for (const line of outcome.differences) console.log(`  ${line}`);
  rows += outcome.rows;
  right += outcome.right;
  extra += outcome.extra;
}
console.log(`合计 ${right}/${rows} 行正确，多余 ${extra}`);
process.exitCode = right === rows && extra === 0 ? 0 : 1;
