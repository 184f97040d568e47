/** Where a document stands, and where it may go from there. */
export const documentStates = [
  'awaiting-upload',
  'received',
  'in-review',
  'returned',
  'refused',
  'published',
  'on-request',
  'withheld',
  'withdrawn',
] as const;
export type DocumentState = (typeof documentStates)[number];

export const documentStateName: Record<DocumentState, string> = {
  'awaiting-upload': '待上传',
  received: '已接收',
  'in-review': '审查中',
  returned: '已退回',
  refused: '已拒收',
  published: '已公开',
  'on-request': '依申请公开',
  withheld: '不予公开',
  withdrawn: '已撤下',
};

/** Which state may follow which. A move not listed here is a bug or a race, and is refused. */
export const documentTransitions: Record<DocumentState, readonly DocumentState[]> = {
  'awaiting-upload': ['received'],
  received: ['in-review', 'returned', 'refused'],
  'in-review': ['returned', 'published', 'on-request', 'withheld'],
  returned: ['awaiting-upload'],
  refused: [],
  published: ['withdrawn'],
  'on-request': ['withheld', 'published', 'in-review'],
  withheld: ['on-request', 'published', 'in-review'],
  withdrawn: [],
};
