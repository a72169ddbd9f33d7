package io.coffer.worker.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The file with the key that seals the secrets of this service. */
final class SealingKeyFile {

  private static final int KEY_BYTES = 32;

  private SealingKeyFile() {}

  /**
   * Reads 32 bytes, in Base64 or as they are.
   *
   * @throws IllegalStateException when there is no such key; the message names the file
   */
  static byte[] read(Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException("the sealing key cannot be read from " + file, e);
    }
    if (content.length == KEY_BYTES) {
      return content;
    }
    try {
      String text = new String(content, StandardCharsets.US_ASCII).strip();
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Not Base64: said below.
    }
    throw new IllegalStateException(file + " does not hold a sealing key: 32 bytes in Base64");
  }
}
