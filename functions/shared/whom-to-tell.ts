/** Who hears what becomes of a document. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Organisation, Person } from '@gongkai/domain/organisation.ts';

/** Its author; when that person has left, the department's clerks, or its heads where it has none. */
export function whomToTell(
  { author, department }: Pick<GovDocument, 'author' | 'department'>,
  organisation: Organisation,
): Person[] {
  const member = organisation.person(author);
  if (member) return [member.person];
  const clerks = organisation.holders(department, 'clerk');
  const told = clerks.length > 0 ? clerks : organisation.holders(department, 'department-head');
  return told.map((m) => m.person);
}
