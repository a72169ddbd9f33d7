package io.coffer.vault.tag;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import java.util.List;

/**
 * Which vaults are asked for (table 4-311). All that is said must hold; what is empty or null says
 * nothing. {@link InstanceQuery} has the database decide the same.
 *
 * @param withoutAnyTag only vaults without tags; the lists of tags say nothing then
 * @param tags all of them
 * @param tagsAny one of them
 * @param notTags not all of them
 * @param notTagsAny none of them
 * @param enterpriseProjects in one of them
 * @param name empty for exactly this, else a part of the name
 */
record InstanceFilter(
    boolean withoutAnyTag,
    List<KeyFilter> tags,
    List<KeyFilter> tagsAny,
    List<KeyFilter> notTags,
    List<KeyFilter> notTagsAny,
    List<String> enterpriseProjects,
    String cloudType,
    String objectType,
    String name) {

  /** Whether a vault with these settings and tags is one of them. */
  boolean accepts(VaultSettings chosen, List<Tag> has) {
    return (withoutAnyTag ? has.isEmpty() : acceptsTags(has))
        && (enterpriseProjects.isEmpty()
            || enterpriseProjects.contains(chosen.enterpriseProjectId()))
        && (cloudType == null || cloudType.equals(chosen.cloudType()))
        && (objectType == null || objectType.equals(chosen.objectType()))
        && (name == null
            || (name.isEmpty() ? chosen.name().isEmpty() : chosen.name().contains(name)));
  }

  private boolean acceptsTags(List<Tag> has) {
    return tags.stream().allMatch(one -> one.matches(has))
        && (tagsAny.isEmpty() || tagsAny.stream().anyMatch(one -> one.matches(has)))
        && (notTags.isEmpty() || !notTags.stream().allMatch(one -> one.matches(has)))
        && notTagsAny.stream().noneMatch(one -> one.matches(has));
  }
}
