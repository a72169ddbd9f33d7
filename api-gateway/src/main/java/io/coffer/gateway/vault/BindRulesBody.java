package io.coffer.gateway.vault;

import io.coffer.contracts.vault.Tag;
import java.util.List;

/** The rule of automatic association (table 4-158). An empty list of tags takes the rule away. */
record BindRulesBody(List<TagBody> tags) {

  private static final int MOST = 5;

  /** The tags of a rule; null when there is no rule in the body. */
  static List<Tag> tags(String path, BindRulesBody rules) {
    return rules == null ? null : TagBody.tags(path + ".tags", rules.tags(), 0, MOST);
  }
}
