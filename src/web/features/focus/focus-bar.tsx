import { AlarmClock, ArrowLeft, ArrowRight, Ban, CalendarPlus, Check, Copy } from 'lucide-react';
import { useRef } from 'react';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { taskTitle } from '../../tasks/face/task-words';
import { SnoozeItems } from '../../tasks/moves/snooze-items';
import { Menu } from '../../ui/menu';
import { BarButton } from './bar-button';
import type { FocusKey } from './keys/focus-key';
import { ReachLinks } from './reach-links';
import type { Work } from './use-work';

type Props = { task: Task; work: Work };

/** Everything that can be done with the task, where the thumb is; each button stays in its place from task to task. */
export function FocusBar({ task, work }: Props) {
  const press = (key: FocusKey) => () => work.press(key);
  const { textLabel } = vendorRules[task.vendor];
  return (
    <footer data-focus-bar className="shrink-0 border-t bg-raised pb-[env(safe-area-inset-bottom)]">
      <div
        role="toolbar"
        aria-label={`Actions for ${taskTitle(task)}`}
        className="mx-auto flex w-full max-w-6xl flex-wrap justify-between sm:gap-2 sm:px-4 sm:py-2.5"
      >
        <div className="flex w-full sm:w-auto sm:gap-2">
          <ReachLinks task={task} />
          <BarButton
            icon={<Copy size={16} />}
            label="Copy"
            name={`Copy ${textLabel.toLowerCase()}`}
            hint="C"
            low
            disabled={task.text.trim() === ''}
            onClick={press('copy')}
          />
          <BarButton
            icon={<CalendarPlus size={16} />}
            label="Follow-up"
            hint="N"
            low
            onClick={press('follow')}
          />
        </div>
        <div className="flex w-full border-t sm:w-auto sm:gap-2 sm:border-0">
          <BarButton icon={<ArrowLeft size={18} />} label="Back" hint="K" onClick={press('previous')} />
          <BarButton icon={<Ban size={18} />} label="Ignore" hint="I" once onClick={press('ignore')} />
          <SnoozeButton task={task} work={work} />
          <BarButton
            icon={<Check size={18} />}
            label="Complete"
            hint="E"
            primary
            once
            onClick={press('complete')}
          />
          <BarButton icon={<ArrowRight size={18} />} label="Next" hint="J" onClick={press('next')} />
        </div>
      </div>
    </footer>
  );
}

function SnoozeButton({ task, work }: Props) {
  const chosen = useRef(false);
  return (
    <Menu
      open={work.snoozing}
      onOpenChange={work.onSnoozing}
      align="end"
      trigger={<BarButton icon={<AlarmClock size={18} />} label="Snooze" hint="S" />}
      onCloseAutoFocus={(event) => {
        // The next task has taken the focus.
        if (chosen.current) event.preventDefault();
        chosen.current = false;
      }}
    >
      <SnoozeItems
        task={task}
        onChoose={(target) => {
          // Asked for a date, the focus comes back to the button from the question.
          chosen.current = target.kind !== 'snooze' || target.snooze !== 'pick';
          work.move(target);
        }}
      />
    </Menu>
  );
}
