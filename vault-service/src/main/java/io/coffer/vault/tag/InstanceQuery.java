package io.coffer.vault.tag;

import io.coffer.owner.page.Criteria;
import java.util.List;
import java.util.stream.Collectors;

/** What {@link InstanceFilter} decides, as conditions for the database. */
final class InstanceQuery {

  private static final String OF_VAULT =
      "exists (select 1 from VaultTagRow t where t.vaultId = r.id";

  private InstanceQuery() {}

  static Criteria criteria(String project, InstanceFilter filter) {
    Criteria criteria =
        Criteria.of(project)
            .equal("cloudType", filter.cloudType())
            .equal("objectType", filter.objectType())
            .in("enterpriseProjectId", filter.enterpriseProjects());
    if (filter.name() != null) {
      criteria.where(
          filter.name().isEmpty() ? "r.name = ?" : "locate(?, r.name) > 0", filter.name());
    }
    return filter.withoutAnyTag()
        ? criteria.where("not " + OF_VAULT + ")")
        : tags(criteria, filter);
  }

  private static Criteria tags(Criteria criteria, InstanceFilter filter) {
    add(criteria, "", filter.tags(), " and ");
    add(criteria, "", filter.tagsAny(), " or ");
    add(criteria, "not ", filter.notTags(), " and ");
    add(criteria, "not ", filter.notTagsAny(), " or ");
    return criteria;
  }

  private static void add(Criteria criteria, String not, List<KeyFilter> keys, String between) {
    if (!keys.isEmpty()) {
      criteria.where(
          keys.stream()
              .map(key -> matches(criteria, key))
              .collect(Collectors.joining(between, not + "(", ")")));
    }
  }

  private static String matches(Criteria criteria, KeyFilter key) {
    StringBuilder condition = new StringBuilder(OF_VAULT);
    condition.append(" and t.tagKey = ").append(criteria.name(key.key()));
    if (!key.values().isEmpty()) {
      condition.append(" and (");
      List<String> wholes = key.wholes();
      condition.append(
          wholes.isEmpty() ? "1 = 0" : "t.tagValue in (" + criteria.name(wholes) + ")");
      for (String part : key.parts()) {
        condition.append(" or locate(").append(criteria.name(part)).append(", t.tagValue) > 0");
      }
      condition.append(')');
    }
    return condition.append(')').toString();
  }
}
