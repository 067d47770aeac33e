/** The value that a standard normal variable stays below with a probability of 97.5 %. */
export const NORMAL_975 = 1.959963984540054;

/** The probability that a standard normal variable is at most `z`; exact to about 14 digits. */
export function normalCdf(z: number): number {
  const tail = upperTail(Math.abs(z));
  return z > 0 ? 1 - tail : tail;
}

/** P(Z > z) for z ≥ 0: near the middle from the series of the error function, outside from its fraction. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < 3 ? 0.5 - density * series(z) : density * fraction(z);
}

/** z + z³/3 + z⁵/(3·5) + … (Abramowitz and Stegun 26.2.11). */
function series(z: number): number {
  let sum = 0;
  let term = z;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return sum;
}

/** 1/(z + 1/(z + 2/(z + 3/(z + …)))) (Abramowitz and Stegun 26.2.14). */
function fraction(z: number): number {
  let value = z;
  for (let at = 200; at > 0; at--) value = z + at / value;
  return 1 / value;
}
