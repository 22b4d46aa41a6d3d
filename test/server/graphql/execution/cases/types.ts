// Interfaces and unions, resolved in every way.
import { type ExecutionCase, type Fields, fail, later } from './case.ts';

const PETS = `interface Pet { name: String } type Dog implements Pet { name: String barks: Boolean } type Cat implements Pet { name: String meows: Boolean }
  type Stone { weight: Int } union Any = Dog | Stone type Query { pet: Pet pets: [Pet] any: Any anys: [Any!] dog: Dog }`;
const PETS_QUERY = `{ pet { __typename name ... on Dog { barks } ...C } pets { name ... on Cat { meows } ... on Pet { n: name } }
  any { __typename ... on Stone { weight } ... on Pet { name } } anys { ... on Dog { name } } dog { ... on Pet { name ... on Cat { meows } } } } fragment C on Cat { meows }`;
const named = (typeName: unknown, more: Fields = {}) => ({
  __typename: typeName,
  name: 'Rex',
  barks: true,
  meows: false,
  weight: 3,
  ...more,
});
const PET_VALUES: Readonly<Record<string, unknown>> = {
  'that name their type': named('Dog'),
  'of a type that is none': named('Wolf'),
  'of a type of input or a scalar': named('String'),
  'of a type that is not possible': named('Query'),
  'of no type': named(undefined),
  'of a number for a type': named(5),
  'that are promised': later(named('Cat')),
  'that are text': 'Dog',
};
const RESOLUTIONS: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  'by default': {},
  'by resolveType': {
    Pet: { __resolveType: ({ __typename }: never) => __typename },
    Any: { __resolveType: () => 'Stone' },
  },
  'by resolveType, later': {
    Pet: { __resolveType: ({ __typename }: never) => later(__typename) },
    Any: { __resolveType: () => later(null) },
  },
  'by resolveType that fails': {
    Pet: { __resolveType: () => fail('Cannot tell') },
    Any: { __resolveType: () => Promise.reject(new Error('Nor this')) },
  },
  'by isTypeOf': {
    Dog: { __isTypeOf: (value: { name?: string }) => value.name === 'Rex' },
    Stone: { __isTypeOf: () => true },
  },
  'by isTypeOf, later': {
    Dog: { __isTypeOf: () => later(false) },
    Cat: { __isTypeOf: () => later(true) },
    Stone: { __isTypeOf: () => false },
  },
  'by isTypeOf that fails': {
    Dog: { __isTypeOf: () => fail('Cannot tell') },
    Cat: { __isTypeOf: () => Promise.reject(new Error('No')) },
  },
};
export const pets: ExecutionCase[] = Object.entries(RESOLUTIONS).flatMap(([resolution, resolvers]) =>
  Object.entries(PET_VALUES).map(([name, pet]) => ({
    name: `pets ${name}, resolved ${resolution}`,
    sdl: PETS,
    query: PETS_QUERY,
    resolvers,
    rootValue: { pet, pets: [pet, later(pet), null], any: pet, anys: [pet], dog: pet },
  })),
);
