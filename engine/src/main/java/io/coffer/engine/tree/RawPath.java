package io.coffer.engine.tree;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Paths by their bytes, whatever the locale: names are kept as one char per byte. Names that are
 * not ASCII go through URIs, in which the JDK keeps the bytes of a path as they are.
 */
public final class RawPath {
  private RawPath() {}

  /** The last name of a path, one char per byte. */
  public static String name(Path path) {
    String name = path.getFileName().toString();
    if (isAscii(name)) {
      return name;
    }
    String raw = raw(path);
    return raw.substring(raw.lastIndexOf('/') + 1);
  }

  /** An absolute path, one char per byte. */
  public static String raw(Path path) {
    String text = path.toString();
    if (isAscii(text)) {
      return text;
    }
    byte[] encoded = path.toUri().getRawPath().getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%') {
        out.write(
            HexFormat.fromHexDigits(new String(encoded, i + 1, 2, StandardCharsets.US_ASCII)));
        i += 2;
      } else {
        out.write(encoded[i]);
      }
    }
    String raw = out.toString(StandardCharsets.ISO_8859_1);
    boolean folder = raw.length() > 1 && raw.endsWith("/");
    return folder ? raw.substring(0, raw.length() - 1) : raw;
  }

  /** The entry of a folder with a name of any bytes. */
  public static Path resolve(Path folder, String name) {
    return isAscii(name) ? folder.resolve(name) : of(raw(folder) + "/" + name);
  }

  /** An absolute path of any bytes. */
  public static Path of(String raw) {
    if (isAscii(raw)) {
      return Path.of(raw);
    }
    StringBuilder uri = new StringBuilder("file://");
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean plain = c == '/' || c < 128 && Character.isLetterOrDigit(c);
      uri.append(plain ? String.valueOf(c) : "%" + HexFormat.of().toHexDigits((byte) c));
    }
    return Path.of(URI.create(uri.toString()));
  }

  /** For people: the text of raw bytes. */
  public static String text(String raw) {
    return isAscii(raw) ? raw : GoText.text(raw);
  }

  /** For people: a path. */
  public static String text(Path path) {
    return text(raw(path));
  }

  /** Whether raw bytes are text in UTF-8. */
  public static boolean isText(String raw) {
    return isAscii(raw) || GoText.isUtf8(raw);
  }

  /** The raw bytes of a text. */
  public static String ofText(String text) {
    return GoText.raw(text);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
