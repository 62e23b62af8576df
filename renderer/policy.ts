/**
 * Must be loaded before anything that holds schemas: their library otherwise tries to compile code, which the
 * content policy refuses and reports as a violation.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
