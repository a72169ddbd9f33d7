package io.coffer.vault.tag;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.Tag;
import io.coffer.messaging.decision.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the tags of a vault look like (table 4-329). A list of tags is not checked any closer before
 * it is known that they are to be added, because whatever is there may be taken away.
 */
final class TagForm {

  private static final int KEY = 36;
  private static final int VALUE = 43;
  private static final Pattern KEYS = Pattern.compile("[\\p{L}\\p{Nd}_-]*");
  private static final Pattern VALUES = Pattern.compile("[\\p{L}\\p{Nd}_.-]*");

  private TagForm() {}

  static Optional<Decision> refusal(List<Tag> tags) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      String wrong = keys.add(tag.key()) ? wrong(tag) : ".key is in the list twice.";
      if (wrong != null) {
        return Decision.no(CbrError.INVALID_PARAMETER, "tags[" + i + "]" + wrong);
      }
    }
    return Optional.empty();
  }

  private static String wrong(Tag tag) {
    if (length(tag.key()) < 1 || length(tag.key()) > KEY) {
      return ".key must have 1 to " + KEY + " characters.";
    }
    if (!KEYS.matcher(tag.key()).matches()) {
      return ".key may contain only letters, digits and _ -.";
    }
    if (tag.value() == null) {
      return ".value is mandatory.";
    }
    if (length(tag.value()) > VALUE) {
      return ".value must have 0 to " + VALUE + " characters.";
    }
    return VALUES.matcher(tag.value()).matches()
        ? null
        : ".value may contain only letters, digits and _ . -.";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
