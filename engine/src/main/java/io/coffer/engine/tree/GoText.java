package io.coffer.engine.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Texts as Go writes them: names are quoted so that any bytes survive JSON, and JSON strings are
 * escaped with the characters that matter in HTML.
 */
final class GoText {
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";
  private static final String LETTERS = "abfnrtv\\\"";

  /** Where no text has a character: bytes that are none are told apart from there on. */
  private static final int LONE_BYTE = Character.MAX_CODE_POINT + 1;

  private GoText() {}

  /** Bytes of a UTF-8 text, one char each. */
  static String raw(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String raw) {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean isUtf8(String raw) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(raw)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The text of raw bytes; what is not UTF-8 becomes U+FFFD, one for each wrong byte. */
  static String text(String raw) {
    byte[] bytes = bytes(raw);
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      int length = runeLength(bytes, at);
      if (length == 0) {
        out.append('\ufffd');
        at++;
      } else {
        out.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return out.toString();
  }

  /** The characters of raw bytes; what is not UTF-8 is a character of its own for each byte. */
  static int[] characters(String raw) {
    byte[] bytes = bytes(raw);
    int[] characters = new int[bytes.length];
    int count = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = runeLength(bytes, at);
      characters[count++] =
          length == 0
              ? LONE_BYTE + (bytes[at] & 0xff)
              : new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0);
      at += Math.max(1, length);
    }
    return Arrays.copyOf(characters, count);
  }

  /** Go's strconv.Quote without the quotes around it. */
  static String quote(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    byte[] bytes = bytes(raw);
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      int length = runeLength(bytes, at);
      if (length == 0) {
        out.append(String.format(Locale.ROOT, "\\x%02x", bytes[at]));
        at++;
        continue;
      }
      int rune = new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0);
      at += length;
      if (ESCAPED.indexOf(rune) >= 0) {
        out.append('\\').append(LETTERS.charAt(ESCAPED.indexOf(rune)));
      } else if (isPrintable(rune)) {
        out.appendCodePoint(rune);
      } else if (rune < ' ' || rune == 0x7f) {
        out.append(String.format(Locale.ROOT, "\\x%02x", rune));
      } else {
        out.append(String.format(Locale.ROOT, rune < 0x10000 ? "\\u%04x" : "\\U%08x", rune));
      }
    }
    return out.toString();
  }

  /**
   * The raw bytes of a quoted text.
   *
   * @throws IllegalArgumentException if an escape is cut short or unknown
   */
  static String unquote(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return isPlain(quoted) ? quoted : raw(quoted);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < quoted.length(); ) {
      int rune = quoted.codePointAt(at);
      at += Character.charCount(rune);
      if (rune != '\\') {
        out.writeBytes(Character.toString(rune).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      if (at == quoted.length()) {
        throw new IllegalArgumentException("a name ends inside an escape");
      }
      char letter = quoted.charAt(at++);
      int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
      if (digits == 0) {
        int known = LETTERS.indexOf(letter);
        if (known < 0) {
          throw new IllegalArgumentException("a name with an unknown escape");
        }
        out.write(ESCAPED.charAt(known));
        continue;
      }
      if (at + digits > quoted.length()) {
        throw new IllegalArgumentException("a name ends inside an escape");
      }
      int value = Integer.parseInt(quoted.substring(at, at + digits), 16);
      at += digits;
      if (letter == 'x') {
        out.write(value);
      } else {
        out.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /** Writes raw bytes as a JSON string; each byte that is not UTF-8 as an escaped U+FFFD. */
  static void jsonOfRaw(StringBuilder out, String raw) {
    if (isUtf8(raw)) {
      json(out, text(raw));
      return;
    }
    byte[] bytes = bytes(raw);
    out.append('"');
    for (int at = 0; at < bytes.length; ) {
      int length = runeLength(bytes, at);
      if (length == 0) {
        out.append("\\ufffd");
      } else {
        escape(out, new String(bytes, at, length, StandardCharsets.UTF_8));
      }
      at += Math.max(1, length);
    }
    out.append('"');
  }

  /** Writes a JSON string as Go's encoder does. */
  static void json(StringBuilder out, String text) {
    out.append('"');
    escape(out, text);
    out.append('"');
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '<', '>', '&', '\u2028', '\u2029' -> unicode(out, c);
        default -> {
          if (c < ' ') {
            unicode(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  private static void unicode(StringBuilder out, char c) {
    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(int rune) {
    if (rune == ' ') {
      return true;
    }
    return switch (Character.getType(rune)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Bytes of the UTF-8 character at an index; 0 if there is none. */
  private static int runeLength(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xff;
    boolean wrong =
        first == 0xe0 && second < 0xa0
            || first == 0xed && second > 0x9f
            || first == 0xf0 && second < 0x90
            || first == 0xf4 && second > 0x8f;
    return wrong ? 0 : length;
  }
}
