export { stack as draw } from '../../src/stage/kit/stack/stack.ts';
