package io.coffer.gateway.request;

import io.coffer.gateway.error.ApiException;
import java.util.List;
import java.util.Set;

/**
 * The documented limits of body fields. Every method takes the path of the field, which opens the
 * message, and passes the value through. Null means that the field is absent.
 */
public final class Check {

  private Check() {}

  /** Refuses an absent field. */
  public static <T> T present(String field, T value) {
    if (value == null) {
      throw ApiException.invalid(field + " is mandatory.");
    }
    return value;
  }

  /** Bounds the length in characters, and refuses characters that no name may have. */
  public static String text(String field, String value, int least, int most) {
    if (value != null) {
      int length = value.codePointCount(0, value.length());
      if (length < least || length > most) {
        throw ApiException.invalid(field + " must have " + least + " to " + most + " characters.");
      }
      printable(field, value);
    }
    return value;
  }

  /**
   * Refuses control characters and halves of characters, which neither logs nor stores can take.
   */
  static void printable(String field, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || !paired(value, i)) {
        throw ApiException.invalid(field + " must not contain control characters.");
      }
    }
  }

  private static boolean paired(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
    }
    return !Character.isLowSurrogate(c) || i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  /** Allows letters, digits and the characters in {@code others}. */
  public static String wording(String field, String value, String others) {
    if (value != null
        && !value
            .codePoints()
            .allMatch(c -> Character.isLetterOrDigit(c) || others.indexOf(c) >= 0)) {
      throw ApiException.invalid(
          field
              + " may contain only letters, digits and "
              + String.join(" ", others.split(""))
              + ".");
    }
    return value;
  }

  /** Allows the values listed. */
  public static String oneOf(String field, String value, Set<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      throw ApiException.invalid(
          field + " must be one of " + String.join(", ", sorted(allowed)) + ".");
    }
    return value;
  }

  /** Bounds a number. */
  public static Integer range(String field, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw ApiException.invalid(field + " must be " + least + " to " + most + ".");
    }
    return value;
  }

  /** Bounds a list and refuses absent elements in it. */
  public static <T> List<T> list(String field, List<T> value, int least, int most) {
    if (value != null) {
      if (value.size() < least || value.size() > most) {
        throw ApiException.invalid(field + " must have " + least + " to " + most + " elements.");
      }
      for (int i = 0; i < value.size(); i++) {
        present(field + "[" + i + "]", value.get(i));
      }
    }
    return value;
  }

  /** The value, or what it means that it is absent. */
  public static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static List<String> sorted(Set<String> allowed) {
    return allowed.stream().sorted().toList();
  }
}
