package io.coffer.engine.command;

import io.coffer.engine.Cause;
import io.coffer.engine.EngineException;
import io.coffer.engine.tree.Environment;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The password of a repository, byte for byte as the stock tool takes it. */
final class Passwords {
  private static final Option<Path> FILE =
      Option.one("FILE", Values::path, "--password-file", "-p");
  private static final Option<String> COMMAND =
      Option.one("COMMAND", raw -> raw, "--password-command");
  static final List<Option<?>> OPTIONS = List.of(FILE, COMMAND);

  private final Map<String, String> ofCommands = new HashMap<>();

  /**
   * One char per byte.
   *
   * @throws UsageException if none is given, or an empty one
   */
  String of(Arguments arguments) {
    Optional<Path> file = arguments.one(FILE);
    Optional<String> command = arguments.one(COMMAND);
    if (file.isEmpty() && command.isEmpty()) {
      file = Environment.value("RESTIC_PASSWORD_FILE").map(Values::path);
      command = Environment.value("RESTIC_PASSWORD_COMMAND");
    }
    if (file.isPresent() && command.isPresent()) {
      throw new UsageException("give a password file or a password command, not both");
    }
    String password;
    if (file.isPresent()) {
      password = trimmed(decoded(read(file.get())));
    } else if (command.isPresent()) {
      password = trimmed(ofCommands.computeIfAbsent(command.get(), PasswordCommand::run));
    } else {
      password =
          Environment.value("RESTIC_PASSWORD")
              .orElseThrow(() -> new UsageException("which password? give --password-file"));
    }
    if (password.isEmpty()) {
      throw new UsageException("the password is empty");
    }
    return password;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new EngineException("there is no password file " + RawPath.text(file));
    } catch (IOException e) {
      throw new EngineException(
          "the password file " + RawPath.text(file) + " cannot be read: " + Cause.of(e), e);
    }
  }

  /** Editors of other systems mark what they write. */
  private static String decoded(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    if (raw.startsWith("\u00ef\u00bb\u00bf")) {
      return raw.substring(3);
    }
    boolean isUtf16 = raw.startsWith("\u00fe\u00ff") || raw.startsWith("\u00ff\u00fe");
    return isUtf16 ? RawPath.ofText(new String(bytes, StandardCharsets.UTF_16)) : raw;
  }

  /** Without what is white at both ends, as Unicode sees it if it is text. */
  private static String trimmed(String raw) {
    boolean isText = RawPath.isText(raw);
    String text = isText ? RawPath.text(raw) : raw;
    int from = 0;
    int to = text.length();
    while (from < to && isWhite(text.charAt(from), isText)) {
      from++;
    }
    while (from < to && isWhite(text.charAt(to - 1), isText)) {
      to--;
    }
    String middle = text.substring(from, to);
    return isText ? RawPath.ofText(middle) : middle;
  }

  private static boolean isWhite(char c, boolean isText) {
    return c == ' '
        || c >= '\t' && c <= '\r'
        || isText && (c == '\u0085' || Character.isSpaceChar(c));
  }
}
