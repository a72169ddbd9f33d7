package io.coffer.cli.home;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random texts nobody can guess. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CAPITALS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String LETTERS_AND_DIGITS =
      CAPITALS_AND_DIGITS + "abcdefghijklmnopqrstuvwxyz";

  private Secrets() {}

  public static String capitalsAndDigits(int length) {
    return random(CAPITALS_AND_DIGITS, length);
  }

  public static String lettersAndDigits(int length) {
    return random(LETTERS_AND_DIGITS, length);
  }

  public static String hex(int length) {
    return HexFormat.of().formatHex(bytes(length / 2));
  }

  public static String base64(int byteCount) {
    return Base64.getEncoder().encodeToString(bytes(byteCount));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String random(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
