package io.coffer.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.owner.page.SortKey;
import io.coffer.owner.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupOrderTest {

  @Test
  void isNewestFirstWhenNothingIsSaid() {
    assertThat(BackupOrder.of(null))
        .extracting(SortKey::expression)
        .containsExactly("r.createdAt", "r.id");
  }

  @Test
  void isDescendingUnlessToldOtherwiseAndEndsWithTheId() {
    assertThat(BackupOrder.of("name:asc, updated_at"))
        .extracting(SortKey::descending)
        .containsExactly(false, true, false);
    assertThat(BackupOrder.of("id:desc")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size", "name:up", "name:asc:x", "", ",", "name;drop table"})
  void refusesWhatIsNoOrder(String sort) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> BackupOrder.of(sort))
        .withMessageStartingWith("sort ");
  }

  @Test
  void refusesMoreThanTheDocumentedLength() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> BackupOrder.of("name,".repeat(52)))
        .withMessageContaining("255");
  }
}
