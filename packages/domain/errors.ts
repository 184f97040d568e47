/**
 * Errors are named for what the caller should do. Step Functions and the embedded interpreter match them by
 * name, and minifying renames classes: so every class sets `name` itself.
 */

/** The input is refused; `message` is Chinese and tells the user what to do. */
export class InputRefused extends Error {
  override name = 'InputRefused';
}

/** The thing does not exist (any more). */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The thing is not in a state that allows this; `state` is what it is now. */
export class WrongState extends Error {
  override name = 'WrongState';
  readonly state: string;
  constructor(message: string, state: string) {
    super(message);
    this.state = state;
  }
}

/** The signed-in person may not do this; `message` is Chinese. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

/** What the person saw is no longer what is stored: show it anew. */
export class StalePage extends Error {
  override name = 'StalePage';
}

/** A machine failed in a way that may pass: try again later. */
export class TryLater extends Error {
  override name = 'TryLater';
}

/** What was approved may not go out as it is; `message` is Chinese and goes back to the department. */
export class PublicationRefused extends Error {
  override name = 'PublicationRefused';
}
