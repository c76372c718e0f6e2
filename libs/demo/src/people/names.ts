import { faker } from '@faker-js/faker/locale/lv';

export type Sex = 'female' | 'male';

export interface FullName {
  readonly givenName: string;
  readonly familyName: string;
}

/** Latvian names, family names in the bearer's gender; no two people of one book are called the same. */
export class Names {
  private readonly used = new Set<string>();

  /** Draws begin anew with every seed. */
  constructor(seed: number) {
    faker.seed(seed);
  }

  person(sex: Sex): FullName {
    for (;;) {
      const name = { givenName: faker.person.firstName(sex), familyName: faker.person.lastName(sex) };
      const full = `${name.givenName} ${name.familyName}`;
      if (this.used.has(full)) continue;
      this.used.add(full);
      return name;
    }
  }

  /** `A. Kalniņa`: how doctors and officials sign. */
  signature(sex: Sex): string {
    return `${faker.person.firstName(sex).slice(0, 1)}. ${faker.person.lastName(sex)}`;
  }

  /** A street of some Latvian town. */
  street(): string {
    for (;;) {
      const street = faker.location.street();
      if (street.endsWith(' iela')) return street;
    }
  }
}
