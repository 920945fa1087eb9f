/** The product's mark and name. */
export function Brand() {
  return (
    <span className="flex items-center gap-2 font-name">
      <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M8 10h10M8 16h14M8 22h6"
          className="stroke-on-accent"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle cx="23" cy="22" r="3" className="fill-on-accent" />
      </svg>
      Outboard
    </span>
  );
}
