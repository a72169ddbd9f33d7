package io.coffer.cli.dbom;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * A password from a file, from whoever sits at the terminal, or from the first line of the standard
 * input. It never stands on a command line, where every process of the machine can read it.
 */
final class PasswordOption {

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "What the password is read from (default: asked for, or the standard input).")
  private Path file;

  /** The password, asked for with these words where somebody can answer. */
  String read(String words) throws IOException {
    String password = file != null ? Files.readString(file).strip() : typed(words);
    if (password == null || password.isEmpty()) {
      throw new IllegalArgumentException("No password was given");
    }
    return password;
  }

  private static String typed(String words) throws IOException {
    Console console = System.console();
    if (console == null) {
      return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
          .readLine();
    }
    char[] answer = console.readPassword("%s: ", words);
    return answer == null ? null : new String(answer);
  }
}
