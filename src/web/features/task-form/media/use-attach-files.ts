import { useEffect, useRef, useState } from 'react';

import type { MediaItem } from '#contract/task';
import type { VendorRules } from '#contract/vendors';

import { uploads } from '../../../tasks/uploads/use-uploads';
import { announce } from '../../../ui/live-region';
import { selectFiles } from './select-files';
import { trueTypeOf } from './true-type';

type Options = {
  rules: NonNullable<VendorRules['media']>;
  unreachable: string | null;
  /** How many are attached already. */
  taken: number;
  append: (items: MediaItem[]) => void;
};

/** Checks files as they are chosen, begins to upload the good ones and says what is wrong with each of the others. */
export function useAttachFiles({ rules, unreachable, taken, append }: Options) {
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  // Reading the bytes takes a moment, in which more may be attached.
  const latest = useRef({ taken, unreachable });
  const checking = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    latest.current = { taken, unreachable };
  }, [taken, unreachable]);

  const attachNow = async (files: readonly File[]) => {
    const chosen = await Promise.all(files.map(async (file) => ({ file, type: await trueTypeOf(file) })));
    if (latest.current.unreachable !== null) {
      setComplaints([latest.current.unreachable]);
      return;
    }
    const selection = selectFiles(chosen, { rules, taken: latest.current.taken });
    latest.current.taken += selection.accepted.length;
    setComplaints(selection.complaints);
    if (selection.accepted.length === 0) return;
    append(selection.accepted.map(({ file, kind }) => ({ kind, url: uploads.add(file) })));
    announce(
      selection.accepted.length === 1 ? '1 file attached' : `${selection.accepted.length} files attached`,
    );
  };

  return {
    attach: (files: readonly File[]) => {
      if (files.length === 0) return;
      checking.current = checking.current.then(() => attachNow(files));
    },
    complaints,
    clear: () => setComplaints([]),
  };
}
