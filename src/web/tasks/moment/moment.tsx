import { useClock } from '../clock/use-clock';
import { useNow } from '../use-now';
import { momentWords } from './moment-words';

/** A moment that has passed: near ones in relation to now, the whole date on hover. */
export function Moment({ at }: { at: string }) {
  const { short, full } = momentWords(new Date(at), new Date(useNow(60_000)), useClock());
  return (
    <time dateTime={at} data-tip={full} className="shrink-0 text-meta text-muted tabular">
      {short}
    </time>
  );
}
