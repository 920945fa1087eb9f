type Point = { x: number; y: number };

const mostWidth = 240;
/** Above the finger, which would hide it, and beside the place that the finger is over. */
const lift = 20;

/** The card as it is in the hand: a picture of it that goes with the finger and is in nobody's way. */
export function ghostOf(card: HTMLElement): { moveTo: (at: Point) => void; remove: () => void } {
  const { width, height } = card.getBoundingClientRect();
  const shown = Math.min(width, mostWidth);
  const ghost = card.cloneNode(true) as HTMLElement;
  for (const name of ['data-task-id', 'aria-labelledby', 'tabindex', 'draggable'])
    ghost.removeAttribute(name);
  for (const named of ghost.querySelectorAll('[id]')) named.removeAttribute('id');
  ghost.setAttribute('aria-hidden', 'true');
  ghost.inert = true;
  ghost.classList.add('shadow-float');
  Object.assign(ghost.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    width: `${shown}px`,
    height: `${height}px`,
    zIndex: '60',
    opacity: '0.9',
    pointerEvents: 'none',
  });
  document.body.append(ghost);
  return {
    moveTo: ({ x, y }) => {
      const left = Math.max(0, Math.min(x - shown / 2, window.innerWidth - shown));
      ghost.style.transform = `translate(${left}px, ${y - height - lift}px)`;
    },
    remove: () => ghost.remove(),
  };
}
