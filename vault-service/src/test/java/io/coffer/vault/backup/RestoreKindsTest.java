package io.coffer.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RestoreKindsTest {

  @ParameterizedTest
  @EnumSource
  void eachTakesItsOwn(ResourceType type) {
    assertThat(RestoreKinds.misfit(type.wireName(), type.wireName())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER, DISK,",
    "DISK, SERVER,",
    "DISK, DESKTOP,",
    "SERVER, BARE_METAL, 2006",
    "BARE_METAL, SERVER, 2014",
    "SERVER, DESKTOP, 7115",
    "DESKTOP, SERVER, 7115",
    "TURBO, DISK, 7510",
    "TURBO, SERVER, 7510",
    "DISK, TURBO, 9900",
    "SERVER, TURBO, 9900",
  })
  void takesWhatFits(ResourceType from, ResourceType onto, String code) {
    assertThat(RestoreKinds.misfit(from.wireName(), onto.wireName()).map(CbrError::code))
        .isEqualTo(java.util.Optional.ofNullable(code).map(last -> "BackupService." + last));
  }

  @Test
  void theTwoNamesOfDesktopsAreOneKind() {
    assertThat(RestoreKinds.misfit("OS::Workspace::Desktop", "OS::Workspace::DesktopV2")).isEmpty();
  }
}
