import { beforeEach } from 'vitest';
import { cleanup } from 'vitest-browser-react';

import '../web/styles.css';
import { failOnConsoleError } from './fail-on-console-error';

failOnConsoleError();

// The library registers its own clean-up in the first file alone, because the files share their modules.
beforeEach(() => cleanup());
