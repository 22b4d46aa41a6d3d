// Parts of ordinary requests, right and odd: what Accept, types and bodies clients send.

export const ORIGIN = 'https://app.test';

export const ACCEPTS = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json, application/graphql-response+json, text/event-stream, multipart/mixed',
  'application/*',
  'text/event-stream, application/json',
  'text/html',
  'application/json; charset=utf-16, application/graphql-response+json; charset=utf-8',
  '*/json',
  '',
];
export const TYPES = [
  'application/json',
  'Application/JSON ; charset=utf-8',
  'application/json;charset=latin1',
  'text/plain',
];
export const NAMES: readonly object[] = [
  {},
  ...[null, 'Q', 'Other', '', 7].map((operationName) => ({ operationName })),
];
export const OTHER_HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  { origin: ORIGIN },
  { origin: 'https://other.test' },
  { 'accesslink-trace': '1' },
  { 'accesslink-plan': 'only' },
  { 'accesslink-time-zone': 'Pacific/Kiritimati' },
  { 'accesslink-time-zone': 'Nowhere' },
  { cookie: 'accesslink=x', 'accesslink-csrf': '1' },
];
export const BODIES = [
  '',
  '{',
  'null',
  '[]',
  '[{"query":"{__typename}"}]',
  '{"query":1}',
  '{"query":"{__typename}","other":1}',
  '{"query":"{__typename}","other":null}',
  '{"query":"{__typename}","variables":[]}',
  '{"query":"{__typename}","variables":"x"}',
  '{"query":"{__typename}","extensions":3}',
  '{"query":"{__typename}","extensions":{"a":1}}',
  '{"query":"query A {__typename} query B {__typename}"}',
  '{"query":"subscription { dataAvailable { id } }"}',
  '{"query":"subscription S { dataAvailable { id } } query Q { __typename }","operationName":"Q"}',
  '{"query":"{ viewer { ...F @defer } } fragment F on User { id }"}',
  '{"query":"fragment F on User { id }"}',
  '{"query":""}',
  '{"query":"{ nope }"}',
  '{"query":"query Q($d: Date!) { viewer { day(date: $d) { date } } }","variables":{"d":"x"}}',
  '{"query":"{ __schema { types { name } } }"}',
  '\uFEFF{"query":"{__typename}"}',
];
