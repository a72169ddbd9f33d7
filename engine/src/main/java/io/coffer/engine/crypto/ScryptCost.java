package io.coffer.engine.crypto;

/**
 * What a key file asks to be spent on one password: the parameters of scrypt. A foreign file may
 * ask for anything.
 */
record ScryptCost(long n, long r, long p) {
  /** Some 250 times what is usual; half a minute. */
  private static final long MOST_WORK = 1L << 26;

  private static final long MOST_MEMORY = 1L << 30;

  /**
   * @throws IllegalArgumentException if it is not scrypt's, or more than is sensible, or more than
   *     this Java has room for; before anything is spent
   */
  void check() {
    if (n < 2 || Long.bitCount(n) != 1 || r < 1 || p < 1) {
      throw new IllegalArgumentException("a key file whose derivation is none of scrypt's");
    }
    if (n > MOST_WORK || r > MOST_WORK / n || p > MOST_WORK / (n * r) || memory() > MOST_MEMORY) {
      throw new IllegalArgumentException(
          "a key file that asks for more work than a key is worth: N=%d, r=%d, p=%d"
              .formatted(n, r, p));
    }
    long room = Runtime.getRuntime().maxMemory() / 2;
    if (memory() > room) {
      throw new IllegalArgumentException(
          "a key file that needs %d MiB of memory, where this Java has %d: give it more by -Xmx"
              .formatted(memory() >> 20, room >> 20));
    }
  }

  private long memory() {
    return 128 * r * (n + 2 * p);
  }
}
