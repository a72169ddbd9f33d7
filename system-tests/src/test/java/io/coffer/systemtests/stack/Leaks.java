package io.coffer.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Looks for texts in the logs of a stack and in the files of its broker and its database. */
public final class Leaks {

  private static final int NOTHING_FOUND = 1;

  private Leaks() {}

  /** The files that hold one of these texts as it is. */
  public static List<String> inClear(Path home, List<String> texts) {
    try {
      Path patterns = Files.createTempFile("secrets", null);
      try {
        Files.write(patterns, texts);
        Launched search =
            Launcher.run(
                Map.of("LC_ALL", "C"),
                List.of(
                    "grep",
                    "-rlaFs",
                    "--file=" + patterns,
                    home.resolve("logs").toString(),
                    home.resolve("kafka").toString(),
                    home.resolve("postgres").toString()));
        return search.exit() == NOTHING_FOUND ? List.of() : search.out().lines().toList();
      } finally {
        Files.delete(patterns);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as it is, in hex, and in Base64 wherever it begins in what was encoded. */
  public static List<String> writings(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> writings = new ArrayList<>();
    writings.add(text);
    writings.add(HexFormat.of().formatHex(bytes));
    writings.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int whole = shifted.length / 3 * 4;
      writings.add(encoded.substring(before == 0 ? 0 : 4, whole));
    }
    return List.copyOf(writings);
  }
}
