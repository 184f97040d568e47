/**
 * Zod compiles a parser at the first use of each schema: 5 ms for a document, 3 ms for the settings. What runs for
 * years on one machine wins by that; a function that parses a handful of items after a cold start does not.
 */
import * as z from 'zod';

z.config({ jitless: true });
