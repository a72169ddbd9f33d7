package io.coffer.gateway.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A label (tables 4-157 and 4-159). Spaces around key and value do not count. */
record TagBody(String key, String value) {

  private static final int LONGEST_KEY = 36;
  private static final int LONGEST_VALUE = 43;

  /** The labels of a list; null stays null. */
  static List<Tag> tags(String path, List<TagBody> bodies, int least, int most) {
    if (Check.list(path, bodies, least, most) == null) {
      return null;
    }
    List<Tag> tags = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < bodies.size(); i++) {
      Tag tag = bodies.get(i).tag(path + "[" + i + "]");
      if (!keys.add(tag.key())) {
        throw ApiException.invalid(path + "[" + i + "].key is in the list twice.");
      }
      tags.add(tag);
    }
    return List.copyOf(tags);
  }

  private Tag tag(String path) {
    String cleanKey = Check.present(path + ".key", key).strip();
    String cleanValue = Check.present(path + ".value", value).strip();
    Check.text(path + ".key", cleanKey, 1, LONGEST_KEY);
    Check.wording(path + ".key", cleanKey, "-_");
    Check.text(path + ".value", cleanValue, 0, LONGEST_VALUE);
    Check.wording(path + ".value", cleanValue, "-_.");
    return new Tag(cleanKey, cleanValue);
  }
}
