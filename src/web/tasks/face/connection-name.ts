import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

/** A connection where its tool is not named beside it: "lemlist · Sales", or its own name where that names the tool. */
export function connectionName({ vendor, label }: Pick<Connection, 'vendor' | 'label'>): string {
  const tool = vendorRules[vendor].label;
  return label.toLowerCase().includes(tool.toLowerCase()) ? label : `${tool} · ${label}`;
}
