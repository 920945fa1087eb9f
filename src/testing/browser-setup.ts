import '../web/styles.css';
import { failOnConsoleError } from './fail-on-console-error';

failOnConsoleError();
