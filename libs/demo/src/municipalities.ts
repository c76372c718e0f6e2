/** The municipality of the demo provider. */
export const RIGA = 'RIGA';

/** Neighbours in which a few clients are declared while they live in Riga; their own social service decides. */
export const NEIGHBOURS = ['MARUPE', 'ROPAZI', 'SALASPILS'] as const;
export type NeighbourId = (typeof NEIGHBOURS)[number];

/** Town of the declared address, and the municipality's name. */
export const NEIGHBOUR_NAMES: Readonly<Record<NeighbourId, { readonly town: string; readonly name: string }>> = {
  MARUPE: { town: 'Mārupe', name: 'Mārupes novada pašvaldība' },
  ROPAZI: { town: 'Ulbroka', name: 'Ropažu novada pašvaldība' },
  SALASPILS: { town: 'Salaspils', name: 'Salaspils novada pašvaldība' },
};
