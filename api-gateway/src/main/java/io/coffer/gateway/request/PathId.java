package io.coffer.gateway.request;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths and bodies, read strictly: what is not an id is the id of nothing. */
public final class PathId {

  private static final Pattern UUID_TEXT =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private PathId() {}

  /** A UUID in its full text form; empty for everything else. */
  public static Optional<UUID> uuid(String text) {
    return text != null && text.length() == 36 && UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** Whether this may be an id that a cloud gave, safe in a path. */
  public static boolean plain(String text) {
    return NAME.matcher(text).matches();
  }
}
