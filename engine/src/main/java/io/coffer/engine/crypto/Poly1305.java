package io.coffer.engine.crypto;

/**
 * The one-time authenticator of RFC 8439. Implementations are not for use by two threads at once.
 */
interface Poly1305 {
  int TAG_BYTES = 16;

  /** Begins a text under a 32-byte one-time key. */
  void begin(byte[] key);

  /** Takes a part of the text: a multiple of 16 bytes unless it is the last. */
  void update(byte[] data, int offset, int length);

  /** Ends the text and writes its 16-byte tag to {@code tag}. */
  void finish(byte[] tag, int tagOffset);

  /** Writes the 16-byte tag of {@code data} under the 32-byte one-time key to {@code tag}. */
  default void tag(byte[] key, byte[] data, int offset, int length, byte[] tag, int tagOffset) {
    begin(key);
    update(data, offset, length);
    finish(tag, tagOffset);
  }

  /** The fastest one this JVM offers that agrees with the portable one. */
  static Poly1305 fastest() {
    return JdkPoly1305.available() ? new JdkPoly1305() : new PortablePoly1305();
  }
}
