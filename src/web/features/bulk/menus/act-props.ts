import type { BulkAction } from '../../../tasks/moves/bulk/bulk-action';
import type { Counted } from '../../../tasks/moves/bulk/sum-up';

/** What is selected, and how something is done to it. */
export type ActProps = {
  counted: readonly Counted[];
  /** They are not at hand one by one. */
  unnamed: boolean;
  onAct: (action: BulkAction) => void;
};
