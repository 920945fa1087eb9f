import type { ComponentProps, ReactNode } from 'react';

import { Button } from '../../../ui/button';

type Props = { label: string; icon: ReactNode } & ComponentProps<'button'>;

/** A button of the bar; on a narrow screen its picture alone. */
export function BulkButton({ label, icon, ...rest }: Props) {
  return (
    <Button
      size="small"
      look="ghost"
      className="pointer-coarse:min-w-11"
      aria-label={label}
      data-tip={label}
      {...rest}
    >
      {icon}
      <span className="@max-[58rem]/bulk:hidden">{label}</span>
    </Button>
  );
}
