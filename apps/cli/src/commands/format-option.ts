import { Option } from 'commander';

/** `--format`; the names are those of the instance library, spelt out so that help needs not load it. */
export function formatOption(): Option {
  return new Option('--format <format>', 'format of the input')
    .choices(['hhcrsp', 'uhhc', 'vrptw', 'apgaita'])
    .makeOptionMandatory();
}
