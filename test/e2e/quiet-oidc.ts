// The library reminds whoever runs it for others of what they must set; in these tests nobody does.
for (const way of ['info', 'warn'] as const) {
  const say = console[way].bind(console);
  console[way] = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('oidc-provider ')) say(...words);
  };
}
