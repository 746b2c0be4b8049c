/** What a fiber line measures at its optical terminal. `receivedDbm` is null where no light arrives. */
export interface LineReading {
  receivedDbm: number | null;
  lossPercent: number;
  latencyMs: number;
}

export type LineVerdict = 'good' | 'weak' | 'no-light';

/** Power in dBm that a terminal can receive: minimum overload and sensitivity of class B+, ITU-T G.984.2 amendment 1, table III.1. */
export const RECEIVER = { strongest: -8, weakest: -27 } as const;

/** Whether the light that arrives is within what the terminal is built for. Light that is too strong is read as wrongly as light too weak. */
export const lineVerdict = ({ receivedDbm }: LineReading): LineVerdict => {
  if (receivedDbm === null) return 'no-light';
  return receivedDbm <= RECEIVER.strongest && receivedDbm >= RECEIVER.weakest ? 'good' : 'weak';
};
