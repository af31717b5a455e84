import { configure } from '@testing-library/react';

// Waiting ends as soon as what is awaited is there; the limit only has to outlast a busy machine.
configure({ asyncUtilTimeout: 15_000 });
