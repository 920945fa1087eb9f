import { describe, expect, it } from 'vitest';

import { whichWords } from './which-words';

const match = (name: string) => ({ kind: 'contact' as const, id: name, name, detail: '' });
const words = (name: string, ...choices: string[]) =>
  whichWords({ kind: 'contact', id: '', name }, choices.map(match));

describe('what is asked about a name', () => {
  it('is which one is meant where somebody bears it, whatever the accents', () => {
    expect(words('Gulsah Kocoglu', 'Gülşah Koçoğlu', 'Gülşah Koçoğlu')).toMatch(/^Which Gulsah Kocoglu\?/);
    expect(words('Alex Berg', 'Alex Berg-Maier')).toMatch(/^Which Alex Berg\?/);
  });

  it('is whether a similar one is meant where nobody bears it', () => {
    expect(words('Bülent Koçoğlu', 'Bülent Öztürk', 'Gülşah Koçoğlu')).toBe(
      'Similar to “Bülent Koçoğlu”: is one of these meant?',
    );
  });

  it('is nothing where nothing comes near', () => {
    expect(words('Zzz')).toBe('No contact of the name “Zzz” was found. Take it out and search for another.');
  });
});
