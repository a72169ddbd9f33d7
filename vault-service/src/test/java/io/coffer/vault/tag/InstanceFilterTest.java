package io.coffer.vault.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.Tag;
import io.coffer.vault.Samples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags are written {@code a=1 b=2}, filters {@code a=1|2 b}: a key, then its values. */
class InstanceFilterTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // has, asked for: in tags, in tags_any, not in not_tags, not in not_tags_any
        "-,       a=1,     false, false, true,  true",
        "a=1,     a=1,     true,  true,  false, false",
        "a=2,     a=1,     false, false, true,  true",
        "a=2,     a=1|2,   true,  true,  false, false",
        "a=2,     a,       true,  true,  false, false",
        "b=2,     a,       false, false, true,  true",
        "a=1,     a=1 b=2, false, true,  true,  false",
        "b=2,     a=1 b=2, false, true,  true,  false",
        "a=1 b=2, a=1 b=2, true,  true,  false, false",
        "a=1 b=3, a=1 b=2, false, true,  true,  false",
        "c=1,     a=1 b=2, false, false, true,  true",
        "a=1 b=3, a b=2|3, true,  true,  false, false",
        "a=,      a=,      true,  true,  false, false",
        "a=1,     a=,      false, false, true,  true",
        "a=xyz,   a=*y,    true,  true,  false, false",
        "a=xyz,   a=*w|*z, true,  true,  false, false",
        "a=xyz,   a=y,     false, false, true,  true",
        "a=xyz,   a=*Y,    false, false, true,  true",
      })
  void weighsEachListOfTags(
      String has, String asked, boolean all, boolean any, boolean notAll, boolean none) {
    List<KeyFilter> keys = keys(asked);
    assertThat(filter(false, keys, "tags").accepts(Samples.settings("v"), tags(has)))
        .isEqualTo(all);
    assertThat(filter(false, keys, "tags_any").accepts(Samples.settings("v"), tags(has)))
        .isEqualTo(any);
    assertThat(filter(false, keys, "not_tags").accepts(Samples.settings("v"), tags(has)))
        .isEqualTo(notAll);
    assertThat(filter(false, keys, "not_tags_any").accepts(Samples.settings("v"), tags(has)))
        .isEqualTo(none);
  }

  @Test
  void asksForAllThatIsSaid() {
    InstanceFilter both =
        new InstanceFilter(
            false, keys("a"), keys("b c"), keys("d e"), keys("f"), List.of(), null, null, null);
    assertThat(both.accepts(Samples.settings("v"), tags("a=1 b=1 d=1"))).isTrue();
    assertThat(both.accepts(Samples.settings("v"), tags("b=1 d=1"))).isFalse();
    assertThat(both.accepts(Samples.settings("v"), tags("a=1 d=1"))).isFalse();
    assertThat(both.accepts(Samples.settings("v"), tags("a=1 b=1 d=1 e=1"))).isFalse();
    assertThat(both.accepts(Samples.settings("v"), tags("a=1 b=1 f=1"))).isFalse();
  }

  @Test
  void forgetsTheListsOfTagsWhereVaultsWithoutTagsAreWanted() {
    InstanceFilter without = filter(true, keys("a"), "tags");
    assertThat(without.accepts(Samples.settings("v"), List.of())).isTrue();
    assertThat(without.accepts(Samples.settings("v"), tags("a=1"))).isFalse();
  }

  @Test
  void takesEverythingWhereNothingIsSaid() {
    assertThat(filter(false, List.of(), "tags").accepts(Samples.settings("v"), tags("a=1")))
        .isTrue();
    assertThat(of(List.of(), null, null, null).accepts(Samples.settings("v"), List.of())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,    -,      -,      -,     true",
        "0,    -,      -,      -,     true",
        "9|0,  -,      -,      -,     true",
        "9,    -,      -,      -,     false",
        "-,    public, -,      -,     true",
        "-,    hybrid, -,      -,     false",
        "-,    -,      server, -,     true",
        "-,    -,      disk,   -,     false",
        "-,    -,      -,      big,   true",
        "-,    -,      -,      a big, true",
        "-,    -,      -,      Big,   false",
        "-,    -,      -,      '',    false",
        "0,    public, server, a,     true",
        "0,    public, server, z,     false",
      })
  void weighsProjectCloudTypeAndName(
      String projects, String cloud, String object, String name, boolean accepted) {
    List<String> values = projects == null ? List.of() : List.of(projects.split("\\|"));
    assertThat(of(values, cloud, object, name).accepts(Samples.settings("a big one"), List.of()))
        .isEqualTo(accepted);
  }

  private static InstanceFilter of(
      List<String> projects, String cloudType, String objectType, String name) {
    return new InstanceFilter(
        false, List.of(), List.of(), List.of(), List.of(), projects, cloudType, objectType, name);
  }

  private static InstanceFilter filter(boolean without, List<KeyFilter> keys, String list) {
    return new InstanceFilter(
        without,
        list.equals("tags") ? keys : List.of(),
        list.equals("tags_any") ? keys : List.of(),
        list.equals("not_tags") ? keys : List.of(),
        list.equals("not_tags_any") ? keys : List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static List<Tag> tags(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(" "))
            .map(pair -> new Tag(pair.substring(0, 1), pair.substring(2)))
            .toList();
  }

  private static List<KeyFilter> keys(String text) {
    return Arrays.stream(text.split(" "))
        .map(
            pair ->
                new KeyFilter(
                    pair.substring(0, 1),
                    pair.length() == 1 ? List.of() : List.of(pair.substring(2).split("\\|", -1))))
        .toList();
  }
}
