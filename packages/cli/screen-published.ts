/** `gongkai screen --published`: everything that is public, by the rules of today, and tasks for what must not be. */
import { documents, entries } from '@gongkai/functions/shared/stores.ts';
import { rescreen } from '@gongkai/functions/shared/rescreen.ts';
import type { Finding } from '@gongkai/functions/shared/findings-file.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { nameOfKind } from '@gongkai/screening/rules.ts';
import type { Standing } from './archive/standing.ts';
import { print, printJson } from './input.ts';

export async function screenPublished({ deps }: Standing, json: boolean): Promise<void> {
  let [screened, found] = [0, 0];
  for await (const { id } of entries(deps.table).all('published-by-site', 'site')) {
    const document = await documents(deps.table).get(id);
    if (document?.state !== 'published') continue;
    screened++;
    const findings = await rescreen(deps, document);
    if (findings.length === 0 && !json) continue;
    if (findings.length > 0) found++;
    if (json) printJson(lineOf(document, findings));
    else tell(document, findings);
  }
  if (!json)
    print(
      found === 0
        ? `已重新筛查 ${screened} 份已公开文件，没有发现必须处理的内容。`
        : `已重新筛查 ${screened} 份已公开文件，其中 ${found} 份有必须处理的内容，已交县政府办公室复核。`,
    );
}

const lineOf = ({ id, publication }: GovDocument, findings: readonly Finding[]) => ({
  document: id,
  path: publication?.path ?? null,
  verdict: findings.length === 0 ? 'clear' : 'block',
  findings: findings.map(({ slot, kind, severity, line, start, end, hidden, excerpt, rule, law, why }) => ({
    kind,
    severity,
    place: { file: slot, line, start, end, ...(hidden === undefined ? {} : { hidden }) },
    excerpt,
    rule,
    law,
    why,
  })),
});

function tell({ title, publication, files }: GovDocument, findings: readonly Finding[]): void {
  print(`${title}（${publication?.path ?? ''}）`);
  const where = ({ slot, hidden, line }: Finding): string => {
    if (files.some((file) => file.slot === slot)) return hidden ?? `第 ${line + 1} 段`;
    // Interpretations stand behind the files, each with its title first.
    return line === 0 ? '解读标题' : `解读第 ${line} 段`;
  };
  for (const f of findings) print(`  ${where(f)}  ${nameOfKind(f.kind)}  ${f.excerpt}`);
}
