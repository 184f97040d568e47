import { expect, it } from 'vitest';
import { type DepartmentData, Organisation } from '@gongkai/domain/organisation.ts';
import { testCounty } from '../portal/testing.ts';
import { whomToTell } from './whom-to-tell.ts';

const told = (author: string, edit: (finance: DepartmentData) => void = () => undefined): string[] => {
  const county = structuredClone(testCounty);
  edit(county[1]!);
  return whomToTell({ author, department: 'finance' }, new Organisation(county, '2026-03-10')).map(
    (p) => p.id,
  );
};

it('tells the author', () => {
  expect(told('clerk')).toEqual(['clerk']);
  expect(told('nurse')).toEqual(['nurse']);
});

it('tells the clerks of the department when the author has left, and its heads when it has no clerk', () => {
  expect(told('leaver')).toEqual(['clerk']);
  expect(told('leaver', (d) => (d.people = d.people.filter((p) => p.id !== 'clerk')))).toEqual(['head']);
});
