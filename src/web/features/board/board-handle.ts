import type { BulkWish } from '../../tasks/moves/bulk/selected';
import type { CardActions } from './card/card-actions';
import type { Selection } from './selection/use-selection';

/** What the rest of the page can ask of the board. */
export type BoardHandle = {
  /** Moves a task as if from its card: the focus goes on to the next. */
  move: CardActions['move'];
  selection: Selection;
  /** Asks something of what is selected, as its key does. */
  wish: (wish: BulkWish) => void;
};
