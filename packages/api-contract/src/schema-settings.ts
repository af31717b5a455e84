import { z } from 'zod';

// Compiled schemas need `new Function`, which the page's policy refuses and reports even when only tried.
z.config({ jitless: true });
