package io.coffer.engine.crypto;

import java.security.SecureRandom;

/** Polynomials over F2 as bits of a long: the secret of a repository's content-defined chunks. */
public final class Polynomial {
  public static final int DEGREE = 53;

  private Polynomial() {}

  /** A random irreducible polynomial of degree 53. */
  public static long random(SecureRandom random) {
    while (true) {
      long candidate = random.nextLong() & ((1L << DEGREE) - 1) | (1L << DEGREE) | 1L;
      if (isIrreducible(candidate)) {
        return candidate;
      }
    }
  }

  /** Ben-Or: no common divisor with x^(2^i) - x for any i up to half the degree. */
  public static boolean isIrreducible(long polynomial) {
    int degree = degree(polynomial);
    if (degree < 1) {
      return false;
    }
    long power = remainder(2, polynomial);
    for (int i = 1; i <= degree / 2; i++) {
      power = multiply(power, power, polynomial);
      if (divisor(polynomial, power ^ remainder(2, polynomial)) != 1) {
        return false;
      }
    }
    return true;
  }

  static int degree(long polynomial) {
    return 63 - Long.numberOfLeadingZeros(polynomial);
  }

  static long remainder(long value, long modulus) {
    int degree = degree(modulus);
    long rest = value;
    while (degree(rest) >= degree) {
      rest ^= modulus << (degree(rest) - degree);
    }
    return rest;
  }

  private static long multiply(long left, long right, long modulus) {
    int degree = degree(modulus);
    long result = 0;
    long shifted = left;
    for (long bits = right; bits != 0; bits >>>= 1) {
      if ((bits & 1) != 0) {
        result ^= shifted;
      }
      shifted <<= 1;
      if ((shifted >>> degree & 1) != 0) {
        shifted ^= modulus;
      }
    }
    return result;
  }

  private static long divisor(long left, long right) {
    long a = left;
    long b = right;
    while (b != 0) {
      long rest = remainder(a, b);
      a = b;
      b = rest;
    }
    return a;
  }
}
