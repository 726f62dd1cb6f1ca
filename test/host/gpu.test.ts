import { expect, test } from 'vitest';
import { chooseRenderer } from '../../src/host/gpu.ts';

test.each([
  ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)', 'webgl'],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 630 (CFL GT2), OpenGL 4.6)', 'webgl'],
  ['Apple M2', 'webgl'],
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', 'canvas'],
  ['ANGLE (Mesa, llvmpipe (LLVM 15.0.7, 256 bits), OpenGL 4.5)', 'canvas'],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)', 'canvas'],
  [null, 'canvas'],
])('%s is drawn with %s, unless somebody asks for another', (gpu, chosen) => {
  expect(chooseRenderer(null, () => gpu)).toBe(chosen);
  expect(chooseRenderer('nonsense', () => gpu)).toBe(chosen);
  expect(chooseRenderer('webgl', () => gpu)).toBe('webgl');
  expect(chooseRenderer('canvas', () => gpu)).toBe('canvas');
});
