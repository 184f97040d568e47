import { Notice } from '../layout.tsx';

/** Why a form was refused as a whole. */
export const Refused = ({ problem }: { problem: string | undefined }) =>
  problem === undefined ? null : (
    <Notice kind="error">
      <p>{problem}</p>
    </Notice>
  );
