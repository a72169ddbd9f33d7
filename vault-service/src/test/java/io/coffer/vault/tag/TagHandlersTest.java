package io.coffer.vault.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand.AddTags;
import io.coffer.contracts.vault.TagCommand.AssignEnterpriseProject;
import io.coffer.contracts.vault.TagCommand.RemoveTags;
import io.coffer.contracts.vault.TagEvent.TagsSet;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagHandlersTest {

  private static final Tag ONE = new Tag("one", "1");
  private static final Tag TWO = new Tag("two", "2");

  @Test
  void addsNewKeysBehindTheOthersAndOverwritesKnownOnesInTheirPlace() {
    assertThat(add(List.of(ONE, TWO), new Tag("three", ""), new Tag("one", "0")))
        .isEqualTo(set(new Tag("one", "0"), TWO, new Tag("three", "")));
    assertThat(add(List.of(ONE, TWO), TWO, ONE)).isEqualTo(Decision.nothing());
  }

  @Test
  void holdsTenTagsOfAVault() {
    List<Tag> nine = numbered(9);
    assertThat(Samples.code(add(nine, ONE))).isNull();
    assertThat(Samples.code(add(nine, ONE, TWO))).isEqualTo("BackupService.6600");
    assertThat(Samples.code(add(numbered(10), new Tag("k0", "other")))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ключ-1_2, 值.a-b_c, -",
        "k,        '',       -",
        "k,        -,        tags[1].value is mandatory.",
        "'',       v,        tags[1].key must have 1 to 36 characters.",
        "a b,      v,        'tags[1].key may contain only letters, digits and _ -.'",
        "a.b,      v,        'tags[1].key may contain only letters, digits and _ -.'",
        "k,        a=b,      'tags[1].value may contain only letters, digits and _ . -.'",
        "one,      v,        tags[1].key is in the list twice.",
      })
  void takesOnlyTagsOfTheDocumentedForm(String key, String value, String message) {
    Decision decision = add(List.of(), ONE, new Tag(key, value));
    assertThat(decision instanceof Decision.Refused refused ? refused.message() : null)
        .isEqualTo(message);
  }

  @Test
  void assignsAnEnterpriseProjectWhereSettingsMayChange() {
    AssignEnterpriseProject command = new AssignEnterpriseProject(Samples.VAULT, "ep-1");
    AssignEnterpriseProjectHandler handler = new AssignEnterpriseProjectHandler(null);
    Decision.Accepted decided =
        (Decision.Accepted)
            handler.decide(
                Samples.vault(VaultStatus.available), command, Samples.envelope(new UUID(1, 1)));
    assertThat(((VaultUpdated) decided.events().get(0)).settings())
        .isEqualTo(
            Json.changed(
                Samples.vault(VaultStatus.available).settings(),
                Map.of("enterpriseProjectId", "ep-1")));
    assertThat(
            Samples.code(
                handler.decide(
                    Samples.vault(VaultStatus.frozen), command, Samples.envelope(new UUID(1, 1)))))
        .isEqualTo("BackupService.6110");
    assertThat(Samples.code(handler.absent(command))).isEqualTo("BackupService.6105");
  }

  @Test
  void countsCharactersNotHalvesOfThem() {
    String longest = "𝔊".repeat(36);
    assertThat(Samples.code(add(List.of(), new Tag(longest, "𝔊".repeat(43))))).isNull();
    assertThat(Samples.code(add(List.of(), new Tag(longest + "k", "v"))))
        .isEqualTo("BackupService.9900");
    assertThat(Samples.code(add(List.of(), new Tag("k", "v".repeat(44)))))
        .isEqualTo("BackupService.9900");
  }

  @Test
  void removesByKeyAndToldToDoesNotMindWhatIsNotThere() {
    assertThat(remove(List.of(ONE, TWO), false, "two", "nine")).isEqualTo(set(ONE));
    assertThat(remove(List.of(ONE), false, "nine")).isEqualTo(Decision.nothing());
    assertThat(remove(List.of(ONE), true, "one")).isEqualTo(set());
    assertThat(Samples.code(remove(List.of(ONE), true, "nine"))).isEqualTo("BackupService.6601");
  }

  @ParameterizedTest
  @CsvSource({"lock, ", "frozen, 6110", "deleting, 6112", "error, 6110"})
  void askTheStateOfTheVault(VaultStatus status, String code) {
    String wanted = code == null ? null : "BackupService." + code;
    TaggedVault vault = new TaggedVault(Samples.vault(status), List.of(ONE));
    assertThat(Samples.code(add(vault, TWO))).isEqualTo(wanted);
    assertThat(Samples.code(remove(vault, true, "one"))).isEqualTo(wanted);
  }

  @Test
  void knowOnlyVaultsThatAreThere() {
    assertThat(
            Samples.code(new AddTagsHandler(null).absent(new AddTags(Samples.VAULT, List.of(ONE)))))
        .isEqualTo("BackupService.6105");
    assertThat(
            Samples.code(
                new RemoveTagsHandler(null)
                    .absent(new RemoveTags(Samples.VAULT, List.of("one"), true))))
        .isEqualTo("BackupService.6105");
  }

  private static List<Tag> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Tag("k" + i, "v")).toList();
  }

  private static Decision set(Tag... tags) {
    return Decision.accept(new TagsSet(Samples.VAULT, List.of(tags), Samples.TIME));
  }

  private static TaggedVault vault(List<Tag> tags) {
    return new TaggedVault(Samples.vault(VaultStatus.available), tags);
  }

  private static Decision add(List<Tag> has, Tag... more) {
    return add(vault(has), more);
  }

  private static Decision add(TaggedVault vault, Tag... more) {
    AddTags command = new AddTags(Samples.VAULT, Stream.of(more).toList());
    return new AddTagsHandler(null).decide(vault, command, Samples.envelope(new UUID(1, 2)));
  }

  private static Decision remove(List<Tag> has, boolean mustExist, String... keys) {
    return remove(vault(has), mustExist, keys);
  }

  private static Decision remove(TaggedVault vault, boolean mustExist, String... keys) {
    RemoveTags command = new RemoveTags(Samples.VAULT, List.of(keys), mustExist);
    return new RemoveTagsHandler(null).decide(vault, command, Samples.envelope(new UUID(1, 2)));
  }
}
