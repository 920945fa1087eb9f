import { type Dice, makeDice } from './dice';
import { jobTitles } from './job-titles';
import { nativeNames } from './native-names';
import { type Language, places } from './places';

const SEED = 4401;
const languages = Object.keys(places) as Language[];

export type DemoCompany = { name: string; domain: string; language: Language };
export type DemoPerson = {
  firstName: string;
  lastName: string;
  fullName: string;
  email: string;
  /** Empty, as the LinkedIn URL, for some. */
  phone: string;
  jobTitle: string;
  linkedinUrl: string;
  company: DemoCompany;
  language: Language;
};

/** All companies of all places, in a fixed order. */
export function demoCompanies(): DemoCompany[] {
  return languages.flatMap((language) =>
    places[language].companies.split(', ').map((entry) => {
      const [name = '', domain = ''] = entry.split(' | ');
      return { name, domain, language };
    }),
  );
}

/**
 * The first `count` of the people that all demos share, so that one human can be met at several vendors; the ones with a script
 * of their own come first.
 */
export function demoPeople(count: number): DemoPerson[] {
  const dice = makeDice(SEED);
  const companies = demoCompanies();
  return Array.from({ length: count }, (_, index) => demoPerson(dice, companies, index));
}

function demoPerson(dice: Dice, companies: DemoCompany[], index: number): DemoPerson {
  const native = nativeNames[index];
  const language = native?.[4] ?? dice.pick(languages);
  const firstName = native?.[1] ?? oneOf(dice, places[language].first);
  const lastName = native?.[2] ?? oneOf(dice, places[language].last);
  const atHome = companies.filter((company) => company.language === language);
  const company = dice.pick(dice.roll() < 0.85 ? atHome : companies);
  const address = native?.[3] ?? `${latin(firstName)}.${latin(lastName)}`;
  return {
    firstName,
    lastName,
    fullName: native?.[0] ?? `${firstName} ${lastName}`,
    email: `${address}${index < nativeNames.length ? '' : index}@${company.domain}`,
    phone: dice.roll() < 0.8 ? places[language].phone.replaceAll('#', () => String(dice.between(0, 9))) : '',
    jobTitle: dice.pick(jobTitles),
    linkedinUrl:
      dice.roll() < 0.9 ? `https://www.linkedin.com/in/demo-${address.replaceAll('.', '-')}-${index}` : '',
    company,
    language,
  };
}

function oneOf(dice: Dice, names: string): string {
  return dice.pick(names.split(' ')).replaceAll('_', ' ');
}

/** A name in the letters that an address can have. */
function latin(name: string): string {
  const spelled: Record<string, string> = {
    ß: 'ss',
    ø: 'o',
    ł: 'l',
    ı: 'i',
    æ: 'ae',
    þ: 'th',
    ð: 'd',
    đ: 'd',
  };
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[ßøłıæþðđ]/g, (letter) => spelled[letter] ?? '')
    .replaceAll(/[^a-z]/g, '');
}
