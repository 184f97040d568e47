/** Where each demo document ends. */
export const endStates: Record<string, [state: string, attribute: string]> = {
  'care-allowance': ['published', 'public'],
  'subsidy-list': ['published', 'redacted'],
  'approval-reply': ['published', 'public'],
  'internal-request': ['withheld', 'withheld'],
  'secret-paper': ['refused', 'withheld'],
  contradiction: ['published', 'redacted'],
  'older-layout': ['withdrawn', 'public'],
};
