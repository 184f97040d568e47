/** A set of announced years. */
export interface Calendar {
  version: string;
}
