import type { Dice } from '../../demo/dice';
import { fillIn } from '../../demo/fill-in';
import { type DemoCompany, demoCompanies, demoPeople } from '../../demo/people';
import type { LeadlexIds } from '../ids';
import { dealStates, events, industries, lists, matters, namesakes, tags } from './firm-data';
import type { DemoContact, DemoWorld } from './work';

const COMPANIES = 50;
const PEOPLE = 148;
const DEALS = 40;
const DAY = 86_400_000;

/** Every fifth of the people whom all demos share, then people whom only the firm knows. */
function peopleOfTheFirm() {
  const all = demoPeople(468);
  const shared = all.slice(0, 400).filter((_, index) => index % 5 === 0);
  return [...shared, ...all.slice(400)].slice(0, PEOPLE);
}

/** The companies that the firm's people work for, the most common first. */
export function firmCompanies(dice: Dice, ids: LeadlexIds, now: Date): DemoWorld['companies'] {
  const people = peopleOfTheFirm();
  const wanted = new Set(namesakes.map(([, , , domain]) => domain));
  const weight = ({ domain }: DemoCompany) =>
    (wanted.has(domain) ? PEOPLE : 0) + people.filter(({ company }) => company.domain === domain).length;
  return demoCompanies()
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, COMPANIES)
    .map(({ name, domain }) => ({
      id: ids.uuid(),
      name,
      domain,
      industry: dice.pick(industries),
      createdAt: daysAgo(dice, now, 900),
    }));
}

/** 148 people and two of one name. A person of a company that is not the firm's client stands alone. */
export function firmContacts(
  dice: Dice,
  ids: LeadlexIds,
  companies: DemoWorld['companies'],
  now: Date,
): DemoContact[] {
  const people = peopleOfTheFirm().map(({ company, ...person }) => ({ ...person, domain: company.domain }));
  const doubles = namesakes.map(([firstName, lastName, address, domain]) => ({
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    email: `${address}@${domain}`,
    jobTitle: 'General Counsel',
    domain,
  }));
  return [...people, ...doubles].map(({ domain, ...person }) => ({
    ...person,
    id: ids.uuid(),
    companyId: companies.find((company) => company.domain === domain)?.id,
    listIds: lists.filter(() => dice.roll() < 0.3),
    createdAt: daysAgo(dice, now, 700),
  }));
}

/** Matters that the firm hopes for, has won or has lost, each with somebody of a client. */
export function firmDeals(
  dice: Dice,
  ids: LeadlexIds,
  { contacts, companies, userIds }: Pick<DemoWorld, 'contacts' | 'companies' | 'userIds'>,
  now: Date,
): DemoWorld['deals'] {
  const employed = contacts.filter(({ companyId }) => companyId !== undefined);
  return Array.from({ length: DEALS }, () => {
    const contact = dice.pick(employed);
    const company = companies.find(({ id }) => id === contact.companyId)?.name ?? '';
    const [status, stage] = dice.weigh(dealStates);
    return {
      id: ids.uuid(),
      title: fillIn(dice.pick(matters), { company }),
      status,
      stage,
      value: dice.between(4, 180) * 1000,
      contactId: contact.id,
      companyId: contact.companyId,
      ownerUserId: dice.pick(userIds),
      tags: tags.filter(() => dice.roll() < 0.2),
      createdAt: daysAgo(dice, now, 200),
    };
  });
}

/** Events around today, each of two hours. */
export function firmEvents(dice: Dice, ids: LeadlexIds, now: Date): DemoWorld['events'] {
  return events.map(([title, location, days]) => {
    const startsAt = new Date(now.getTime() + days * DAY);
    startsAt.setUTCHours(dice.between(8, 18), 0, 0, 0);
    return {
      id: ids.event(),
      title,
      location,
      startsAt,
      endsAt: new Date(startsAt.getTime() + DAY / 12),
    };
  });
}

function daysAgo(dice: Dice, now: Date, most: number): Date {
  return new Date(now.getTime() - dice.between(1, most) * DAY);
}
