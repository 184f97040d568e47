/** On one machine the public site owns `/`, so everything of the portal is below this. */
export const base = '/portal';
