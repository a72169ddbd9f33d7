package io.coffer.gateway.request;

import java.util.regex.Pattern;

/** Ids that a cloud gave. */
public final class PathId {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private PathId() {}

  /** Whether this may be one, safe in a path. */
  public static boolean plain(String text) {
    return NAME.matcher(text).matches();
  }
}
