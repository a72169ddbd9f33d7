package io.coffer.vault.tag;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.owner.page.Page;
import java.util.List;

/** A question for vaults by their tags, as the API has it and its edge has checked it. */
@JsonNaming(SnakeCaseStrategy.class)
record InstancesBody(
    boolean withoutAnyTag,
    List<KeyFilter> tags,
    List<KeyFilter> tagsAny,
    List<KeyFilter> notTags,
    List<KeyFilter> notTagsAny,
    List<KeyFilter> sysTags,
    Integer limit,
    Integer offset,
    List<Match> matches,
    String cloudType,
    String objectType) {

  /** A name, or a part of one. */
  record Match(String key, String value) {}

  InstanceFilter filter() {
    return new InstanceFilter(
        withoutAnyTag,
        given(tags),
        given(tagsAny),
        given(notTags),
        given(notTagsAny),
        given(sysTags).stream().flatMap(tag -> tag.values().stream()).toList(),
        cloudType,
        objectType,
        given(matches).stream().map(Match::value).findFirst().orElse(null));
  }

  Page page() {
    return new Page(limit == null ? Page.MOST : limit, offset == null ? 0 : offset, null);
  }

  private static <T> List<T> given(List<T> list) {
    return list == null ? List.of() : list;
  }
}
