import { describe, expect, it } from 'vitest';

import type { ParentMatch } from '#contract/connection';

import { bestFirst } from './best-first';
import { movedHighlight } from './match-keys';
import { linkableWords, withParent } from './parent-words';

const named = (name: string): ParentMatch => ({ kind: 'contact', id: name, name, detail: '' });

describe('the matches of a search', () => {
  it('put names that begin with the words first, whatever their accents', () => {
    const names = ['Aarav Deshpande', 'Élan Vital', 'Marie-Ange Roux', 'Jo Anders', 'ANANYA Nair'].map(named);
    expect(bestFirst(names, 'an').map(({ name }) => name)).toEqual([
      'ANANYA Nair',
      'Jo Anders',
      'Aarav Deshpande',
      'Élan Vital',
      'Marie-Ange Roux',
    ]);
    expect(bestFirst(names, 'el')[0]?.name).toBe('Élan Vital');
  });

  it('are walked with the arrows, round the ends', () => {
    expect(movedHighlight('ArrowDown', 2, 3)).toBe(0);
    expect(movedHighlight('ArrowUp', 0, 3)).toBe(2);
    expect(movedHighlight('PageDown', 0, 3)).toBe(2);
    expect(movedHighlight('ArrowDown', 0, 0)).toBeNull();
    expect(movedHighlight('a', 0, 3)).toBeNull();
  });
});

describe('the chosen records', () => {
  const [anna, ben] = [named('Anna'), named('Ben')];

  it('are replaced where the vendor takes one, added where it takes more, each once', () => {
    expect(withParent([anna], ben, 1)).toEqual([ben]);
    expect(withParent([anna], ben, 5)).toEqual([anna, ben]);
    expect(withParent([anna, ben], anna, 5)).toEqual([ben, anna]);
  });

  it('are of the kinds that the vendor knows', () => {
    expect(linkableWords('lemlist')).toBe('contact, company or lead');
  });
});
