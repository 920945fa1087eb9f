import { describe, expect, it } from 'vitest';

import type { ParentMatch } from '#contract/parent';
import { vendorRules } from '#contract/vendors';

import { bestFirst } from './best-first';
import { movedHighlight } from './match-keys';
import { linkableWords, namedParents, withParent } from './parent-words';
import { unsureParents, withNames } from './unsure';

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
  const one = vendorRules.lemlist.parents;
  const many = vendorRules.saleshandy.parents;

  it('are replaced where the vendor takes one, added where it takes more, each once', () => {
    expect(withParent([anna], ben, one)).toEqual([ben]);
    expect(withParent([anna], ben, many)).toEqual([anna, ben]);
    expect(withParent([anna, ben], anna, many)).toEqual([ben, anna]);
  });

  it('are one of each kind where the task has them all', () => {
    const deal = { kind: 'deal' as const, id: 'd1', name: 'Offer' };
    expect(withParent([anna, deal], ben, vendorRules.leadlex.parents)).toEqual([deal, ben]);
  });

  it('can be given by name where the vendor looks names up', () => {
    expect(namedParents(vendorRules.leadlex.parents, ' Hans Müller ')).toEqual([
      { kind: 'contact', id: '', name: 'Hans Müller' },
      { kind: 'company', id: '', name: 'Hans Müller' },
    ]);
    expect(namedParents(vendorRules.lemlist.parents, 'Hans Müller')).toEqual([]);
  });

  it('are of the kinds that the vendor knows', () => {
    expect(linkableWords('lemlist')).toBe('contact, company or lead');
  });
});

describe('a name that the vendor could not place', () => {
  const hans = { kind: 'contact' as const, id: '', name: 'Hans Müller' };
  const acme = { kind: 'company' as const, id: '', name: 'Acme' };
  const deal = { kind: 'deal' as const, id: 'd1', name: 'Offer' };
  const candidates = [{ kind: 'company' as const, id: 'c1', name: 'Acme', detail: 'acme.example' }];

  it('is asked about with the vendor’s candidates, by their kind', () => {
    expect(unsureParents([{ path: 'parents', message: 'Which?' }], candidates, [hans, acme])).toEqual([
      { parent: acme, candidates },
    ]);
  });

  it('is found by the path of the complaint, or because it is the only name', () => {
    expect(unsureParents([{ path: 'parents.1.id', message: 'Which?' }], [], [hans, acme])).toEqual([
      { parent: acme, candidates: null },
    ]);
    expect(unsureParents([{ path: 'parents', message: 'Which?' }], [], [deal, hans])).toEqual([
      { parent: hans, candidates: null },
    ]);
    expect(unsureParents([{ path: 'parents.0', message: 'Gone.' }], [], [deal, hans])).toEqual([]);
    expect(unsureParents([{ path: 'title', message: 'Too long.' }], [], [hans])).toEqual([]);
  });

  it('is asked about with the records that its complaint brings, none where none was found', () => {
    const errors = [
      { path: 'parents.0', message: 'Which?', candidates: [] },
      { path: 'parents.1', message: 'Which?', candidates },
    ];
    expect(unsureParents(errors, [], [hans, acme])).toEqual([
      { parent: hans, candidates: [] },
      { parent: acme, candidates },
    ]);
  });

  it('is named by its complaint where there are several', () => {
    const errors = [{ path: 'parents.1', message: 'Not found.' }];
    expect(withNames(errors, [hans, acme])[0]?.message).toBe('Acme: Not found.');
    expect(withNames([{ path: 'parents.0', message: 'Not found.' }], [hans])[0]?.message).toBe('Not found.');
  });
});
