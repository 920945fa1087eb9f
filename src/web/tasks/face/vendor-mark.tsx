import { vendorRules, type Vendor } from '#contract/vendors';

/** Two letters in a small frame: which tool a task comes from; `named` where its name does not stand beside it. */
export function VendorMark({ vendor, named = false }: { vendor: Vendor; named?: boolean }) {
  const { label, mark } = vendorRules[vendor];
  return (
    <span
      {...(named ? { role: 'img', 'aria-label': label, 'data-tip': label } : { 'aria-hidden': true })}
      className="rounded-sm flex h-4 w-5 shrink-0 items-center justify-center border border-edge text-[10px] leading-none font-name text-muted"
    >
      {mark}
    </span>
  );
}
