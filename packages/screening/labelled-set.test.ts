import { describe, expect, it } from 'vitest';
import { labelledDocuments } from '../../test/screening-set/documents.ts';
import { score } from '../../test/screening-set/score.ts';

describe('the labelled set', () => {
  const documents = labelledDocuments();
  const { kinds, entities, decoys } = score(documents, '2026-11-25');

  it('is as large as it must be, half of it decoys', () => {
    expect(documents.length).toBeGreaterThanOrEqual(150);
    expect(entities).toBeGreaterThanOrEqual(2000);
    expect(decoys).toBeGreaterThanOrEqual(entities);
  });

  it.each(['identity-number', 'bank-card', 'account-number', 'certificate-number', 'mobile-phone'] as const)(
    'has its %ss found: 99.5 %% of them, and 97 %% of what is told is right',
    (kind) => {
      const { labelled, found, wrong } = kinds.get(kind)!;
      expect(found / labelled).toBeGreaterThanOrEqual(0.995);
      expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.97);
    },
  );
});
